/** What a document of 100,000 terms costs a page: how long it takes, and how long the page is blocked. */
import {median} from './statistics.mjs';
import {inRounds, middle} from './report.mjs';

const TERMS = 100_000;

/** Milliseconds without an answer that a reader notices. */
const LONGEST_TASK = 100;

const titles = {slices: 'as the elements load it', piece: 'in one piece'};

export const run = async ({open, samples = 5}) => {
  let megabytes = 0;
  const taken = await inRounds(
    {variants: Object.keys(titles), samples, warmUp: 0},
    async (variant) => {
      // A page of its own: what the last one has left is not to be collected here.
      const page = await open('large-document');
      const {bytes, ...sample} = await page.evaluate(
        (...args) => globalThis.bench.measure(...args),
        variant,
        TERMS,
      );
      await page.close();
      megabytes = bytes / 1e6;
      return sample;
    },
  );
  return {
    about: `a document of ${TERMS} terms, ${megabytes.toFixed(1)} MB, ${samples} samples, each in a page of its own; milliseconds, medians and middle halves`,
    figures: taken,
    tables: [
      {
        head: ['', 'first answer', 'first by name', 'longest task'],
        rows: Object.entries(titles).map(([variant, title]) => [
          title,
          ...['first', 'named', 'longest'].map((figure) =>
            middle(taken[variant][figure], 0),
          ),
        ]),
      },
    ],
    checks: [
      {
        what: `longest task of a page that loads ${TERMS} terms, in milliseconds`,
        found: median(taken.slices.longest),
        limit: LONGEST_TASK,
        digits: 0,
      },
    ],
  };
};
