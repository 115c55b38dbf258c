/** Redirects lead to other ports than these two only where the user has named them. */
const USUAL_PORTS = new Set(['', '80', '443']);

/** Below it are the ports of other protocols: mail, DNS, SSH. */
const FIRST_OPEN_PORT = 1024;

/**
 * Whether an address may be requested, judged by the address alone; what its
 * host resolves to is checked elsewhere.
 *
 * @param before Where it was redirected from; `undefined` for the first.
 * @param port That the first address names.
 * @returns Why not, or `undefined`.
 */
export const whyNotAllowed = (
  {protocol, username, password, port: own}: URL,
  before?: URL,
  port = own,
): string | undefined => {
  if (protocol !== 'https:' && protocol !== 'http:') {
    return `expected http or https, received ${protocol.slice(0, -1)}`;
  }
  if (before?.protocol === 'https:' && protocol === 'http:') {
    return 'it redirects from https to http, where the content could be changed on the way';
  }
  if (username || password) {
    return 'it contains a user name or a password, which would end up in logs';
  }
  if (
    !USUAL_PORTS.has(own) &&
    (own !== port || Number(own) < FIRST_OPEN_PORT)
  ) {
    return `port ${own} is not a port of web servers`;
  }
  return undefined;
};

/** @returns `undefined` for what is no absolute address. */
export const parseUrl = (text: string, base?: URL): URL | undefined =>
  URL.canParse(text, base) ? new URL(text, base) : undefined;

/** An address as messages may show it: without name and password. */
export const toldAddress = (url: URL): string => {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
};
