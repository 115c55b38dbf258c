/**
 * A matcher that tries every name at every word, to compare the real one with.
 * It shares with it what a name can look like (`nameForms`), how names are
 * folded, and what may be around a name (`isWhole`, `withoutSyntax`); not how a text is read,
 * nor how names are looked for.
 */
import {foldName} from '../../../src/glossary/fold.js';
import type {Vocabulary} from '../../../src/glossary/source.js';
import {LONGEST_NAME} from '../../../src/matching/matcher.js';
import {nameForms, writtenForm} from '../../../src/matching/name-forms.js';
import type {Meaning} from '../../../src/matching/name-trie.js';
import {isParticle} from '../../../src/matching/particles.js';
import {pluralizer} from '../../../src/matching/plurals.js';
import {withoutSyntax} from '../../../src/matching/syntax.js';
import {isVerb, isWhole} from '../../../src/matching/whole-words.js';
import {WordBreaks} from '../../../src/matching/word-breaks.js';

/** A mention, with ids in place of terms. */
export interface ObviousMention {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  readonly isAbbreviation: boolean;
  readonly fullName: string | undefined;
  readonly isAmbiguous: boolean;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly isHangul: boolean;
  readonly folded: string;
}

interface Name {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

const IGNORED = String.raw`\p{DI}`;
const MARK = String.raw`[[\p{M}\uff9e\uff9f]--\p{DI}]`;
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const LETTER = String.raw`[[\p{L}\p{N}\p{Pc}]--[\uff9e\uff9f\u02bc\p{DI}]]`;
const HANGUL = String.raw`[[\p{sc=Hangul}&&${LETTER}]--${UNSPACED}]`;
const UNIT = String.raw`[${UNSPACED}&&${LETTER}]`;
const PLAIN = String.raw`[${LETTER}--[${UNSPACED}\p{sc=Hangul}]]`;

// The v flag writes sets of characters down as they are thought; the language
// version of the build has no literal for it.
const WORDS = new RegExp(
  [
    `(?<hangul>${HANGUL}(?:${IGNORED}*[${HANGUL}${MARK}])*)`,
    `${UNIT}(?:${IGNORED}*${MARK})*`,
    `[${PLAIN}${MARK}](?:${IGNORED}*[${PLAIN}${MARK}])*`,
    String.raw`[^\s\p{Z}\p{Pd}\p{DI}](?:${IGNORED}*${MARK})*`,
  ].join('|'),
  'gv',
);

const readWords = (text: string): readonly Word[] =>
  Array.from(text.matchAll(WORDS), ({0: word, index, groups}) => ({
    start: index,
    end: index + word.length,
    isHangul: groups?.['hangul'] !== undefined,
    folded: foldName(word),
  }));

const ADDRESS = new RegExp(
  String.raw`[\w.+%\-]*(?:://|@|(?<![\p{L}\p{N}\p{M}_])www\.)` +
    String.raw`(?:(?![\s<>"])[[\x00-\x7f\p{L}\p{N}\p{Pc}\p{M}\p{DI}]--\u02bc])+`,
  'giv',
);

const isInside = (
  {start, end}: Word,
  ranges: readonly {readonly start: number; readonly end: number}[],
): boolean => ranges.some((range) => range.start < end && start < range.end);

/** All names of the vocabularies, as lists of folded words. */
export const allNames = (
  vocabularies: readonly Vocabulary[],
): readonly Name[] =>
  vocabularies.flatMap(({language, terms}) => {
    const plurals = pluralizer(language);
    return terms
      .filter(({autoLink}) => autoLink !== false)
      .flatMap((term) => nameForms(term, plurals, language))
      .map(({words, meaning}) => ({
        words: readWords(words.join(' ')).map(({folded}) => folded),
        meaning,
      }))
      .filter(
        ({words}) => words.every(Boolean) && words.length <= LONGEST_NAME,
      );
  });

/** Where a name that begins with a word ends, or `undefined` where it is not. */
const endOf = (
  text: string,
  words: readonly Word[],
  first: number,
  name: readonly string[],
): number | undefined => {
  for (const [index, expected] of name.entries()) {
    const word = words[first + index];
    if (!word) return undefined;
    if (word.folded === expected) continue;
    if (!word.isHangul || index < name.length - 1) return undefined;
    const rest = word.folded.slice(expected.length);
    if (!rest || expected + rest !== word.folded || !isParticle(rest)) {
      return undefined;
    }
    let end = word.end - 1;
    while (end > word.start && foldName(text.slice(end, word.end)) !== rest) {
      end--;
    }
    return end > word.start ? end : undefined;
  }
  return words[first + name.length - 1]?.end;
};

export const findObviously = (
  names: readonly Name[],
  text: string,
): readonly ObviousMention[] => {
  const breaks = new WordBreaks(text);
  const addresses = Array.from(text.matchAll(ADDRESS), ({0: all, index}) => ({
    start: index,
    end: index + all.length,
  }));
  const words = readWords(text).map((word) =>
    // A word that no name has.
    isInside(word, addresses) ? {...word, folded: ' ', isHangul: false} : word,
  );
  const mentions: ObviousMention[] = [];
  let behind = 0;
  for (const [first, {start}] of words.entries()) {
    if (start < behind) continue;
    const found = names.flatMap(({words: name, meaning}) => {
      const end = endOf(text, words, first, name);
      if (end === undefined || !isWhole(text, start, end, breaks)) return [];
      if (meaning.written) {
        const slices = words
          .slice(first, first + name.length)
          .map((word) => text.slice(word.start, Math.min(word.end, end)));
        if (!meaning.written.includes(writtenForm(slices))) return [];
      }
      return {end, meaning};
    });
    const end = Math.max(...found.map((each) => each.end));
    const meanings = found
      .filter((each) => each.end === end)
      .map(({meaning}) => meaning);
    if (meanings.every(({mayBeVerb}) => mayBeVerb) && isVerb(text, start, end))
      continue;
    if (!meanings.length) continue;
    const ids = [...new Set(meanings.map(({term}) => term.id))];
    const fullName = meanings.find(
      ({fullName, term}) => fullName !== undefined && term.id === ids[0],
    )?.fullName;
    mentions.push({
      start,
      end,
      ids,
      isAbbreviation: fullName !== undefined,
      fullName,
      isAmbiguous:
        ids.length === 1 && meanings.some(({isAmbiguous}) => isAmbiguous),
    });
    // A particle behind the name is a part of the last word.
    behind = words.find((word) => word.end >= end)!.end;
  }
  return withoutSyntax(text, mentions);
};
