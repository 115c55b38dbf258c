import {lookup, type LookupAddress} from 'node:dns';
import {type IncomingMessage, request as requestHttp} from 'node:http';
import {request as requestHttps} from 'node:https';
import {isIP, type LookupFunction} from 'node:net';
import {version} from 'term-elements/prerendering';

/** The IP addresses of a name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/** By the system: its hosts file counts, as it does in a browser. */
export const systemResolve: Resolve = (name) =>
  new Promise((resolve, reject) => {
    lookup(name, {all: true, verbatim: true}, (error, found) => {
      if (error) reject(error);
      else resolve(found);
    });
  });

/** The IP addresses that the host of an address stands for. */
export const addressesOf = async (
  {hostname}: URL,
  resolve: Resolve,
): Promise<readonly LookupAddress[]> => {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return family ? [{address: host, family}] : resolve(host);
};

/**
 * Sends a GET request to one of these IP addresses and to no other: whatever
 * the name would resolve to by now is not asked for again. Neither proxies of
 * the environment nor a connection of before are used.
 */
export const connect = (
  url: URL,
  addresses: readonly LookupAddress[],
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const sent = send(url, {
      agent: false,
      lookup: fixedLookup(addresses),
      signal,
      headers: {
        accept: '*/*',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': `term-elements/${version}`,
      },
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end();
  });

const fixedLookup =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_name, {all}, answer) => {
    const [first] = addresses;
    if (all) answer(null, [...addresses]);
    else if (first) answer(null, first.address, first.family);
    else answer(new Error('no address'), '');
  };
