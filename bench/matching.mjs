/** What it costs to find the names of a glossary in a megabyte of text, beside reading its words alone. */

const SIZES = [100, 1_000, 10_000, 100_000];

const ms = (value) => value.toFixed(1);

export const run = async ({open, samples = 11}) => {
  const results = [];
  for (const terms of SIZES) {
    // Each size in a page of its own: the first time is to be the first.
    const page = await open('matching-page');
    results.push(
      await page.evaluate((options) => globalThis.bench.measure(options), {
        terms,
        samples,
      }),
    );
    await page.close();
  }
  const [{texts, units}] = results;
  return {
    about: `names found in ${texts} texts of ${units} units in all, ${samples} samples; milliseconds, medians; mentions are those that a plain matcher finds`,
    figures: results,
    tables: [
      {
        head: [
          'terms',
          'mentions',
          'cold build',
          'cold scan',
          'build',
          'longest slice',
          'scan',
          'words alone',
          'scan / words',
        ],
        rows: results.map((result) => [
          result.terms,
          result.mentions,
          ms(result.cold.build),
          ms(result.cold.scan),
          ms(result.build),
          ms(result.slice),
          ms(result.scan),
          ms(result.words),
          result.ratio.toFixed(2),
        ]),
      },
    ],
    checks: results.map(({terms, mentions, expected}) => ({
      what: `mentions of ${terms} terms that were missed or made up`,
      found: Math.abs(mentions - expected),
      limit: 0,
      digits: 0,
    })),
  };
};
