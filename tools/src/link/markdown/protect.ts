/** Parts of Markdown that mean something to other programs, over several blocks or in one. */
import {isOpen, type Range, syntaxIn} from 'term-elements/matching';
import {endOf, type MarkdownNode, type MarkdownText, startOf} from './read.js';

/** What begins a part that empty lines may be in, and what ends it. */
const PAIRS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
  ['$$', '$$'],
  ['\\[', '\\]'],
] as const;

/**
 * Longest of these that is looked for: includes are handed whole paragraphs.
 * Dollars and brackets are also written where nothing is to be closed.
 */
const MOST_OF_TEMPLATE = 50_000;
const MOST_OF_FORMULA = 2000;

/** Tags of templates whose content is code, a formula or a note: `{% raw %} … {% endraw %}`. */
const VERBATIM =
  /\{(?:%-?|\{[<%])[ \t]{0,9}(code|codeblock|comment|highlight|katex|math|mermaid|raw|script|style|verbatim)\b/g;
const MOST_VERBATIM = 20_000;

/** Lines that begin a container: `::: tip Title`. */
const CONTAINER = /^[ \t>]{0,99}:{3,99}.*$/gm;

const pairs = (text: string): readonly Range[] =>
  PAIRS.flatMap(([open, close]) => {
    const ranges: Range[] = [];
    const most = /[{<]/.test(open) ? MOST_OF_TEMPLATE : MOST_OF_FORMULA;
    let next = 0;
    for (let at = text.indexOf(open); at >= 0;) {
      const from = at + open.length;
      // One end is looked for once, however many beginnings are before it.
      if (next < from) next = text.indexOf(close, from);
      if (next < 0) break;
      const isPair = next - from <= most;
      const end = isPair ? next + close.length : from;
      if (isPair) ranges.push({start: at, end});
      at = text.indexOf(open, end);
    }
    return ranges;
  });

const verbatim = (text: string): readonly Range[] => {
  const ranges: Range[] = [];
  const missing = new Set<string>();
  let behind = 0;
  for (const {0: tag, 1: name, index: start} of text.matchAll(VERBATIM)) {
    if (start < behind || missing.has(name!)) continue;
    const from = start + tag.length;
    const close = new RegExp(
      String.raw`\{(?:%-?[ \t]*end|\{[<%][ \t]*/[ \t]*)${name}\b`,
    ).exec(text.slice(from, from + MOST_VERBATIM));
    if (close)
      ranges.push({
        start,
        end: (behind = from + close.index + close[0].length),
      });
    else missing.add(name!);
  }
  return ranges;
};

/** The source with spaces in the place of code: what is in it opens and closes nothing. */
const withoutCode = (source: string, tree: MarkdownNode): string => {
  let text = '';
  let from = 0;
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of (node.children ?? []).toReversed()) stack.push(child);
    const start = startOf(node);
    const end = node.position?.end.offset;
    if (
      !/^(?:code|inlineCode)$/.test(node.type) ||
      start === undefined ||
      end === undefined
    )
      continue;
    text += source.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return text + source.slice(from);
};

/**
 * The protection of a document whose texts are known by their nodes alone. Where a
 * text has escapes or references in it, its offsets in the source are not known,
 * and it is protected as a whole if any of it is.
 */
export const protectionOf = (
  source: string,
  tree: MarkdownNode,
): ((text: MarkdownText, start: number, end: number) => boolean) => {
  const protection = new Protection(source, tree);
  return ({node, block}, start, end) => {
    const from = startOf(node);
    const to = endOf(node);
    // A node that another plug-in has made stands nowhere.
    if (from === undefined || to === undefined) return false;
    const isPlain = source.slice(from, to) === node.value;
    const range = isPlain
      ? {start: from + start, end: from + end}
      : {start: from, end: to};
    return protection.has(range, block);
  };
};

/** Where a text that is not parsed has code, in the form of a tree. */
const CODE = /^(`{3,}|~{3,})[^]*?(?:^\1|(?![^]))|(`+)(?!`)[^]*?[^`]\2(?!`)/gm;

/** The text of a block without its code, whose words are other ones, and what is closed in it. */
const readBlock = (content: string) => {
  const text = content.replace(CODE, (all) => ' '.repeat(all.length));
  return {content, text, closed: syntaxIn(text)};
};

/**
 * The protection of blocks of which only the lines in a source are known.
 *
 * @returns Whether words of a block may stand where they are protected.
 */
export const protectionOfLines = (
  source: string,
): ((
  content: string,
  words: string,
  lines: readonly [from: number, to: number],
) => boolean) => {
  const code = Array.from(source.matchAll(CODE), ({0: all, index}) => ({
    type: 'code',
    position: {start: {offset: index}, end: {offset: index + all.length}},
  }));
  const protection = new Protection(source, {type: 'root', children: code});
  const starts = [0];
  for (
    let at = source.indexOf('\n');
    at >= 0;
    at = source.indexOf('\n', at + 1)
  )
    starts.push(at + 1);
  let block = readBlock('');
  return (content, words, [from, to]) => {
    const start = starts[from] ?? source.length;
    const end = starts[to] ?? source.length;
    if (protection.covers({start, end})) return true;
    if (content !== block.content) block = readBlock(content);
    const {closed, text} = block;
    for (
      let at = text.indexOf(words);
      at >= 0;
      at = text.indexOf(words, at + 1)
    )
      if (!isOpen(closed, {start: at, end: at + words.length})) return true;
    return false;
  };
};

export class Protection {
  readonly #text: string;
  readonly #pairs: readonly Range[];
  /** Contents of templates, and lines that begin containers. */
  readonly #whole: readonly Range[];
  /** Units of a block, 1 where it is protected. */
  readonly #blocks = new Map<MarkdownNode, Uint8Array>();

  constructor(source: string, tree: MarkdownNode) {
    const text = (this.#text = withoutCode(source, tree));
    const lines = Array.from(text.matchAll(CONTAINER), ({0: line, index}) => ({
      start: index,
      end: index + line.length,
    }));
    this.#pairs = pairs(text);
    this.#whole = [...verbatim(text), ...lines];
  }

  /** @param block The paragraph or the cell that the words stand in. */
  has({start, end}: Range, block: MarkdownNode): boolean {
    let closed = this.#blocks.get(block);
    if (!closed) this.#blocks.set(block, (closed = this.#in(block)));
    const from = startOf(block) ?? 0;
    return !isOpen(closed, {start: start - from, end: end - from});
  }

  /**
   * Whether a block is protected by more than what stands in it: it is between
   * the tags of a template, or in one that has begun before it.
   */
  covers({start, end}: Range): boolean {
    const touches = (range: Range) => range.start < end && range.end > start;
    return (
      this.#whole.some(touches) ||
      this.#pairs.some(
        (range) => touches(range) && (range.start < start || range.end > end),
      )
    );
  }

  #in(block: MarkdownNode): Uint8Array {
    const from = startOf(block) ?? 0;
    const to = block.position?.end.offset ?? from;
    const closed = syntaxIn(this.#text.slice(from, to));
    for (const {start, end} of [...this.#pairs, ...this.#whole])
      if (start < to && end > from)
        closed.fill(1, Math.max(0, start - from), end - from);
    return closed;
  }
}
