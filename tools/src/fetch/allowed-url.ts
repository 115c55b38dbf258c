/** Redirects lead to other ports than these two only where the user has named them. */
const USUAL_PORTS = new Set(['', '80', '443']);

/** Below it other protocols listen: mail, names, shells. */
const FIRST_OPEN_PORT = 1024;

/**
 * Whether an address may be gone to, as far as the address itself shows; what
 * its host resolves to is another question.
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
    return 'it leads from https to http, where anyone on the way can change it';
  }
  if (username || password) {
    return 'it has a name or a password in it, which servers and logs would keep';
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
