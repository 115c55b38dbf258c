/** The rules of every linker, in the browser and at build time. Pure. */
import {CONTROL_ROLES, EDITABLE_ROLES} from './control-roles.js';

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Our own elements whose text comes from a glossary or from us; the questions of a `<faq-block>` may be the author's. */
export const OWN_BLOCKS =
  'breadcrumb-jsonld term-area term-card term-figure term-index term-settings';

/** Elements whose text is no running text, or has a function of its own. */
export const LEFT_OUT = /* @__PURE__ */ list(
  'a audio button canvas code datalist embed h1 h2 h3 h4 h5 h6 hgroup iframe ' +
    'input kbd math meter noscript object optgroup option pre progress rp rt ' +
    'samp script select style summary svg template textarea title video ' +
    `term-tip ${OWN_BLOCKS}`,
);

/**
 * The same by `role`: parts of a control, in which nothing else can be pressed.
 */
export const LEFT_OUT_ROLES: readonly string[] = [
  ...CONTROL_ROLES,
  ...EDITABLE_ROLES,
  ...'heading math img code'.split(' '),
];

/** What begins a section of its own; a reader who comes to it may have skipped the rest. */
export const SECTIONS = /* @__PURE__ */ list(
  'article aside details dialog main nav section',
);

export const HEADING = /^(h[1-6]|hgroup)$/;

/** Never part of a line of text, whatever their `display` says. */
export const BREAKS = /* @__PURE__ */ list(
  'audio br button canvas embed hr iframe img input math meter object progress select svg textarea video',
);

/**
 * The most frequent elements that end a line, which saves computing their
 * style.
 */
export const BLOCKS = /* @__PURE__ */ list(
  'article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form header html li main nav ol p section table tbody td tfoot th thead tr ul',
);

/** Characters that are looked at beyond an element: no word is longer. */
export const REACH = 32;

/** Whether a text can name anything; a price cannot. */
export const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
