/** Addresses that no link may have, such as `javascript:`. */
import {linkAddress} from '../glossary/address.js';
import {error, type Finding} from './finding.js';
import {unsafeAddress} from './references.js';
import {everyNamed} from './walk.js';

const ADDRESSES = new Set(['url']);

export const checkAddresses = (document: unknown): Finding[] =>
  [...everyNamed(document, ADDRESSES)].flatMap(({value, keys}) =>
    value === '' || linkAddress(value) !== undefined
      ? []
      : [error(keys, unsafeAddress(value as string))],
  );
