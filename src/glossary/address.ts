/** Which addresses become links, requests and identities. Pure. */

const HTTP = /^https?:\/\//i;
/** Host names of this form always parse, which saves a call of `URL`. */
const PLAIN_HOST =
  /^https?:\/\/(?:(?!xn--)[a-z][a-z\d-]*\.)+(?!xn--)[a-z]+(?:[/?#]|$)/i;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
/** Characters that URL parsing strips, so that they cannot hide a scheme. */
// eslint-disable-next-line no-control-regex
const IGNORED = /[\u0000-\u0020]/g;

const tryParse = (address: string, base?: string): URL | undefined => {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
};

/**
 * The absolute http(s) form of an address, or `undefined` where it has no such form.
 * One that is absolute already is passed through to the letter: publishers
 * disagree on closing slashes, and an address is an identity.
 */
export const absoluteAddress = (
  address: string | undefined,
  base: string,
): string | undefined => {
  if (!address) return undefined;
  if (HTTP.test(address)) {
    const parses = PLAIN_HOST.test(address) || URL.canParse(address);
    return parses ? address : undefined;
  }
  const href = tryParse(address, base)?.href;
  return href && HTTP.test(href) ? href : undefined;
};

/**
 * An address that is safe to put into `href`: http(s), `mailto:` or relative.
 * Anything else, such as `javascript:`, makes no link.
 *
 * @param base Address of the document that holds it; resolves a relative one.
 */
export const linkAddress = (
  address: unknown,
  base?: string,
): string | undefined => {
  if (typeof address !== 'string' || !address) return undefined;
  if (HTTP.test(address)) return address; // nearly all are
  const scheme = SCHEME.exec(address.replace(IGNORED, ''))?.[0].toLowerCase();
  if (scheme) return /^(https?|mailto):$/.test(scheme) ? address : undefined;
  return base === undefined ? address : tryParse(address, base)?.href;
};

/** Two addresses name the same thing when they differ in a closing slash only. */
export const addressKey = (address: string): string => {
  // By hand: /\/+$/ takes quadratic time over many slashes.
  let end = address.length;
  while (address[end - 1] === '/') end--;
  return address.slice(0, end);
};

/** The address one step up: `…/area/` of `…/area/margin/`. */
export const parentAddress = (address: string): string | undefined => {
  const match = /^(https?:\/\/[^/?#]+\/(?:[^/?#]+\/)*)[^/?#]+\/?$/i.exec(
    address,
  );
  return match?.[1];
};
