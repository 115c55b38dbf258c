import type {Mention} from 'term-elements/matching';
import type {Run} from '../../documents/run.js';
import {namesOf} from '../glossary.js';
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
}

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
      about: 'Says nothing where fewer documents are read.',
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
    let documents = 0;
    return {
      document({runs}) {
        documents++;
        const here = new Set<string>();
        for (const run of runs)
          for (const mention of glossary.mentions(run))
            count(run, mention, counts, here);
        for (const id of here) counts.get(id)!.documents++;
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

const count = (
  run: Run,
  mention: Mention,
  counts: Map<string, Counts>,
  here: Set<string>,
): void => {
  const [term, another] = mention.terms;
  if (!term || another) return;
  let own = counts.get(term.id);
  if (!own) {
    own = {documents: 0, capital: 0, small: 0, isClear: false};
    counts.set(term.id, own);
  }
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

const adviceFor = (
  term: Term,
  {documents, capital, small, isClear}: Counts,
  all: number,
  share: number,
): {readonly message: string; readonly help: string} | undefined => {
  const {ambiguous, caseSensitive, name} = term;
  if (caseSensitive || ambiguous || !ONE_WORD.test(name)) return undefined;
  if (/^\p{Lu}/u.test(name) && capital >= HABIT && small && capital > 2 * small)
    return {
      message: `"${name}" is written with a capital ${capital} times inside of sentences, and without ${small === 1 ? 'once' : `${small} times`}`,
      help: 'Set "caseSensitive": true if the small word is another one.',
    };
  const hasOthers = namesOf(term).some((other) => !ONE_WORD.test(other));
  if (documents * 100 < all * share || isClear || !hasOthers) return undefined;
  return {
    message: `"${name}" is in ${documents} of ${all} documents, and none names the term in full`,
    help: 'Set "ambiguous": true if it is an everyday word there.',
  };
};
