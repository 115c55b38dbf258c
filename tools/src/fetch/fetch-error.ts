import {CommandError} from '../terminal/errors.js';

/** Characters of an address that are shown: it may have a million. */
const EXCERPT = 200;

const shortened = (address: string): string =>
  address.length > EXCERPT ? `${address.slice(0, EXCERPT)}…` : address;

/** Addresses that were requested, in order, without credentials. */
type Chain = readonly [string, ...string[]];

/**
 * An address that was not fetched. The message has the first address, where its
 * redirects led, and why the last of them could not be loaded.
 */
export const fetchError = (
  chain: Chain,
  why: string,
  wayOut = 'Download it yourself, and name the file.',
): CommandError => {
  const [first, ...others] = chain.map(shortened);
  const led = others.map((address) => ` → ${address}`).join('');
  return new CommandError(`cannot fetch ${first!}${led}: ${why}`, wayOut);
};
