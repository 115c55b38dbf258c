/**
 * Plurals of names, and singulars of those that are plurals. They need not all
 * be words: a form that nobody writes is never found, so rules may give one too
 * many. What no rule gives is an alias.
 */

import {remembering} from './memo.js';

/** The plurals of a word: lower case, with its accents; none where it has no other form. */
export type PluralRule = (word: string) => readonly string[];

/** An ending, and what may stand for it; the first that fits is the rule. */
type Ending = readonly [ending: RegExp, ...plurals: readonly string[]];

interface Grammar {
  readonly endings: readonly Ending[];
  /** Endings of plurals, and what may stand for them in the singular. */
  readonly singulars?: readonly Ending[];
  /** Last letters of the words that the endings are about; others take the last ending. */
  readonly special?: string;
  /** Words that end the head of a name: `point of failure` has the head `point`. */
  readonly links: readonly string[];
  /** Adjectives follow their noun and take its number: `contratos inteligentes`. */
  readonly agrees?: boolean;
}

const list = (words: string) => words.split(' ');

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  en: {
    endings: [
      [/([aeiouy]s|x)is$/, '$1es'], // analyses, axes
      [/(ind|vert|vort|ap)ex$/, '$1ices', '$1exes'],
      [/(matr|append)ix$/, '$1ices', '$1ixes'],
      [/([^aeiou]|qu)y$/, '$1ies'],
      [/(hal|lea|shel|li|kni)fe?$/, '$1ves'],
      [/(ch|sh|[sxz])$/, '$1es'],
      [/([^aeiou]o)$/, '$1s', '$1es'],
      [/$/, 's'],
    ],
    singulars: [
      // Plurals that mean something else than several of the singular.
      [
        /^(?:arms|customs|earnings|futures|goods|greeks|headquarters|means|news|odds|premises|proceeds|savings|securities|series|species|works)$/,
      ],
      [/((?:crit|fabr|log|metr|stat|top)ic)s$/, '$1'],
      [/(?:[isu]s|ics)$/], // basis, loss, consensus, economics
      [/(hal|lea|shel|li|kni|el|wol)ves$/, '$1f', '$1fe'],
      [/(ind|vert|vort|ap)ices$/, '$1ex'],
      [/(matr|append)ices$/, '$1ix'],
      [/ies$/, 'y', 'ie'],
      [/([aeiouy]s)es$/, '$1is', '$1e'], // analyses, leases
      [/xes$/, 'x', 'xis'],
      [/(ss|ch|sh|z)es$/, '$1', '$1e'],
      [/oes$/, 'o', 'oe'],
      [/s$/, ''],
    ],
    special: 'sxyfehzo',
    links: list('of for in to at on by with from per as'),
  },
  es: {
    endings: [
      [/z$/, 'ces'],
      [/([áéíóú]s)$/, '$1es'], // intereses; not crisis
      [/[sx]$/],
      [/([íú])$/, '$1es', '$1s'],
      [/([aeiouáéó])$/, '$1s'],
      [/([dlnrj])$/, '$1es'],
      [/$/, 's', 'es'], // swaps, clubes
    ],
    singulars: [
      [/(?:[áéíóú]|[iu])s$/], // interés, crisis
      [/ces$/, 'z'],
      [/([dlnrj])es$/, '$1', '$1e'],
      [/([íú])es$/, '$1'],
      [/([aeo])s$/, '$1'],
    ],
    links: list('de del en a al con por para sin sobre'),
    agrees: true,
  },
  fr: {
    endings: [
      [/[sxz]$/],
      [/(au|eu)$/, '$1x'],
      [/al$/, 'aux', 'als'],
      [/$/, 's'],
    ],
    singulars: [
      [/^(?:cours|fonds|temps|corps|poids|taux|prix)$/],
      [/([^au]\p{L}{2,})aux$/u, '$1al', '$1au'],
      [/eux$/, 'eu'],
      [/(?:[isu]s|[xz])$/],
      [/s$/, ''],
    ],
    links: list('de du des d en à au aux par pour sans sur'),
    agrees: true,
  },
  pt: {
    endings: [
      [/ão$/, 'ões', 'ãos', 'ães'],
      [/m$/, 'ns'],
      [/il$/, 'is', 'eis'],
      [/([aeouáéóú])l$/, '$1is'],
      [/([rz]|[áéêíóôú]s)$/, '$1es'],
      [/[sx]$/],
      [/$/, 's'],
    ],
    singulars: [
      [/(?:ões|ãos|ães)$/, 'ão'],
      [/ns$/, 'm'],
      [/([rz])es$/, '$1', '$1e'],
      [/([aeouáéóú])is$/, '$1l'],
      [/(?:[áéêíóôú]|[isu])s$/],
      [/s$/, ''],
    ],
    links: list(
      'de do da dos das em no na nos nas a ao com por para sem sobre',
    ),
    agrees: true,
  },
  // Which of the endings a noun takes is not to be seen in the word, so it gets
  // those that are likely. With accents folded, a changed vowel needs no rule
  // (Markt, Märkte). They serve as genitive and dative too, where these are the
  // same words. Adjectives are not inflected.
  de: {
    endings: [
      [/(ung|heit|keit|schaft|ion|tät|anz|enz)$/, '$1en'],
      [/e$/, 'en'],
      [/(e[rl])$/, '$1n', '$1s'],
      [/(en|chen|lein)$/, '$1s'],
      [/([aiouy])$/, '$1s'],
      [/(s|ß|x|z|tz)$/, '$1e', '$1en', '$1es'],
      [/$/, 'e', 'en', 's'],
    ],
    links: list('von auf für mit zu zum zur der des in im an am pro'),
  },
};

