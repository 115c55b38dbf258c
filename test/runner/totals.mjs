/**
 * How many tests passed, failed and were skipped, and which failed, in a file
 * between processes.
 */
import {readFileSync, writeFileSync} from 'node:fs';

/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures Each failed test with the first lines of its error.
 */

/** @returns {Totals} */
export const noTotals = () => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  failures: [],
});

/** One failed test, as `failures` has it. */
export const failureOf = (file, name, message = '') =>
  `${file}: ${name}\n${message.split('\n').slice(0, 12).join('\n')}`.trimEnd();

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
