import ipaddr from 'ipaddr.js';

/** Of IPv6, all that is public begins so (RFC 4291, section 2.4). */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');

/** Names of the most frequent ranges. */
const NAMES: Readonly<Record<string, string>> = {
  loopback: 'this machine itself',
  private: 'a private network',
  uniqueLocal: 'a private network',
  carrierGradeNat: 'a private network',
  linkLocal: 'the local link',
  unspecified: 'not the address of a server',
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  ipv4Mapped: 'an IPv6 address that carries an IPv4 address',
  rfc6052: 'an IPv6 address that carries an IPv4 address',
  rfc6145: 'an IPv6 address that carries an IPv4 address',
  '6to4': 'an IPv6 address that carries an IPv4 address',
  teredo: 'an IPv6 address that carries an IPv4 address',
};

/**
 * What an IP address stands for where it is not public: loopback, private,
 * link-local, multicast, reserved, or an IPv6 form that carries an IPv4 address
 * (mapped, NAT64, 6to4, Teredo), which could be any of these. The ranges are
 * those of the IANA special-purpose address registries (RFC 6890).
 *
 * @param address In the canonical form, as the resolver of the system gives it.
 * @returns `undefined` for a public address.
 */
export const whyNotPublic = (address: string): string | undefined => {
  if (!ipaddr.isValid(address)) return 'no IP address';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== 'unicast') return NAMES[range] ?? 'a reserved address';
  // Unassigned ranges have no owner.
  return parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL)
    ? 'a reserved address'
    : undefined;
};