/** Rules per language, instead of ours or where we have none. */
export type PluralRules = Readonly<Record<string, PluralRule>>;

const ruleOf =
  ({endings, special}: Grammar): PluralRule =>
  (word) => {
    // A name may have words of another script, which this language cannot bend.
    if (/[^\p{sc=Latn}\p{M}]/u.test(word)) return [];
    const isSpecial = special?.includes(word.at(-1)!) ?? true;
    const [ending = '', ...plurals] =
      (isSpecial ? endings.find(([end]) => end.test(word)) : endings.at(-1)) ??
      [];
    return plurals.map((plural) => word.replace(ending, plural));
  };

/** Letters of the shortest plural: of `gas` and `its` nothing is taken away. */
const SHORTEST_PLURAL = 4;

const singularsOf =
  ({singulars = []}: Grammar): PluralRule =>
  (word) => {
    if (word.length < SHORTEST_PLURAL || !/^[\p{sc=Latn}\p{M}]+$/u.test(word))
      return [];
    const [ending = '', ...forms] =
      singulars.find(([end]) => end.test(word)) ?? [];
    return forms.map((form) => word.replace(ending, form));
  };

/** Words that can have a plural; one letter has none, nor has what is no word. */
const isNoun = (word: string) => /^[\p{L}\p{M}]{2,}$/u.test(word);

/** The words are in capitals, which a plural ending is not: `DAOs`, `DEXes`. */
const ofCapitals: PluralRule = (word) =>
  /[SXZ]$|[CS]H$/.test(word) ? [`${word}s`, `${word}es`] : [`${word}s`];

/** Puts the case of a word onto its plural, as far as they are the same letters. */
const likeCase = (plural: string, lower: string, word: string): string => {
  let same = 0;
  while (same < lower.length && lower[same] === plural[same]) same++;
  // Case may change the length of a word; then its plural stays in lower case.
  return lower.length === word.length
    ? word.slice(0, same) + plural.slice(same)
    : plural;
};

/** The plurals of a name in words, and its singulars; the words keep their case. */
export type Pluralizer = (
  words: readonly string[],
) => readonly (readonly string[])[];

/**
 * The plurals and singulars of names in a language: of the last word, and of the head before
 * a preposition (`single points of failure`).
 *
 * @param language BCP 47 tag. Without one, the rules of English.
 */
export const pluralizer = (
  language = 'en',
  rules: PluralRules = {},
): Pluralizer => {
  const tag = language.toLowerCase().split(/[-_]/)[0]!;
  const grammar = Object.hasOwn(GRAMMARS, tag) ? GRAMMARS[tag] : undefined;
  const rule =
    (Object.hasOwn(rules, tag) ? rules[tag] : undefined) ??
    (grammar ? ruleOf(grammar) : () => []);
  const singular = grammar ? singularsOf(grammar) : () => [];
  const links = new Set(grammar?.links);

  const plurals = remembering((word): readonly string[] => {
    if (!isNoun(word)) return [];
    if (/^\p{Lu}+$/u.test(word)) return ofCapitals(word);
    const lower = word.toLowerCase();
    return [...rule(lower), ...singular(lower)].map((form) =>
      likeCase(form, lower, word),
    );
  });

  return (words) => {
    const all: string[][] = [];
    /** Bends the words at these places together, in each way that they can. */
    const bendAll = (...places: readonly number[]) => {
      for (let way = 0, isBent = true; isBent; way++) {
        isBent = false;
        const bent = words.slice();
        for (const place of places) {
          const forms = plurals(words[place]!);
          isBent ||= way < forms.length;
          bent[place] = forms[way] ?? forms[0] ?? bent[place]!;
        }
        if (isBent) all.push(bent);
      }
    };

    const last = words.length - 1;
    const link = words.findIndex(
      (word, index) => index && links.has(word.toLowerCase()),
    );
    const head = link > 0 ? link - 1 : last;
    if (grammar?.agrees) {
      bendAll(...words.slice(0, head + 1).keys());
      if (head > 0) bendAll(0);
    } else {
      bendAll(head);
      if (head !== last) {
        bendAll(last);
        bendAll(head, last);
      }
    }
    return all;
  };
};
