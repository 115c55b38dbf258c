/** The strings of most elements in one language. */
export interface CommonStrings {
  /** BCP 47 tag of the strings. */
  readonly language: string;

  /** First step of a trail, a link to the first page of the site. */
  readonly home: string;
  /** Step of a trail, a link to the list of all areas. */
  readonly area: string;
  /** Step of a trail, a link to the list of all terms. */
  readonly terms: string;
  /** Name of a numbered page that an area has: in a trail, beside its heading. */
  readonly resource: string;
  /** Name of a page of an area that is cut into pages by length. */
  readonly page: string;
  /** Headline of such a resource in JSON-LD; `{}` is the area, `{n}` the number. */
  readonly resourceHeadline: string;
  /** Headline of such a page in JSON-LD; `{}` is the area, `{n}` the number. */
  readonly pageHeadline: string;
  /** Label of a trail, for screen readers. */
  readonly breadcrumb: string;
  /** Label of the links to the pages of an area, for screen readers. */
  readonly pages: string;
  /** Label of the link to the page before, for screen readers. */
  readonly previous: string;
  /** Label of the link to the page after, for screen readers. */
  readonly next: string;

  /** Heads the links to related terms. */
  readonly seeAlso: string;
  /** Heads the list of sources. */
  readonly sources: string;
  /** `{}` is the date of the last review. */
  readonly reviewed: string;
  /** `{}` is a level from 1 to 5. */
  readonly difficulty: string;
  /** `{}` is the author. */
  readonly by: string;
  /** A term that nobody should use any more. */
  readonly deprecated: string;
  /** The same; `{}` is a link to the term to use. */
  readonly deprecatedUse: string;
  /** The glossary could not be loaded; `{}` is the date of the copy that is shown. */
  readonly savedCopy: string;
  /** Opens the text alternative and the table of a figure. */
  readonly figureData: string;

  /** Label of the notes at the end of a printed page, for screen readers. */
  readonly notes: string;
  /** Stands beside the live value of a page, where the page gives no label. */
  readonly now: string;
  /** Label of the bar in a card, for screen readers. */
  readonly loading: string;
  /** In a card whose entry does not exist. */
  readonly missing: string;
  /** In a card whose entry could not be loaded. */
  readonly failed: string;
  /** Button below that. */
  readonly retry: string;
  /** Title of a card with several entries of the same name. */
  readonly choose: string;
  /** Link to the page of an entry. */
  readonly open: string;
  /** Link to where the page itself links the word. */
  readonly follow: string;
  /** Button: from now on no card opens for this term. */
  readonly know: string;
  /** Button that takes that back. */
  readonly explain: string;
  /** Label of the button to the entry before. */
  readonly back: string;
  /** Label of the button that closes a card. */
  readonly close: string;
  /** Label of a button, and title of what it opens. */
  readonly settings: string;

  /** Checkbox in the settings: cards open at all. */
  readonly showCards: string;
  /** Select in the settings: the difficulty from which on terms are explained. */
  readonly fromLevel: string;
  /** Its first option: terms of every difficulty. */
  readonly allLevels: string;
  /** In the settings; `{}` is how many terms are marked as known. */
  readonly knownTerms: string;
  /** Button beside that: none of them is known any more. */
  readonly forgetAll: string;

  /** Opens the list of the terms that a text mentions; `{}` is how many. */
  readonly termsInText: string;
}

/** The strings of `<term-index>` in one language, which are loaded with it. */
export interface IndexStrings {
  /** Label of the field that searches an index of terms. */
  readonly indexSearch: string;
  /** `{}` is how many entries a search has found. */
  readonly indexResults: string;
  /** A search has found nothing; `{}` is what was typed, in quotation marks where it is shown. */
  readonly indexNoResults: string;
  /** After that, before the entries whose names are most alike. */
  readonly indexNearest: string;
  /** Button below a list: the next entries. */
  readonly indexMore: string;
  /** Label of the row of letters, for screen readers. */
  readonly indexLetters: string;
  /** `{}` is how many entries a list has. */
  readonly indexEntries: string;
  /** Label of a select: what sort of entry the publisher calls it. */
  readonly indexKind: string;
  /** Label of a select: the areas of the glossary. */
  readonly indexArea: string;
  /** Label of a select: the tags of entries. */
  readonly indexTag: string;
  /** Label of a select: levels from 1 to 5. */
  readonly indexDifficulty: string;
  /** First option of these: entries of every kind, area, tag or level. */
  readonly indexAll: string;
}

/**
 * The elements' own strings in one language; all other text is the glossary's.
 *
 * `{}` stands for a value: it may be anywhere in a string, and if the English
 * string has one, so has that of each language.
 */
export interface LocaleStrings extends CommonStrings, IndexStrings {}

/** Name of a string. */
export type StringName = Exclude<keyof LocaleStrings, 'language'>;

/** Strings that a page has for a language, some or all. */
export type OwnStrings = Partial<Readonly<Record<StringName, string>>>;
