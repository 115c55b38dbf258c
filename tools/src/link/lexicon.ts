import type {Glossary, Term} from 'term-elements/glossary';
import {
  filledAddress,
  glossaryVocabulary,
  isMerging,
  linkAddress,
} from 'term-elements/linking';
import {createMatcher, type Matcher} from 'term-elements/matching';
import {mentionOf} from './mention-of.js';
import {requireSettings} from './require-settings.js';

/** What a linker knows of a glossary. */
export interface Lexicon {
  readonly matcher: Matcher;
  /** Address of the entry with an id: safe to link; `undefined` where it has none. */
  addressOf(id: string): string | undefined;
  /** Ids of the entry with an id or a former id; empty where no entry has it. */
  idsOf(id: string): readonly string[];
  /** Ids of the entries that a text as a whole names, those included that are not linked by themselves. */
  named(text: string): readonly string[];
}

/** Further data about the document. */
export interface LexiconOptions {
  /** Where the site has entries that have no address of their own; `{}` is the id. */
  readonly termHref?: string | undefined;
}

const isGlossary = (value: unknown): value is Glossary => {
  const {format, terms} = (value ?? {}) as Partial<Record<string, unknown>>;
  return format === 1 && Array.isArray(terms);
};

const describe = (value: unknown): string =>
  typeof value === 'string' ? `"${value.slice(0, 40)}"` : typeof value;

interface Known {
  readonly matcher: Matcher;
  /** Of all terms, also those that are not linked by themselves; made when it is asked for. */
  readonly all: () => Matcher;
  readonly addresses: ReadonlyMap<string, unknown>;
  readonly ids: ReadonlyMap<string, string>;
}

const known = new WeakMap<Glossary, Known>();

const learn = (glossary: Glossary): Known => {
  const terms = glossary.terms.filter((term) => !isMerging(term));
  const matcher = createMatcher(glossaryVocabulary({...glossary, terms}));
  let all: Matcher | undefined;
  const allTerms = () => ({
    ...glossary,
    terms: terms.map((term) => ({...term, autoLink: true})) as typeof terms,
  });
  const ids = new Map<string, string>();
  for (const {id, formerIds} of terms as readonly Partial<Term>[])
    for (const former of formerIds ?? []) ids.set(former, id!);
  for (const {id} of terms) ids.set(id, id);
  return {
    matcher,
    all: () => (all ??= createMatcher(glossaryVocabulary(allTerms()))),
    addresses: new Map(
      terms.map((term) => [term.id, (term as {url?: unknown}).url]),
    ),
    ids,
  };
};

/**
 * The lexicon of a glossary document. Its names are read once, however often it
 * is asked for.
 *
 * @param options With the other settings of a linker, which are looked at too.
 * @throws {TypeError} Where it is no glossary document, or a setting has a
 *     value that it cannot have.
 */
export const lexiconOf = (
  glossary: Glossary,
  options: LexiconOptions = {},
): Lexicon => {
  if (!isGlossary(glossary)) {
    throw new TypeError(
      `glossary: expected a glossary document, {format: 1, terms: […]}, received ${describe(glossary)}`,
    );
  }
  requireSettings(options);
  const {termHref} = options;
  let own = known.get(glossary);
  if (!own) known.set(glossary, (own = learn(glossary)));
  const {all, matcher, addresses, ids} = own;
  return {
    matcher,
    idsOf: (id) => [ids.get(id)].filter((own) => own !== undefined),
    named: (text) => mentionOf(text, all())?.terms.map((term) => term.id) ?? [],
    addressOf: (id) =>
      linkAddress(addresses.get(id)) ?? filledAddress(termHref, id),
  };
};
