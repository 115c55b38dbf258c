/**
 * The benchmarks, in the order in which they run, and whether they need a
 * browser and the packages that they are compared with.
 */
export const BENCHMARKS = new Map([
  ['first-card', {inBrowser: true}],
  ['cards', {inBrowser: true}],
  ['tips', {inBrowser: true}],
  ['hover', {inBrowser: true}],
  ['matching', {inBrowser: true}],
  ['linking', {inBrowser: true}],
  ['exchange', {inBrowser: true}],
  ['large-document', {inBrowser: true}],
  ['prerender', {inBrowser: false}],
  ['import', {inBrowser: false}],
  ['start', {inBrowser: false}],
  ['link-quality', {inBrowser: false}],
]);

export const needBrowser = (names) =>
  names.some((name) => BENCHMARKS.get(name)?.inBrowser);
