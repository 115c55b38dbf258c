import type {Glossary} from 'term-elements/glossary';
import {
  filledAddress,
  glossaryVocabulary,
  isMerging,
  linkAddress,
} from 'term-elements/linking';
import {createMatcher, type Matcher} from 'term-elements/matching';
import {requireSettings} from './require-settings.js';

/** What a linker knows of a glossary. */
export interface Lexicon {
  readonly matcher: Matcher;
  /** Address of the entry with an id: safe to link; `undefined` where it has none. */
  addressOf(id: string): string | undefined;
}

/** What is there of a document besides it. */
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
  readonly addresses: ReadonlyMap<string, unknown>;
}

const known = new WeakMap<Glossary, Known>();

const learn = (glossary: Glossary): Known => {
  const terms = glossary.terms.filter((term) => !isMerging(term));
  return {
    matcher: createMatcher(glossaryVocabulary({...glossary, terms})),
    addresses: new Map(
      terms.map((term) => [term.id, (term as {url?: unknown}).url]),
    ),
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
  const {matcher, addresses} = own;
  return {
    matcher,
    addressOf: (id) =>
      linkAddress(addresses.get(id)) ?? filledAddress(termHref, id),
  };
};
