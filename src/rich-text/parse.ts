/**
 * The rich-text subset: paragraphs, lists, emphasis, code, links,
 * `[[term-id|label]]`, and formulas that the text brings along. Everything else
 * is text. Parsing takes time in
 * proportion to the length of the text, whatever is in it.
 */

import type {Formulas, MathTree} from '../glossary/types.js';

export type Inline =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'code'; readonly text: string}
  /** A formula; its text is TeX. */
  | {
      readonly type: 'math';
      readonly text: string;
      readonly mark: '$' | '$$';
      readonly tree: MathTree;
    }
  | {readonly type: 'emphasis' | 'strong'; readonly children: readonly Inline[]}
  | {
      readonly type: 'link';
      readonly url: string;
      readonly children: readonly Inline[];
    }
  | {
      readonly type: 'term';
      readonly id: string;
      readonly children: readonly Inline[];
    };

export type Block =
  | {readonly type: 'paragraph'; readonly children: readonly Inline[]}
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      /** Number of the first item of an ordered list. */
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    };

const ITEM = /^ {0,3}(?:([-*+])|(\d{1,9})[.)])\s+/;

/**
 * Cuts a text into blocks; blank lines end a paragraph, not a list.
 *
 * @param math Formulas by their TeX. `$…$` and `$$…$$` around one of these is a
 *   formula, any other dollar sign is one.
 */
export const parseRichText = (
  markdown: string,
  math?: Formulas,
): readonly Block[] => {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list: {ordered: boolean; start: number; items: string[][]} | undefined;
  const endParagraph = () => {
    if (paragraph.length) {
      blocks.push({
        type: 'paragraph',
        children: parseInline(paragraph.join('\n'), math),
      });
    }
    paragraph = [];
  };
  const endList = () => {
    if (list) {
      const {ordered, start, items} = list;
      blocks.push({
        type: 'list',
        ordered,
        start,
        items: items.map((lines) => parseInline(lines.join('\n'), math)),
      });
    }
    list = undefined;
  };
  let blank = false;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const item = ITEM.exec(line);
    if (!line.trim()) {
      endParagraph();
      blank = true;
      continue;
    }
    if (item) {
      endParagraph();
      const ordered = item[2] !== undefined;
      if (list?.ordered !== ordered) endList();
      list ??= {ordered, start: Number(item[2] ?? 1), items: []};
      list.items.push([line.slice(item[0].length)]);
    } else if (list && (!blank || /^\s{2,}/.test(line))) {
      list.items.at(-1)?.push(line.trim());
    } else {
      endList();
      paragraph.push(line.trim());
    }
    blank = false;
  }
  endParagraph();
  endList();
  return blocks;
};

/** Addresses longer than this are no addresses. */
const MAX_ADDRESS = 2048;
/** Round brackets inside an address, as in CommonMark; bounds the search for `)`. */
const MAX_BRACKETS = 32;
/** Marks that are open at once. What walks the tree may then do so by recursion. */
const MAX_OPEN = 64;
const WORD = /[\p{L}\p{N}]/u;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

type Mark = '' | '*' | '**' | '_' | '__' | '[';

/** An opening mark whose end has not been seen, with what came since. */
interface Open {
  readonly mark: Mark;
  readonly children: Inline[];
}

