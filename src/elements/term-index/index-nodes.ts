import {buildDefinedTermSets} from '../../structured-data/defined-term.js';
import type {HostPage} from '../../structured-data/page-role.js';
import type {IndexPage} from './index-content.js';

/** The nodes of an index: the terms that it shows. */
export const build = ({items}: IndexPage, {base}: HostPage) =>
  buildDefinedTermSets(
    items.flatMap(({entry}) => entry ?? []),
    base,
  );
