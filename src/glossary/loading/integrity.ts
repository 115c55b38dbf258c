/** Whether content has the hash that the page gives for it. */

/** Weakest first (W3C Subresource Integrity, section 3.3.3). */
const KINDS = ['sha256', 'sha384', 'sha512'] as const;

/** Computes digests: `crypto.subtle`. */
type Digester = Pick<SubtleCrypto, 'digest'>;

interface Promised {
  readonly kind: (typeof KINDS)[number];
  /** Base64 of the digest. */
  readonly digest: string;
}

/**
 * The hashes of an `integrity` attribute that count: those of its strongest
 * algorithm. Unknown algorithms are skipped, as browsers do; `[]` matches
 * anything.
 */
export const strongestPromises = (integrity: string): readonly Promised[] => {
  const all = integrity.split(/\s+/).flatMap((item) => {
    const [, name, digest] =
      /^(sha\d+)-([\w+/-]+={0,2})(?:\?.*)?$/i.exec(item) ?? [];
    const kind = KINDS.find((known) => known === name?.toLowerCase());
    return kind && digest ? [{kind, digest: plainBase64(digest)}] : [];
  });
  const strongest = KINDS.findLast((kind) =>
    all.some((promise) => promise.kind === kind),
  );
  return all.filter(({kind}) => kind === strongest);
};

/** The alphabet of base64url is taken too. */
const plainBase64 = (text: string): string =>
  text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');

const base64 = (digest: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(digest))).replace(/=+$/, '');

/**
 * Compares content with an `integrity` attribute.
 *
 * @returns The hash of the content, in the same syntax, if it does not match; `undefined` if it does.
 */
export const brokenPromise = async (
  content: Uint8Array,
  integrity: string,
  subtle: Digester,
): Promise<string | undefined> => {
  const promises = strongestPromises(integrity);
  const [first] = promises;
  if (!first) return undefined;
  const digest = base64(
    await subtle.digest(
      first.kind.replace('sha', 'SHA-'),
      content as Uint8Array<ArrayBuffer>,
    ),
  );
  return promises.some((promise) => promise.digest === digest)
    ? undefined
    : `${first.kind}-${digest}`;
};

/** Whether content has a name that begins its SHA-256, in lower-case hex. */
export const hasName = async (
  content: Uint8Array,
  name: string,
  subtle: Digester,
): Promise<boolean> => {
  const digest = await subtle.digest(
    'SHA-256',
    content as Uint8Array<ArrayBuffer>,
  );
  const hex = Array.from(new Uint8Array(digest), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return hex.startsWith(name);
};
