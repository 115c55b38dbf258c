import * as v from 'valibot';
import {type Fault, pathText} from '../errors.js';
import {examineGlossary} from '../parse.js';
import {AreaSchema, RemovedTermSchema, TermSchema} from '../schema.js';

/** The lists of a document whose items can be left out one by one. */
export const LISTS = ['terms', 'areas'] as const;
export type ListName = (typeof LISTS)[number];

const isFine: Readonly<Record<ListName, (item: unknown) => boolean>> = {
  terms: (item) => v.is(TermSchema, item) || v.is(RemovedTermSchema, item),
  areas: (item) => v.is(AreaSchema, item),
};

/** A document that has no faults but those of its one entry. */
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
  if (isFine[list](item)) return [];
  const {faults} = examineGlossary({...EMPTY, [list]: [item]});
  return faults.map((fault) => {
    const keys = [list, index, ...fault.keys.slice(2)];
    return {...fault, keys, path: pathText(keys)};
  });
};
