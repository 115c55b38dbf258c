import {mentionsWithin} from '../../matching/in-line.js';
import type {Matcher} from '../../matching/matcher.js';
import type {Mention} from '../../matching/mention.js';
import {textBeside, textPerhapsBeside} from './neighbours.js';
import type {Edges, TextRun} from './text-run.js';

/** What stands beside a run, on the sides where a mention is at its edge. */
const edgesOf = (
  {nodes, last, text}: TextRun,
  mentions: readonly Mention[],
): Edges | undefined => {
  const first = mentions[0];
  if (!first) return undefined;
  const atStart = first.start === 0;
  const atEnd = mentions.at(-1)!.end === text.length;
  return atStart || atEnd
    ? {
        before: atStart ? textBeside(nodes[0]!, 'previous') : undefined,
        after: atEnd ? textBeside(last, 'next') : undefined,
      }
    : undefined;
};

/** Finds the mentions in a run. */
export const search = (matcher: Matcher, run: TextRun): void => {
  const mentions = matcher.find(run.text);
  const edges = edgesOf(run, mentions);
  run.edges = edges;
  run.mentions =
    edges && (edges.before || edges.after)
      ? mentionsWithin(matcher, run.text, edges)
      : mentions;
};

/**
 * Whether what was found still holds, where the text itself has not changed:
 * what stands beside it may have.
 */
export const isFresh = ({nodes, last, edges}: TextRun): boolean =>
  !edges ||
  ((edges.before === undefined ||
    edges.before === textBeside(nodes[0]!, 'previous')) &&
    (edges.after === undefined || edges.after === textBeside(last, 'next')));

/**
 * All text that decides what is found in a run: the run, and what is beside it
 * as far as that is known.
 */
export const decisiveTexts = ({
  nodes,
  last,
  text,
  edges,
}: TextRun): readonly string[] => {
  const before = textPerhapsBeside(nodes[0]!, 'previous');
  const after = textPerhapsBeside(last, 'next');
  const whole = before + text + after;
  const seen = edges && (edges.before ?? '') + text + (edges.after ?? '');
  return seen === undefined || seen === whole ? [whole] : [whole, seen];
};
