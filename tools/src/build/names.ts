/** The ways to call a term, as a built glossary has them. Pure. */
import {
  beginningMark,
  foldName,
  fullNameOf,
  keyHash,
  LONGEST_NAME,
  nameMark,
  type NameRecord,
  nameTableKey,
  partsOfName,
  type Term,
  wordKey,
} from 'term-elements/glossary';
import {
  formsOf,
  LONGEST_WORD,
  type Pluralizer,
  remembering,
} from 'term-elements/matching';

/** A record, and the keys under which it stands. */
export interface NamedRecord {
  readonly keys: readonly string[];
  readonly record: NameRecord;
}

/** What the set of words has: a mark, in the leaf of a name's first word. */
export interface WordMark {
  /** Hash of the key of the first word. */
  readonly leaf: number;
  /** Hash of the mark. */
  readonly mark: number;
}

export interface TermWords {
  readonly records: readonly NamedRecord[];
  readonly marks: readonly WordMark[];
}

/** One way to call a term, and all its forms in words. */
interface Way {
  readonly written: string;
  readonly isAbbreviation: boolean;
  readonly forms: readonly (readonly string[])[];
}

export const termWords = (term: Term, plurals: Pluralizer): TermWords => {
  const {id, name, caseSensitive, autoLink, ambiguous, difficulty} = term;
  const isLinked = autoLink !== false;
  const full = fullNameOf(term);
  const records: NamedRecord[] = [];
  const marks: WordMark[] = [];
  for (const way of waysOf(term, isLinked ? plurals : () => [])) {
    const own = nameTableKey(way.written);
    if (!own) continue;
    const inWords = way.forms.map((words) => words.map(keyOfWord));
    const keys = new Set([own, ...inWords.map((words) => words.join(''))]);
    keys.delete('');
    const [, ...others] = keys;
    const record: NameRecord = {
      id,
      name,
      ...(way.written !== name && {alias: way.written}),
      ...(way.isAbbreviation && {isAbbreviation: true}),
      ...(way.isAbbreviation && full !== name && {fullName: full}),
      ...(others.length && {keys: others}),
      ...(caseSensitive !== undefined && {caseSensitive}),
      ...(autoLink !== undefined && {autoLink}),
      ...(ambiguous !== undefined && {ambiguous}),
      ...(difficulty !== undefined && {difficulty}),
    };
    records.push({keys: [...keys], record});
    if (isLinked) marks.push(...inWords.flatMap(marksOf));
  }
  return {records, marks};
};

const keyOfWord = remembering((word) => wordKey(foldName(word)));

const waysOf = (term: Term, plurals: Pluralizer): readonly Way[] => {
  const {abbreviation, aliases = [], name} = term;
  const ways = new Map<string, Way>();
  const add = (written: string, isAbbreviation: boolean) => {
    if (ways.has(written)) return;
    const names = [written, ...partsOfName(written).map((part) => part.name)];
    const forms = names.flatMap((name) => formsOf(name, plurals));
    ways.set(written, {written, isAbbreviation, forms});
  };
  // As where names are looked for: what is both is an abbreviation.
  if (abbreviation !== undefined) add(abbreviation, true);
  for (const other of [name, ...aliases]) add(other, false);
  return [...ways.values()];
};

/** @param words Keys of the words of a name. */
const marksOf = (words: readonly string[]): readonly WordMark[] => {
  if (!words.length || words.length > LONGEST_NAME) return [];
  if (words.some((word) => word.length > LONGEST_WORD)) return [];
  const leaf = keyHash(words[0]!);
  const marks: WordMark[] = [];
  let key = '';
  for (const word of words.slice(0, -1)) {
    key += word;
    marks.push({leaf, mark: keyHash(beginningMark(key))});
  }
  key += words.at(-1)!;
  return [...marks, {leaf, mark: keyHash(nameMark(key))}];
};
