import type {Entry} from '../../glossary/source.js';
import {buildDefinedTermSet} from '../../structured-data/defined-term.js';
import type {HostPage} from '../../structured-data/page-role.js';

/** The nodes of a card. */
export const build = (entry: Entry, {base}: HostPage) => [
  buildDefinedTermSet([entry], base),
];
