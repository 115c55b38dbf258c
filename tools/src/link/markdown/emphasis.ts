import type {Span} from '../html/write.js';
import {type MarkdownNode, startOf} from './read.js';

const SPACE = /^(?:\s|)$/;
const LETTER = /^[^\s!-/:-@[-`{-~\p{P}\p{S}]$/u;

/** Parsers differ in what a run of one mark is beside that of another. */
const MARK = /[*_~]/;

/** A run of one mark beside words, and what stands on its other side. */
interface Run {
  readonly mark: string;
  readonly outer: string;
}

const runAt = (source: string, from: number, step: 1 | -1): Run | undefined => {
  const mark = source[from] ?? '';
  if (!MARK.test(mark)) return undefined;
  let at = from;
  while (source[at] === mark) at += step;
  const around =
    step > 0
      ? source.slice(at, at + 2)
      : source.slice(Math.max(0, at - 1), at + 1);
  const outer = [...around].at(step > 0 ? 0 : -1) ?? '';
  // One that is escaped is no mark.
  return step < 0 && from - at === 1 && outer === '\\'
    ? undefined
    : {mark, outer};
};

/** Nodes that marks stand around. */
const EMPHASIS = /^(?:emphasis|strong|delete)$/;

/**
 * The marks of which some in a paragraph are letters, or stand inside each
 * other: where these could do more, they might.
 */
const looseMarks = (
  block: MarkdownNode,
  source: string,
): ReadonlySet<string> => {
  const loose = new Set<string>();
  const stack: (readonly [MarkdownNode, string])[] = [[block, '']];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, around] = next;
    let inside = around;
    if (node.type === 'text')
      for (const [mark] of (node.value ?? '').matchAll(/[*_~]/g))
        loose.add(mark);
    if (EMPHASIS.test(node.type)) {
      const mark = source[startOf(node) ?? -1] ?? '';
      if (around.includes(mark)) loose.add(mark);
      else inside += mark;
    }
    for (const child of node.children ?? []) stack.push([child, inside]);
  }
  return loose;
};

/**
 * Decides whether words can become a link without changing what is emphasised.
 */
export class Emphasis {
  readonly #loose = new Map<MarkdownNode, ReadonlySet<string>>();

  constructor(readonly source: string) {}

  /**
   * Whether the marks beside words mean the same when a link stands there:
   * whether `*` can begin or end something depends on what stands on both of its
   * sides, and a link begins and ends with punctuation.
   *
   * With a space on the other side nothing changes. Between letters marks would
   * do less. With punctuation there they can do more, which is harmless where
   * all such marks of the paragraph are in plain pairs.
   *
   * @param block The paragraph or cell.
   * @see https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
   */
  keeps({start, end}: Span, block: MarkdownNode): boolean {
    const {source} = this;
    return [runAt(source, start - 1, -1), runAt(source, end, 1)].every(
      (run) =>
        !run ||
        SPACE.test(run.outer) ||
        (!LETTER.test(run.outer) &&
          !MARK.test(run.outer) &&
          !this.#looseIn(block).has(run.mark)),
    );
  }

  #looseIn(block: MarkdownNode): ReadonlySet<string> {
    let loose = this.#loose.get(block);
    if (!loose)
      this.#loose.set(block, (loose = looseMarks(block, this.source)));
    return loose;
  }
}
