import {BLOCKS, BREAKS, REACH} from '../../matching/rules.js';

type Way = 'previous' | 'next';

/** `through`: the text goes on into and out of the element; `over`: it is not there. */
type Passage = 'through' | 'over' | 'stop';

const byStyle = (element: Element): Passage => {
  if (BREAKS.has(element.localName)) return 'stop';
  const {display} = getComputedStyle(element);
  if (display === 'none') return 'over';
  return /^(inline|contents|ruby)$/.test(display) ? 'through' : 'stop';
};

const byName = (element: Element): Passage =>
  BREAKS.has(element.localName) || BLOCKS.has(element.localName)
    ? 'stop'
    : 'through';

/** The next text in the same line of text, out of and into elements. */
const follow = (
  from: Node,
  way: Way,
  passage: (element: Element) => Passage,
): Text | undefined => {
  let at = from;
  for (;;) {
    let next: Node | null =
      way === 'next' ? at.nextSibling : at.previousSibling;
    if (!next) {
      const parent = at.parentNode;
      if (!(parent instanceof Element) || passage(parent) !== 'through')
        return undefined;
      at = parent;
      continue;
    }
    while (next instanceof Element) {
      const how = passage(next);
      if (how === 'stop') return undefined;
      const inner: Node | null =
        way === 'next' ? next.firstChild : next.lastChild;
      if (how === 'over' || !inner) break;
      next = inner;
    }
    at = next;
    if (at instanceof Text && at.data) return at;
  }
};

const textAt = (
  node: Node,
  way: Way,
  passage: (element: Element) => Passage,
): string => {
  let text = '';
  let at: Node | undefined = node;
  while (text.length < REACH && (at = follow(at, way, passage)))
    text = way === 'next' ? text + (at as Text).data : (at as Text).data + text;
  return way === 'next' ? text.slice(0, REACH) : text.slice(-REACH);
};

/** The text that stands right before or after a node, as far as a word can reach. */
export const textBeside = (node: Node, way: Way): string =>
  textAt(node, way, byStyle);

/** The same, judged by names of elements, which costs no style. */
export const textPerhapsBeside = (node: Node, way: Way): string =>
  textAt(node, way, byName);

/**
 * The Text node that may stand right before or after another. It goes by
 * names alone, which costs no style: `textBeside` is exact.
 */
export const nodeBeside = (node: Node, way: Way): Text | undefined =>
  follow(node, way, byName);
