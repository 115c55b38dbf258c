import {
  BLOCKS,
  BREAKS,
  HEADING,
  LEFT_OUT,
  LEFT_OUT_ROLES,
  OWN_BLOCKS,
  SECTIONS,
} from 'term-elements/matching';

/** An element, as far as a linker asks for it, of whatever tree. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** Of an attribute in lower case; `undefined` where it has none, `''` where it has no value. */
  attribute(name: string): string | undefined;
}

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/**
 * What browsers show as a block or a box of its own, in addition to `BLOCKS`.
 */
const BOXES = /* @__PURE__ */ list(
  'address center dir fieldset frameset h1 h2 h3 h4 h5 h6 hgroup legend listing ' +
    'marquee menu optgroup option plaintext pre rt search summary xmp ' +
    `faq-block ${OWN_BLOCKS}`,
);

/** What browsers do not show. */
const UNSEEN = /* @__PURE__ */ list(
  'area base basefont col colgroup datalist head link meta noembed noframes ' +
    'noscript param rp script source style template title track',
);

/**
 * What an element is to the line of text that it stands in: the text goes on
 * through it, it is not there (`over`), or it ends the line. A browser asks the
 * style; here the names of elements and `hidden` decide.
 */
export type Passage = 'through' | 'over' | 'stop';

export const passageOf = (tag: Tag): Passage => {
  const {name} = tag;
  if (BREAKS.has(name)) return 'stop';
  const isHidden =
    UNSEEN.has(name) ||
    tag.attribute('hidden') !== undefined ||
    (name === 'dialog' && tag.attribute('open') === undefined);
  if (isHidden) return 'over';
  return BLOCKS.has(name) || BOXES.has(name) ? 'stop' : 'through';
};

export const isSection = ({name}: Tag): boolean => SECTIONS.has(name);

export const isHeading = (tag: Tag): boolean =>
  HEADING.test(tag.name) || tag.attribute('role') === 'heading';

/** Words of a `class`. */
export const classesOf = (tag: Tag): readonly string[] =>
  tag.attribute('class')?.split(/[\t\n\f\r ]/) ?? [];

/**
 * Whether the text of an element is left alone: it is no running text, it is
 * edited, it is a name and not a word, or it is part of a control.
 */
export const isLeftOut = (tag: Tag): boolean => {
  if (LEFT_OUT.has(tag.name)) return true;
  const editable = tag.attribute('contenteditable');
  return (
    (editable !== undefined && editable.toLowerCase() !== 'false') ||
    tag.attribute('translate')?.toLowerCase() === 'no' ||
    tag.attribute('aria-hidden') === 'true' ||
    LEFT_OUT_ROLES.includes(tag.attribute('role') ?? '') ||
    classesOf(tag).includes('notranslate')
  );
};
