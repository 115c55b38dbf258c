import {type Fault, faultText, pathText} from '../errors.js';
import {examineGlossary} from '../parse.js';
import {LISTS} from '../quick-check.js';
import {isPlainEntry} from '../quick-figure-check.js';

type ListName = (typeof LISTS)[number];

/** A document without faults, to which one entry is added to be checked. */
const EMPTY = {format: 1, name: '', terms: []};

/**
 * What is wrong with one entry of a document; nothing, nearly always, and then
 * this is quick.
 */
export const entryFaults = (
  list: ListName,
  index: number,
  item: unknown,
): readonly Fault[] => {
  if (isPlainEntry[list](item)) return [];
  const {faults} = examineGlossary({...EMPTY, [list]: [item]});
  return faults.map((fault) => {
    const keys = [list, index, ...fault.keys.slice(2)];
    return {...fault, keys, path: pathText(keys)};
  });
};

/** The faults of a document, without those in entries of its lists. */
export const documentFaults = (document: unknown): readonly Fault[] => {
  const whole = Object(document) as Readonly<Record<string, unknown>>;
  const emptied = LISTS.filter((list) => Array.isArray(whole[list])).map(
    (list) => [list, []] as const,
  );
  const {faults} = examineGlossary(
    emptied.length ? {...whole, ...Object.fromEntries(emptied)} : document,
  );
  return faults;
};

/** Faults that a warning names; `validate` names all. */
const MOST_NAMED = 10;

/** A warning of entries that are not shown. */
export const leftOut = (source: string, faults: readonly Fault[]): string => {
  const named = faults
    .slice(0, MOST_NAMED)
    .map((fault) => `  ${faultText(fault)}`);
  const more = faults.length - named.length;
  return [
    `entries of ${source} are left out because they do not follow the format. Run "term-elements validate" on the file.`,
    ...named,
    ...(more ? [`  and ${more} more`] : []),
  ].join('\n');
};
