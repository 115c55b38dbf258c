/** Whether `Intl` takes a text for a language: glossaries write what they like. */
export const isLanguageTag = (tag: string | undefined): tag is string => {
  if (tag === undefined) return false;
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
};
