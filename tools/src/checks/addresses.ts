/** Addresses that no link may have, such as `javascript:`. */
import {linkAddress} from 'term-elements/glossary';
import {type Finding, finding} from './finding.js';
import {inlinesOf, richTextsOf} from './texts.js';
import {everyNamed} from './walk.js';

const ADDRESSES = new Set(['url']);

export const checkAddresses = (document: unknown): Finding[] => [
  ...[...everyNamed(document, ADDRESSES)].flatMap(({value, keys}) =>
    value === '' || linkAddress(value) !== undefined
      ? []
      : [finding('unsafe-address', keys, unsafeAddress(value as string))],
  ),
  ...richTextsOf(document).flatMap(({value, keys}) =>
    [...inlinesOf(value)].flatMap((node) =>
      node.type === 'link' && linkAddress(node.url) === undefined
        ? [
            finding(
              'unsafe-address',
              [...keys, 'markdown'],
              unsafeAddress(node.url),
            ),
          ]
        : [],
    ),
  ),
];

const unsafeAddress = (address: string) =>
  `expected an http(s), mailto or relative address, received "${address.slice(0, 60)}"`;
