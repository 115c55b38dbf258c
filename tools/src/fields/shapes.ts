/** What the fields of a term hold, for inputs that know texts only. Follows from the schema. */
import {
  DateSchema,
  RichTextSchema,
  TERM_FIELDS,
  type TermFieldName,
  TermSchema,
} from 'term-elements/glossary';

/** `texts` is a list of texts; `rich` a text, or an object with its Markdown. */
export type Shape =
  | 'text'
  | 'texts'
  | 'date'
  | 'number'
  | 'flag'
  | 'rich'
  | {readonly fields: Readonly<Record<string, Shape>>}
  /** Any name, each with the same shape. */
  | {readonly each: Shape}
  | {readonly list: Shape};

/** The parts of a valibot schema that show what it holds. */
interface Schema {
  readonly type: string;
  /** Of an array. */
  readonly item?: Schema;
  /** Of an object. */
  readonly entries?: Readonly<Record<string, Schema>>;
  /** Of a record. */
  readonly value?: Schema;
  /** Of a value that may be absent. */
  readonly wrapped?: Schema;
}

const shapeOf = (schema: Schema): Shape => {
  const {type, item, entries, value, wrapped} = schema;
  if (wrapped) return shapeOf(wrapped);
  if (schema === (DateSchema as Schema)) return 'date';
  if (schema === (RichTextSchema as Schema)) return 'rich';
  if (entries) {
    const fields = Object.entries(entries).map(
      ([name, entry]) => [name, shapeOf(entry)] as const,
    );
    return {fields: Object.fromEntries(fields)};
  }
  if (value) return {each: shapeOf(value)};
  if (item) {
    const shape = shapeOf(item);
    return shape === 'text' ? 'texts' : {list: shape};
  }
  if (type === 'number') return 'number';
  return type === 'boolean' ? 'flag' : 'text';
};

const NAMES = Object.keys(TERM_FIELDS) as readonly TermFieldName[];

const schemaOf = (name: TermFieldName): Schema => TermSchema.entries[name];

/** The fields of a term, in the order of the format. */
export const TERM_SHAPES: Readonly<Record<string, Shape>> = Object.fromEntries(
  NAMES.map((name) => [name, shapeOf(schemaOf(name))]),
);

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

/** The first field that an object must have; an object without it is left out. */
const requiredIn = (schema: Schema): string | undefined => {
  const {item, wrapped} = schema;
  const inner = item ?? wrapped;
  if (inner) return requiredIn(inner);
  return Object.entries(schema.entries ?? {}).find(
    ([, {type}]) => type !== 'optional',
  )?.[0];
};

/** What the objects of a field must have, by the name of the field. */
export const REQUIRED: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.flatMap((name) => {
    const required = requiredIn(schemaOf(name));
    return required === undefined ? [] : [[name, required]];
  }),
);
