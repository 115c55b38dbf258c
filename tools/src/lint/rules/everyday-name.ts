import {
  formsOf,
  isVerb,
  type Mention,
  pluralizer,
} from 'term-elements/matching';
import type {Run} from '../../documents/run.js';
import {type LintGlossary, namesOf} from '../glossary.js';
import {rule} from '../rule.js';
import type {Term} from 'term-elements/glossary';

/** What the documents say of a name of one word. */
interface Counts {
  /** Documents that name the term by it. */
  documents: number;
  /** Mentions inside of sentences, with a capital and without. */
  capital: number;
  small: number;
  /** The term is also named by words that mean nothing else. */
  isClear: boolean;
  /** How often its word is written, and how often of these as a verb. */
  words: number;
  verbs: number;
}

const none = (): Counts => ({
  documents: 0,
  capital: 0,
  small: 0,
  isClear: false,
  words: 0,
  verbs: 0,
});

/** Ids of terms by the forms of their names that may also be English verbs. */
const verbsOf = ({
  document,
  terms,
}: LintGlossary): ReadonlyMap<string, string> => {
  const {language = 'en'} = document;
  const ids = new Map<string, string>();
  if (!/^en(?:-|$)/i.test(language)) return ids;
  const plurals = pluralizer(language);
  for (const {id, name} of terms) {
    if (!/^\p{L}\p{Ll}+$/u.test(name)) continue;
    for (const [word, other] of formsOf(name, plurals))
      if (word !== undefined && other === undefined)
        ids.set(word.toLowerCase(), id);
  }
  return ids;
};

const ONE_WORD = /^\p{L}+$/u;

/** A capital says nothing at the beginning of a sentence. */
const isInside = ({text}: Run, {start}: Mention): boolean =>
  /[\p{L}\p{N},;)]\s+$/u.test(text.slice(Math.max(0, start - 5), start));

/**
 * Words that have another meaning are not seen in a glossary, and are in the
 * documents: they are everywhere, while the term is never named in full; or they
 * are written large as a name and small as a word.
 */
export const everydayName = rule({
  name: 'everyday-name',
  title: 'A name that the documents also use as an ordinary word',
  why: 'A linker marks a word that means something else there.',
  fix: 'Set "ambiguous": true, so that the name counts only where the term is named clearly, or "caseSensitive": true for a proper name.',
  severity: 'warning',
  options: {
    leastDocuments: {
      type: 'number',
      default: 10,
      least: 1,
      about: 'Reports nothing if fewer documents are read.',
    },
    share: {
      type: 'number',
      default: 50,
      least: 1,
      about:
        'Per cent of the documents in which a word is found from which on it is an everyday one.',
    },
  },
  start: ({glossary, options: {leastDocuments, share}}) => {
    const counts = new Map<string, Counts>();
    const verbs = verbsOf(glossary);
    let documents = 0;
    return {
      document({runs}) {
        documents++;
        const here = new Set<string>();
        for (const run of runs) {
          for (const mention of glossary.mentions(run))
            count(run, mention, counts, here);
          countVerbs(run, verbs, counts);
        }
        for (const id of here) countsOf(id, counts).documents++;
        return [];
      },
      *end() {
        if (documents < leastDocuments) return;
        for (const term of glossary.terms) {
          const own = counts.get(term.id);
          const advice = own && adviceFor(term, own, documents, share);
          if (advice)
            yield {at: {keys: [...glossary.keysOf(term), 'name']}, ...advice};
        }
      },
    };
  },
});

const countsOf = (id: string, counts: Map<string, Counts>): Counts => {
  let own = counts.get(id);
  if (!own) counts.set(id, (own = none()));
  return own;
};

/** A matcher passes over verbs, so they are looked for in the text. */
const countVerbs = (
  {text}: Run,
  verbs: ReadonlyMap<string, string>,
  counts: Map<string, Counts>,
): void => {
  if (!verbs.size) return;
  for (const {0: word, index} of text.matchAll(/\p{L}+/gu)) {
    const id = verbs.get(word.toLowerCase());
    if (id === undefined) continue;
    const own = countsOf(id, counts);
    own.words++;
    if (isVerb(text, index, index + word.length)) own.verbs++;
  }
};

const count = (
  run: Run,
  mention: Mention,
  counts: Map<string, Counts>,
  here: Set<string>,
): void => {
  const [term, another] = mention.terms;
  if (!term || another) return;
  const own = countsOf(term.id, counts);
  const words = run.text.slice(mention.start, mention.end);
  if (!ONE_WORD.test(words) || mention.isAbbreviation) {
    own.isClear = true;
    return;
  }
  here.add(term.id);
  if (!isInside(run, mention)) return;
  if (/^\p{Lu}/u.test(words)) own.capital++;
  else own.small++;
};

/** Mentions from which on the way of writing is a habit. */
const HABIT = 3;
/** One of so many is often. */
const OFTEN = 20;

const adviceFor = (
  term: Term,
  {documents, capital, small, isClear, verbs, words}: Counts,
  all: number,
  share: number,
): {readonly message: string; readonly help: string} | undefined => {
  const {ambiguous, caseSensitive, name} = term;
  if (caseSensitive || ambiguous || !ONE_WORD.test(name)) return undefined;
  if (/^\p{Lu}/u.test(name) && capital >= HABIT && small && capital > 2 * small)
    return {
      message: `"${name}" is written with a capital ${capital} times inside of sentences, and without ${small === 1 ? 'once' : `${small} times`}`,
      help: 'Set "caseSensitive": true if the lower-case word means something else.',
    };
  if (verbs >= HABIT && verbs * OFTEN >= words)
    return {
      message: `"${name}" is also a verb: it is one ${verbs} of ${words} times`,
      help: 'Set "ambiguous": true, so that the word counts only where the term is named clearly.',
    };
  const hasOthers = namesOf(term).some((other) => !ONE_WORD.test(other));
  if (documents * 100 < all * share || isClear || !hasOthers) return undefined;
  return {
    message: `"${name}" is in ${documents} of ${all} documents, and none names the term in full`,
    help: 'Set "ambiguous": true if it is an everyday word there.',
  };
};
