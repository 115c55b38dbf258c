/** What a layer changes in a term of the layers below. Pure. */
import {linkAddress} from '../address.js';
import {TERM_TEXTS, type TermText} from '../language-tags.js';
import {localizeTerm} from '../localize.js';
import type {Entry, TermChanges} from '../source.js';
import type {MergingTerm, Term} from '../types.js';

/** Values that say what a change is, and of what. */
const NOT_FIELDS = new Set(['id', 'merge', 'translations']);

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => Object(value) as Fields;

/** The given fields in the place of the ones below; `null` takes one away. */
const merged = (
  below: Fields,
  given: Fields,
  left: ReadonlySet<string> = NOT_FIELDS,
): Fields => {
  const fields = new Map(Object.entries(below));
  for (const [name, value] of Object.entries(given)) {
    if (left.has(name)) continue;
    if (value === null) fields.delete(name);
    else fields.set(name, value);
  }
  // Through entries, so that `__proto__` is a property like any other.
  return Object.fromEntries(fields);
};

const NONE: ReadonlySet<string> = new Set();

/** A term with a change: field by field, and so each of its translations. */
export const mergeTerm = (term: Term, change: MergingTerm): Term => {
  const fields = merged(fieldsOf(term), fieldsOf(change));
  if (!change.translations) return fields as unknown as Term;
  const translations = new Map(Object.entries(fieldsOf(term.translations)));
  for (const [tag, texts] of Object.entries(change.translations)) {
    if (texts === null) translations.delete(tag);
    else
      translations.set(
        tag,
        merged(fieldsOf(translations.get(tag)), fieldsOf(texts), NONE),
      );
  }
  return {
    ...fields,
    translations: Object.fromEntries(translations),
  } as unknown as Term;
};

/**
 * An entry of a layer below with what a layer above changes in it. Publisher
 * and forms stay those of the glossary that it comes from.
 *
 * @param language What the entry is read in; absent for its own language.
 */
export const mergeEntry = (
  entry: Entry,
  change: MergingTerm,
  {glossary, origin}: TermChanges,
  language?: string,
): Entry => {
  const url =
    change.url === undefined
      ? entry.url
      : linkAddress(change.url ?? undefined, origin);
  if (language === undefined)
    return {...entry, url, term: mergeTerm(entry.term, change)};
  // What the layer has in its own language does not replace a translation.
  const own = change as unknown as Term;
  const local = localizeTerm(own, language, glossary.language);
  const inLanguage = TERM_TEXTS.filter(
    (text) =>
      local.language !== undefined &&
      local.term[text] != null &&
      !local.untranslated?.includes(text),
  );
  const isTranslated = (text: TermText) =>
    entry.language !== undefined && !entry.untranslated?.includes(text);
  const left = new Set([
    ...NOT_FIELDS,
    ...TERM_TEXTS.filter(
      (text) => !inLanguage.includes(text) && isTranslated(text),
    ),
  ]);
  const term = merged(
    fieldsOf(entry.term),
    fieldsOf(local.term),
    left,
  ) as unknown as Term;
  const untranslated = TERM_TEXTS.filter(
    (text) =>
      term[text] !== undefined &&
      !inLanguage.includes(text) &&
      !isTranslated(text),
  );
  const tag = entry.language ?? local.language;
  const name = change.name ?? entry.original?.name ?? entry.term.name;
  return {
    ...entry,
    url,
    term,
    language: tag,
    untranslated:
      tag === undefined || !untranslated.length ? undefined : untranslated,
    original:
      tag === undefined || name === term.name
        ? undefined
        : {name, language: entry.glossary.language},
  };
};
