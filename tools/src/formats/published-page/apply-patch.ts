import {isDeepStrictEqual} from 'node:util';
import type {Page} from 'term-elements/glossary';
import type {Hunk} from './difference.js';
import {readLines} from './read.js';

/**
 * Puts back the lines in which a page differs from its derived form. A hunk
 * holds only where the lines that it removes still stand, and where it brings no
 * address that runs something. Hunks inside the
 * JSON-LD are left out, all of them, where they would change what it says.
 */
export const applyPatch = (
  derived: readonly string[],
  patch: NonNullable<Page['patch']>,
): {readonly lines: readonly string[]; readonly dropped: number} => {
  const fitting = fittingHunks(derived, patch);
  const all = apply(derived, fitting);
  if (isDeepStrictEqual(dataOf(all), dataOf(derived))) {
    return {lines: all, dropped: patch.length - fitting.length};
  }
  const fenced = fencedLines(derived);
  const outside = fitting.filter(
    ({line, remove}) =>
      !remove.some((_, index) => fenced.has(line - 1 + index)),
  );
  const lines = apply(derived, outside);
  return isDeepStrictEqual(dataOf(lines), dataOf(derived))
    ? {lines, dropped: patch.length - outside.length}
    : {lines: derived, dropped: patch.length};
};

/** Puts back all lines that still fit, whatever they are. */
export const applyLines = (
  derived: readonly string[],
  patch: readonly Hunk[],
): {readonly lines: readonly string[]; readonly dropped: number} => {
  const fitting = fittingHunks(derived, patch);
  return {
    lines: apply(derived, fitting),
    dropped: patch.length - fitting.length,
  };
};

const fittingHunks = (
  derived: readonly string[],
  patch: readonly Hunk[],
): readonly Hunk[] =>
  patch.filter(
    ({line, remove, insert}) =>
      remove.every((text, index) => derived[line - 1 + index] === text) &&
      !insert.some((text) => RUNS.test(text)),
  );

/** A line of Markdown or JSON with an address that runs something when it is followed. */
const RUNS =
  /(?:\]\(|\]:|<|["'=])[\s<"']*(?:javascript|vbscript|data:[\w-]+\/[\w+-]+[;,])/i;

const apply = (derived: readonly string[], patch: readonly Hunk[]) => {
  const lines: string[] = [];
  let at = 0;
  for (const {line, remove, insert} of patch) {
    if (line - 1 < at) continue;
    lines.push(...derived.slice(at, line - 1), ...insert);
    at = line - 1 + remove.length;
  }
  return [...lines, ...derived.slice(at)];
};

/** What the JSON-LD of a page says, however it is laid out. */
const dataOf = (lines: readonly string[]) =>
  blocksOf(lines).flatMap(({value}) => value ?? [false]);

const blocksOf = (lines: readonly string[]) =>
  readLines({lines, byteOrderMark: false, lineEnd: '\n'}, '').blocks;

const fencedLines = (lines: readonly string[]): ReadonlySet<number> => {
  const fenced = new Set<number>();
  for (const {line, lines: content} of blocksOf(lines)) {
    for (let at = -1; at <= content.length; at++) fenced.add(line - 1 + at);
  }
  return fenced;
};
