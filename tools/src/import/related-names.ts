/** People write names under "See also"; a glossary has ids there. */
import {nameKey, partsOfName} from 'term-elements/glossary';
import type {GlossaryDraft} from '../formats/published-page/draft.js';
import type {Report} from '../terminal/report.js';

/** Ids have no spaces, and hardly any capitals. */
export const looksLikeName = (related: string): boolean =>
  /[\s\p{Lu}]/u.test(related);

/** Ids by names; `null` where several entries have a name. */
const idsByName = ({
  terms,
}: GlossaryDraft): ReadonlyMap<string, string | null> => {
  const ids = new Map<string, string | null>();
  for (const term of terms) {
    if (term.name === null) continue;
    const {id, name, abbreviation, aliases = []} = term;
    const names = [name, ...(abbreviation ? [abbreviation] : []), ...aliases];
    const parts = names.flatMap(partsOfName).map((part) => part.name);
    for (const key of new Set([...names, ...parts].map(nameKey))) {
      const known = ids.get(key);
      ids.set(key, known === undefined || known === id ? id : null);
    }
  }
  return ids;
};

/**
 * Puts ids in the place of names among the related entries of a glossary. What
 * is an id stays, and so does what names nothing, which is reported.
 *
 * @param file Stands in the report.
 */
export const resolveRelated = (
  glossary: GlossaryDraft,
  file: string,
  report: Report,
): void => {
  const isId = new Set<string>();
  for (const {id, ...term} of glossary.terms) {
    isId.add(id);
    const {formerIds = []} = term as {formerIds?: readonly string[]};
    for (const former of formerIds) isId.add(former);
  }
  const isName = (related: unknown): related is string =>
    typeof related === 'string' && !isId.has(related) && looksLikeName(related);
  let ids: ReadonlyMap<string, string | null> | undefined;
  for (const term of glossary.terms) {
    if (term.name === null) continue;
    const {related} = term;
    if (!Array.isArray(related) || !related.some(isName)) continue;
    ids ??= idsByName(glossary);
    const found: string[] = [];
    for (const item of related as readonly string[]) {
      const id = isName(item) ? ids.get(nameKey(item)) : item;
      found.push(id ?? item);
      const place = {file, line: 1};
      if (id === undefined)
        report.warning(
          place,
          `related of ${JSON.stringify(term.id)}: no entry is called ${JSON.stringify(item)}`,
        );
      else if (id === null)
        report.warning(
          place,
          `related of ${JSON.stringify(term.id)}: several entries are called ${JSON.stringify(item)}`,
        );
      else if (id !== item)
        report.guessed(place, 'related: the ids of entries with these names');
    }
    term.related = [...new Set(found)];
  }
};
