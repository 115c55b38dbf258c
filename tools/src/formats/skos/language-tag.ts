/** A code of ISO 639, alone. */
const LONG_CODE = /^[a-z]{3}$/i;
const TAG = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i;

/**
 * The language that a vocabulary states as a BCP 47 tag: libraries and the EU write
 * the address of an entry in an authority table, and codes of three letters.
 *
 * @param stated A tag, a code, or an IRI that ends with one, such as
 *     `http://id.loc.gov/vocabulary/iso639-2/eng`.
 * @returns `undefined` for anything else.
 */
export const languageTag = (stated: string | undefined): string | undefined => {
  const code = stated?.trim().split(/[/#]/).findLast(Boolean);
  if (code === undefined || !TAG.test(code)) return undefined;
  if (!LONG_CODE.test(code)) return code;
  const [tag] = Intl.getCanonicalLocales(code.toLowerCase());
  return tag;
};
