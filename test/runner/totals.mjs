/** How many tests passed, failed and were skipped, in a file between processes. */
import {readFileSync, writeFileSync} from 'node:fs';

/** @typedef {{passed: number, failed: number, skipped: number}} Totals */

/** @returns {Totals} */
export const noTotals = () => ({passed: 0, failed: 0, skipped: 0});

/** @param {Record<string, Totals>} totals By the name of what ran them. */
export const writeTotals = (path, totals) =>
  writeFileSync(path, JSON.stringify(totals));

/** @returns {Record<string, Totals> | undefined} Undefined if none were written. */
export const readTotals = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};
