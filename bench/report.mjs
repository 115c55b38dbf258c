import {median, ratioOf, spread} from './statistics.mjs';

/** `12.3 (11–14)`: the median, and the middle half. */
export const middle = (values, digits = 1) =>
  `${median(values).toFixed(digits)} (${spread(values)
    .map((bound) => bound.toFixed(Math.max(0, digits - 1)))
    .join('–')})`;

export const summary = (values) => ({
  median: median(values),
  spread: spread(values),
});

/**
 * Takes samples of several variants in rounds, one after the other.
 *
 * @param {{variants: readonly string[], samples: number, warmUp: number}} options
 * @param {(variant: string, round: number) => Promise<Record<string, number>>} take
 * @returns {Promise<Record<string, Record<string, number[]>>>} Values by variant and figure.
 */
export const inRounds = async ({variants, samples, warmUp}, take) => {
  const taken = Object.fromEntries(variants.map((name) => [name, {}]));
  for (let round = -warmUp; round < samples; round++) {
    for (const name of variants) {
      const sample = await take(name, round);
      if (round < 0) continue;
      for (const [figure, value] of Object.entries(sample))
        (taken[name][figure] ??= []).push(value);
    }
  }
  return taken;
};

/** The median and the middle half of all that `inRounds` has taken. */
export const summaries = (taken) =>
  Object.fromEntries(
    Object.entries(taken).map(([name, figures]) => [
      name,
      Object.fromEntries(
        Object.entries(figures).map(([figure, values]) => [
          figure,
          summary(values),
        ]),
      ),
    ]),
  );

/**
 * Rows that give, for each figure of each variant, the middle of its samples
 * and our share of it.
 *
 * @param {{titles: Record<string, string>, ours: string, figures: Record<string, string>}} shape
 *   What variants and figures are called; which variant is ours.
 */
export const comparison = ({titles, ours, figures}, taken) => ({
  head: [
    '',
    ...Object.values(figures).flatMap((title) => [title, 'ours / it']),
  ],
  rows: Object.entries(titles)
    .filter(([name]) => taken[name])
    .map(([name, title]) => [
      title,
      ...Object.keys(figures).flatMap((figure) => {
        const values = taken[name][figure];
        if (!values) return ['', ''];
        const own = taken[ours][figure];
        return [
          middle(values),
          name === ours || own.length !== values.length
            ? ''
            : ratioOf(own, values).toFixed(2),
        ];
      }),
    ]),
});

const printTable = ({head, rows}) => {
  const lines = [head, ...rows].map((line) => line.map(String));
  const widths = head.map((_, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  );
  for (const line of lines)
    console.log(
      line
        .map((cell, at) =>
          at ? cell.padStart(widths[at] + 3) : cell.padEnd(widths[0]),
        )
        .join('')
        .trimEnd(),
    );
  console.log();
};

/** Writes what a benchmark has found, for people. */
export const print = ({about, tables}) => {
  console.log(`${about}\n`);
  for (const table of tables) printTable(table);
};

/** Says of each limit whether it holds. @returns Whether all do. */
export const judge = (checks) => {
  let holds = true;
  for (const {what, found, limit, digits = 2} of checks) {
    const isOver = !(found <= limit);
    holds &&= !isOver;
    console.error(
      `${isOver ? 'OVER THE LIMIT' : 'within the limit'}: ${what}: ${found.toFixed(digits)}; at most ${limit}`,
    );
  }
  return holds;
};