/** The inline parts of a block, in one pass. A mark that is not closed is text. */
export const parseInline = (
  text: string,
  math?: Formulas,
): readonly Inline[] => {
  const stack: Open[] = [{mark: '', children: []}];
  let plain = '';
  let at = 0;
  let linked = 0; // marks up to this depth hold a link, so none of them is one

  const top = () => stack[stack.length - 1]!;
  const flush = () => {
    if (plain) addText(top().children, plain);
    plain = '';
  };
  const open = (mark: Mark) => {
    flush();
    if (stack.length > MAX_OPEN) settle(1, 1);
    stack.push({mark, children: []});
    at += mark.length;
  };
  /** Turns marks from `depth` on back into text. */
  const settle = (depth: number, count = stack.length) => {
    flush();
    const below = stack[depth - 1]!.children;
    // From the outermost on, so that nothing is moved twice.
    for (const {mark, children} of stack.splice(depth, count)) {
      addText(below, mark);
      for (const child of children) {
        if (child.type === 'text') addText(below, child.text);
        else below.push(child);
      }
      if (linked >= depth) linked--;
    }
  };
  const close = (
    depth: number,
    length: number,
    node: (children: readonly Inline[]) => Inline,
  ) => {
    settle(depth + 1);
    const {children} = stack.pop()!;
    linked = Math.min(linked, depth - 1);
    top().children.push(node(children));
    at += length;
  };
  const isEmpty = (mark: Mark) =>
    top().mark === mark && !top().children.length && !plain;
  const depthOf = (mark: Mark) => {
    // Nesting is shallow in honest text; the bound keeps the search linear.
    for (
      let depth = stack.length - 1;
      depth > Math.max(0, stack.length - 9);
      depth--
    ) {
      if (stack[depth]!.mark === mark) return depth;
    }
    return 0;
  };

  while (at < text.length) {
    const character = text[at]!;
    if (character === '\\' && PUNCTUATION.test(text[at + 1] ?? '')) {
      plain += text[at + 1]!;
      at += 2;
    } else if (character === '`') {
      const end = text.indexOf('`', at + 1);
      if (end > at + 1) {
        flush();
        top().children.push({type: 'code', text: text.slice(at + 1, end)});
        at = end + 1;
      } else {
        plain += character;
        at++;
      }
    } else if (character === '$') {
      const formula = math && formulaAt(text, at, math);
      if (formula) {
        flush();
        top().children.push(formula.node);
        at = formula.end;
      } else {
        plain += character;
        at++;
      }
    } else if (character === '*' || character === '_') {
      const double = character + character;
      // Of three marks the first one closes what was opened last.
      const single =
        text[at + 1] !== character ||
        (top().mark === character && text[at + 2] === character);
      const mark = (single ? character : double) as Mark;
      const before = text[at - 1] ?? ' ';
      const after = text[at + mark.length] ?? ' ';
      const inWord = character === '_' && WORD.test(before) && WORD.test(after);
      const closes = !inWord && !/\s/.test(before) && !isEmpty(mark);
      const depth = closes ? depthOf(mark) : 0;
      const type = mark.length === 2 ? 'strong' : 'emphasis';
      if (depth) {
        close(depth, mark.length, (children) => ({type, children}));
      } else if (!inWord && !/\s/.test(after)) {
        open(mark);
      } else {
        plain += mark;
        at += mark.length;
      }
    } else if (character === '[') {
      const reference =
        text[at + 1] === '[' ? termReference(text, at) : undefined;
      if (reference) {
        flush();
        const children = [{type: 'text' as const, text: reference.label}];
        top().children.push({type: 'term', id: reference.id, children});
        linked = stack.length - 1;
        at = reference.end;
      } else {
        open('[');
      }
    } else if (character === ']') {
      const depth = depthOf('[');
      const address =
        depth > linked && text[at + 1] === '('
          ? linkTarget(text, at + 2)
          : undefined;
      if (address !== undefined) {
        close(depth, address.length + 3, (children) => ({
          type: 'link',
          url: address,
          children,
        }));
        linked = stack.length - 1;
      } else {
        plain += character;
        at++;
      }
    } else {
      plain += character;
      at++;
    }
  }
  settle(1);
  return stack[0]!.children;
};

const addText = (children: Inline[], text: string) => {
  const last = children[children.length - 1];
  if (last?.type === 'text') {
    children[children.length - 1] = {type: 'text', text: last.text + text};
  } else {
    children.push({type: 'text', text});
  }
};

/** TeX longer than this is no formula; bounds the search for its end. */
const MAX_FORMULA = 1000;

/** The formula that begins at a dollar sign, if the text brings it along. */
const formulaAt = (text: string, at: number, math: Formulas) => {
  const mark = text[at + 1] === '$' ? '$$' : '$';
  const from = at + mark.length;
  const length = text.slice(from, from + MAX_FORMULA).indexOf(mark);
  if (length < 0) return undefined;
  const tex = text.slice(from, from + length).trim();
  if (!Object.hasOwn(math, tex)) return undefined;
  return {
    node: {type: 'math', text: tex, mark, tree: math[tex]!} as const,
    end: from + length + mark.length,
  };
};

const TERM_REFERENCE = /\[\[([^\][|\n]{1,200})(?:\|([^\][\n]{1,500}))?\]\]/y;

const termReference = (text: string, at: number) => {
  TERM_REFERENCE.lastIndex = at;
  const match = TERM_REFERENCE.exec(text);
  const id = match?.[1]?.trim();
  if (!match || !id) return undefined;
  return {id, label: match[2]?.trim() ?? id, end: TERM_REFERENCE.lastIndex};
};

const SPACE = /\s/;

const linkTarget = (text: string, from: number): string | undefined => {
  let depth = 0;
  const limit = Math.min(text.length, from + MAX_ADDRESS);
  for (let at = from; at < limit; at++) {
    const character = text[at]!;
    if (character === '(' && ++depth > MAX_BRACKETS) return undefined;
    if (character === ')' && depth-- === 0) return text.slice(from, at);
    if (SPACE.test(character)) return undefined;
  }
  return undefined;
};
