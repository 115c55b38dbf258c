const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose text is no running text, or has a function of its own. */
const LEFT_OUT = list(
  'a audio button canvas code datalist embed h1 h2 h3 h4 h5 h6 hgroup iframe ' +
    'input kbd math meter noscript object optgroup option pre progress rp rt ' +
    'samp script select style summary svg template textarea title video ' +
    'breadcrumb-jsonld term-area term-card term-index term-tip',
);

/**
 * The same said by attributes: text that is edited, that is a name and not a
 * word, or that is part of a control, where nothing else can be pressed.
 */
const LEFT_OUT_BY_ATTRIBUTE =
  '[contenteditable]:not([contenteditable="false" i]),[translate="no" i],' +
  '.notranslate,[aria-hidden="true"],' +
  ['button', 'link', 'heading', 'tab', 'option', 'switch', 'textbox']
    .concat('searchbox', 'combobox', 'menuitem', 'math', 'img')
    .map((role) => `[role="${role}"]`)
    .join();

/** Attributes that decide whether text is left alone, and that pages change. */
export const DECISIVE_ATTRIBUTES = ['contenteditable', 'translate'];

/** What begins a section of its own; a reader who comes to it may have skipped the rest. */
const SECTIONS = list('article aside details dialog main nav section');

const HEADING = /^(h[1-6]|hgroup)$/;

export const isSection = (element: Element): boolean =>
  SECTIONS.has(element.localName);

export const isHeading = (element: Element): boolean =>
  HEADING.test(element.localName) || element.getAttribute('role') === 'heading';

/** Whether an element is one whose text a linker leaves alone. */
export type Exclusion = (element: Element) => boolean;

/**
 * The rule for what is left alone.
 *
 * @param exclude Selectors of the author; throws a `SyntaxError` when it is none.
 */
export const exclusion = (exclude: string): Exclusion => {
  const selector = exclude.trim()
    ? `${LEFT_OUT_BY_ATTRIBUTE},${exclude}`
    : LEFT_OUT_BY_ATTRIBUTE;
  document.createElement('i').matches(selector);
  const hasOwnRule = selector !== LEFT_OUT_BY_ATTRIBUTE;
  return (element) =>
    LEFT_OUT.has(element.localName) ||
    // Most elements have no attribute, and no more has to be asked of them.
    ((hasOwnRule || element.hasAttributes()) && element.matches(selector));
};

/** Whether text in this element is being edited, wherever that was said. */
export const isEdited = (root: Element | ShadowRoot): boolean =>
  (root instanceof ShadowRoot ? root.host : root).closest(
    '[contenteditable]:not([contenteditable="false" i])',
  ) !== null;
