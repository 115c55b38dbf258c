const ADDRESS = /^glossary(?::(.+))?$/is;

/**
 * What an author's link names: the id of `[words](glossary:id)`, and `''` for
 * `[words](glossary)`, whose words are the name.
 *
 * @returns `undefined` for any other link.
 */
export const referenceIn = (href: string | undefined): string | undefined => {
  const match = ADDRESS.exec(href?.trim() ?? '');
  if (!match) return undefined;
  const id = match[1] ?? '';
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};
