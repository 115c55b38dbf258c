/** What the properties of the format hold, for inputs that know texts only. */

/** `texts` is a list of texts; `rich` a text, or an object with its Markdown. */
export type Shape =
  | 'text'
  | 'texts'
  | 'number'
  | 'flag'
  | 'rich'
  | {readonly fields: Readonly<Record<string, Shape>>}
  /** Any name, each with the same shape. */
  | {readonly each: Shape}
  | {readonly list: Shape};

const TRANSLATION: Shape = {
  fields: {
    name: 'text',
    summary: 'text',
    definition: 'rich',
    aliases: 'texts',
    abbreviation: 'text',
    image: {fields: {caption: 'text', alt: 'text'}},
  },
};

/** The properties of a term, in the order of the format. */
export const TERM_FIELDS: Readonly<Record<string, Shape>> = {
  id: 'text',
  formerIds: 'texts',
  name: 'text',
  kind: 'text',
  summary: 'text',
  definition: 'rich',
  url: 'text',
  aliases: 'texts',
  abbreviation: 'text',
  caseSensitive: 'flag',
  autoLink: 'flag',
  ambiguous: 'flag',
  related: 'texts',
  areas: 'texts',
  tags: 'texts',
  difficulty: 'number',
  image: {
    fields: {
      url: 'text',
      width: 'number',
      height: 'number',
      caption: 'text',
      alt: 'text',
    },
  },
  published: 'text',
  modified: 'text',
  reviewed: 'text',
  author: {fields: {type: 'text', name: 'text', url: 'text'}},
  sources: {list: {fields: {title: 'text', url: 'text'}}},
  deprecated: {fields: {use: 'text'}},
  translations: {each: TRANSLATION},
};

const MARKDOWN: Readonly<Record<string, Shape>> = {markdown: 'text'};

/** The shape of a property inside one of this shape; `undefined` for one that the format does not name. */
export const innerShape = (
  shape: Shape | undefined,
  key: string,
): Shape | undefined => {
  const fields = fieldsOf(shape);
  if (fields) return Object.hasOwn(fields, key) ? fields[key] : undefined;
  return typeof shape === 'object' && 'each' in shape ? shape.each : undefined;
};

/** The properties that an object of this shape may have, if it is one. */
export const fieldsOf = (
  shape: Shape | undefined,
): Readonly<Record<string, Shape>> | undefined => {
  if (shape === 'rich') return MARKDOWN;
  return typeof shape === 'object' && 'fields' in shape
    ? shape.fields
    : undefined;
};

/** What an object must have to be one; the reader leaves it out without. */
export const REQUIRED: Readonly<Record<string, string>> = {
  image: 'url',
  author: 'name',
  sources: 'title',
};
