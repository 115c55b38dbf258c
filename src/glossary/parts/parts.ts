/**
 * A bundled glossary in a few files: some for each area with its entries, one
 * for all names, and two for each language. Pure.
 */
import {keyHash} from '../key-hash.js';
import type {
  AreaTranslation,
  Glossary,
  KindTranslation,
  QuestionTranslation,
  TermTranslation,
} from '../types.js';

/** Places of `table` that a key looks at, one in each third. */
export const placesOf = (key: string, third: number): readonly number[] =>
  [0, 1, 2].map(
    (index) => index * third + (keyHash(`${index} ${key}`) % third),
  );

/** Each place has six bits. */
export const MOST_PARTS = 64;

/** A place is a character of ASCII, beginning with this one. */
const FIRST = 63;

/** Numbers below `MOST_PARTS`, as a table has them. */
export const tableText = (numbers: readonly number[]): string =>
  String.fromCharCode(...numbers.map((number) => FIRST + number));

/**
 * The number of the part that has what a key names: the exclusive or of three
 * places of the table. A key that the glossary does not have leads to any part,
 * which then does not have it either.
 *
 * This is a static function in the form of a Bloomier filter (B. Chazelle et
 * al., 2004): seven or eight bits for a key, where a list of ids takes a hundred.
 *
 * @param table See `tableText`.
 * @param count How many parts there are.
 */
export const partOf = (key: string, table: string, count: number): number =>
  placesOf(key, table.length / 3).reduce(
    (number, place) => number ^ (table.charCodeAt(place) - FIRST),
    0,
  ) % count;

/** The key of an area; its id may be that of a term, too. */
export const areaKey = (id: string): string => `area ${id}`;

/** The texts of kinds and entries in one language, by id. */
export interface TermTexts {
  readonly kinds: Readonly<Record<string, KindTranslation>>;
  readonly terms: Readonly<Record<string, TermTranslation>>;
}

/** The texts of areas in one language, by id; questions in the order of the area's. */
export interface AreaTexts {
  readonly areas: Readonly<
    Record<
      string,
      AreaTranslation & {
        readonly questions?: readonly (QuestionTranslation | null)[];
      }
    >
  >;
}

/** How a part is loaded: `import()` of a module whose default export it is. */
export type Load<T> = () => Promise<{readonly default: T}>;

/** The files of a glossary in parts. */
export interface GlossaryParts {
  /** Language of the glossary itself. */
  readonly language: string;
  /** See `partOf`; keys are ids and former ids of terms, and `areaKey`s. */
  readonly table: string;
  /**
   * By area, documents with its entries, numbered consecutively. Entries of
   * other parts that a part refers to are in it by name. The first has the
   * questions and, by name, all entries of the area.
   */
  readonly parts: readonly (readonly Load<Glossary>[])[];
  /** A document of all entries with the names by which mentions are found. */
  readonly names: Load<Glossary>;
  /** A document of all entries, with what a list shows of them, and the names of areas. */
  readonly list: Load<Glossary>;
  /** By BCP 47 tag; a page with a card does not need the texts of areas. */
  readonly languages: Readonly<
    Record<
      string,
      {readonly terms: Load<TermTexts>; readonly areas: Load<AreaTexts>}
    >
  >;
}
