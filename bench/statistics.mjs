/** The value below which a part of the values lies, between neighbours in proportion. */
const quantile = (values, part) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
};

export const median = (values) => quantile(values, 0.5);

/** The bounds of the middle half. */
export const spread = (values) => [
  quantile(values, 0.25),
  quantile(values, 0.75),
];

/**
 * Of samples that were taken one after the other, so that what else the
 * machine does cancels out: the median of the ratios within each round.
 */
export const ratioOf = (ours, theirs) =>
  median(ours.map((value, round) => value / theirs[round]));
