/** What becomes of a reader's language where a layer takes translations away. Pure. */
import {tagKey} from '../language-tags.js';
import {languageChain} from '../language-tags.js';
import type {MergingTerm} from '../types.js';

/** The languages of a term that a change takes away, as keys. */
const lostBy = ({translations}: MergingTerm): readonly string[] =>
  Object.entries(translations ?? {}).flatMap(([tag, texts]) =>
    texts === null ? tagKey(tag) : [],
  );

/**
 * Changes of one term, uppermost first, without the translations that a change
 * above takes away again.
 */
export const withoutLost = (
  changes: readonly MergingTerm[],
): readonly MergingTerm[] => {
  const lost = new Set<string>();
  return changes.map((change) => {
    const translations = Object.entries(change.translations ?? {}).filter(
      ([tag]) => !lost.has(tagKey(tag)),
    );
    for (const key of lostBy(change)) lost.add(key);
    return change.translations
      ? {...change, translations: Object.fromEntries(translations)}
      : change;
  });
};

/**
 * The language to ask the layer below for, where the translation that it has
 * answered with is taken away.
 *
 * @param language What the reader wants.
 * @param answered Language of the texts that the layer below has given.
 * @returns The next one of the reader's chain, an empty text for the glossary's
 *     own, `undefined` where nothing is taken away.
 */
export const languageInstead = (
  language: string,
  answered: string | undefined,
  changes: readonly MergingTerm[],
): string | undefined => {
  const lost = new Set(changes.flatMap(lostBy));
  if (answered === undefined || !lost.has(tagKey(answered))) return undefined;
  const chain = languageChain(language);
  const rest = chain.slice(chain.indexOf(tagKey(answered)) + 1);
  return rest.find((tag) => !lost.has(tag)) ?? '';
};
