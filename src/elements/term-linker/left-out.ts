import {
  HEADING,
  LEFT_OUT,
  LEFT_OUT_ROLES,
  SECTIONS,
} from '../../matching/rules.js';

/**
 * The same by attributes: text that is edited, that is a name and not a word,
 * or that is part of a control, where nothing else can be pressed.
 */
const LEFT_OUT_BY_ATTRIBUTE =
  '[contenteditable]:not([contenteditable="false" i]),[translate="no" i],' +
  '.notranslate,[aria-hidden="true"],' +
  // Editors that show text outside of what is edited.
  '.CodeMirror,.cm-editor,.monaco-editor,.ace_editor,' +
  LEFT_OUT_ROLES.map((role) => `[role="${role}"]`).join();

/** Attributes that decide whether text is left alone, and that pages change. */
export const DECISIVE_ATTRIBUTES = ['contenteditable', 'translate'];

export const isSection = (element: Element): boolean =>
  SECTIONS.has(element.localName);

export const isHeading = (element: Element): boolean =>
  HEADING.test(element.localName) || element.getAttribute('role') === 'heading';

/** Whether an element is one whose text a linker leaves alone. */
export type Exclusion = (element: Element) => boolean;

/**
 * The rule for what is left alone.
 *
 * @param exclude Selectors of the author; throws a `SyntaxError` when it is not valid.
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

/**
 * Whether text in this element is editable, by itself or an element around it.
 */
export const isEdited = (root: Element | ShadowRoot): boolean =>
  (root instanceof ShadowRoot ? root.host : root).closest(
    '[contenteditable]:not([contenteditable="false" i])',
  ) !== null;
