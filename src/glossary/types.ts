/**
 * The types of the glossary document, field by field as the schema has them; a
 * test compiles both against each other. They are written out, because
 * TypeScript cannot handle the types that are inferred from the schema in
 * users' files.
 *
 * Data is shared between elements and never changed in place. Properties that
 * are not named here are kept, and have no type.
 */

import type {Figure, FigureTexts} from './figure-types.js';

/**
 * An element of MathML: its name, its attributes if it has any, and what is in
 * it, texts and elements. Elements draw those of a closed list.
 */
export type MathTree = readonly unknown[];

/** Formulas by their TeX. */
export type Formulas = Readonly<Record<string, MathTree>>;

/**
 * A text. A string is plain and shown verbatim; `markdown` is the subset
 * paragraphs, lists, emphasis, code, links and `[[term-id|label]]`. A `$…$` whose
 * TeX is in `math` is a formula.
 */
export type RichText =
  string | {readonly markdown: string; readonly math?: Formulas | undefined};

/** A person or an organization: author or publisher. */
export interface Person {
  /** `Person` where it is absent. */
  readonly type?: 'Person' | 'Organization' | undefined;
  readonly name: string;
  /** Address of their page; http(s), or relative to the document. */
  readonly url?: string | undefined;
}

/** The texts of a picture. */
export interface ImageTexts {
  /** Shown below the picture. */
  readonly caption?: string | undefined;
  /** Text alternative: describes the picture to those who do not see it. */
  readonly alt?: string | undefined;
}

/** A picture. */
export interface Image extends ImageTexts {
  /** Address of the file; http(s), or relative to the document. */
  readonly url: string;
  /** In pixels of the file, a whole number from 1. */
  readonly width?: number | undefined;
  /** In pixels of the file, a whole number from 1. */
  readonly height?: number | undefined;
}

export type * from './figure-types.js';

/** A source of an entry. */
export interface Source {
  readonly title: string;
  /** http(s), or relative to the document. */
  readonly url?: string | undefined;
}

/** The texts of an entry in another language; those that are absent fall back. */
export interface TermTranslation {
  readonly name?: string | undefined;
  readonly summary?: string | undefined;
  readonly definition?: RichText | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly abbreviation?: string | undefined;
  readonly image?: ImageTexts | undefined;
  readonly figure?: FigureTexts | undefined;
}

/** Lines of a published Markdown page that differ from the derived ones. */
export interface LinePatch {
  /** Where, from 1. */
  readonly line: number;
  /** Derived lines that the page does not have. */
  readonly remove: readonly string[];
  /** Lines of the page in their place. */
  readonly insert: readonly string[];
}

/** How the file of a published page is written. */
export interface PageFile {
  /** The file begins with U+FEFF. */
  readonly byteOrderMark?: boolean | undefined;
  readonly lineEnd?: '\n' | '\r\n' | '\r' | undefined;
  readonly patch?: readonly LinePatch[] | undefined;
}

/** What the published page of one entry has that does not follow from the entry. */
export type TermPage = PageFile;

/** One entry. */
export interface Term {
  /** Stable name, unique in the glossary: the slug. */
  readonly id: string;
  /** Ids that the entry had before, and still answers to. */
  readonly formerIds?: readonly string[] | undefined;
  /** The term as it is written. */
  readonly name: string;
  /** What sort of entry it is: a key of the `kinds` of the glossary. */
  readonly kind?: string | undefined;
  /** One or two plain sentences, clean of marks. */
  readonly summary: string;
  /** The longer text. */
  readonly definition?: RichText | undefined;
  /** Address of the entry's own page; http(s), or relative to the document. */
  readonly url?: string | undefined;
  /** Other names. */
  readonly aliases?: readonly string[] | undefined;
  readonly abbreviation?: string | undefined;
  /** Whether names match only in this case. */
  readonly caseSensitive?: boolean | undefined;
  /** `false`: linkers leave the names alone. */
  readonly autoLink?: boolean | undefined;
  /**
   * The name has another meaning, in ordinary text or in another entry. A
   * linker leaves such a word alone unless the page also names the term
   * unambiguously; for a name of two entries, the card offers a choice.
   */
  readonly ambiguous?: boolean | undefined;
  /** Ids of related entries. */
  readonly related?: readonly string[] | undefined;
  /** Ids of the areas that the entry is in. */
  readonly areas?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  /** How much a reader has to know, from 1, the least, to 5. */
  readonly difficulty?: number | undefined;
  readonly image?: Image | undefined;
  /** Drawn from data by cards and by `<term-figure>`. */
  readonly figure?: Figure | undefined;
  /** ISO 8601 date, as written: to the day, or to the second. */
  readonly published?: string | undefined;
  /** ISO 8601 date, as written. */
  readonly modified?: string | undefined;
  /** ISO 8601 date, as written: when somebody last checked that it still holds. */
  readonly reviewed?: string | undefined;
  readonly author?: Person | undefined;
  readonly sources?: readonly Source[] | undefined;
  /** http(s) addresses of pages about the same thing: its Wikidata item, its article in Wikipedia. */
  readonly sameAs?: readonly string[] | undefined;
  /** The term is no longer used; `use` is the id of the one to use. */
  readonly deprecated?: {readonly use?: string | undefined} | undefined;
  /** The texts in other languages, by BCP 47 tag. */
  readonly translations?: Readonly<Record<string, TermTranslation>> | undefined;
  /** What the entry's published page has that does not follow from the entry. */
  readonly page?: TermPage | undefined;
}

/** In a layer over another glossary: removes the entry of the layers below. */
export interface RemovedTerm {
  readonly id: string;
  readonly name: null;
}

/**
 * In a layer over another glossary: changes some fields of the entry in the
 * layers below; `null` removes a field.
 */
export type MergingTerm = {readonly id: string; readonly merge: true} & {
  readonly [Field in Exclude<keyof Term, 'id' | 'translations'>]?:
    Term[Field] | null;
} & {
  readonly translations?: Readonly<
    Record<string, Readonly<Record<string, unknown>> | null>
  >;
};

/** A question in another language. */
export interface QuestionTranslation {
  readonly question?: string | undefined;
  readonly answer?: RichText | undefined;
}

/** A question and its answer. */
export interface Question {
  /** Stable name, unique among the questions beside it: the slug. */
  readonly id?: string | undefined;
  readonly question: string;
  readonly answer: RichText;
  /** BCP 47 tag of the texts, where it is not that of the glossary. */
  readonly language?: string | undefined;
  /** The texts in other languages, by BCP 47 tag. */
  readonly translations?:
    Readonly<Record<string, QuestionTranslation>> | undefined;
}

/** A step of a published trail. */
export interface PageStep {
  readonly name: string;
  /** http(s), or relative to the document; absent for the page itself. */
  readonly url?: string | undefined;
}

/** The published text of a card that does not follow the form of its kind. */
export interface PageText {
  /** Id of the entry. */
  readonly term: string;
  /** `null`: the card has no text. */
  readonly text: string | null;
}

/**
 * What a published page has that its derived form does not, and only that. A
 * resource without it is wholly derived from the area and its entries.
 */
export interface Page extends PageFile {
  readonly headline?: string | undefined;
  /** `null`: the page has none. */
  readonly description?: string | null | undefined;
  readonly questions?: readonly Question[] | undefined;
  /** How answers are written on the page; `{}` stands for the answer. */
  readonly answerForm?: string | undefined;
  readonly trail?: readonly PageStep[] | undefined;
  readonly texts?: readonly PageText[] | undefined;
  /** `null`: the page has none. */
  readonly image?: Image | null | undefined;
  /** `null`: the page has none. */
  readonly publisher?: Person | null | undefined;
  /** JSON-LD blocks in page order: the type name of a derived one, or a whole node. */
  readonly blocks?:
    readonly (string | Readonly<Record<string, unknown>>)[] | undefined;
}

/** One page of an area. */
export interface Resource {
  /** From 1; absent for the area root. */
  readonly number?: number | undefined;
  /** Address of the page; http(s), or relative to the document. */
  readonly url?: string | undefined;
  /** Ids of the entries on the page, in its order. */
  readonly terms: readonly string[];
  /** What the published page has that does not follow from the rest. */
  readonly page?: Page | undefined;
}

/** An area in another language. */
export interface AreaTranslation {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** A topic that groups entries and has questions of its own. */
export interface Area {
  /** Stable name, unique among areas: the slug. */
  readonly id: string;
  readonly name: string;
  /** Address of the area's page; http(s), or relative to the document. */
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly questions?: readonly Question[] | undefined;
  /** The pages of the area; one without is paged by the element that shows it. */
  readonly resources?: readonly Resource[] | undefined;
  /** The texts in other languages, by BCP 47 tag. */
  readonly translations?: Readonly<Record<string, AreaTranslation>> | undefined;
}

/** The texts of a kind in another language. */
export interface KindTranslation {
  readonly label?: string | undefined;
  readonly summaryForm?: string | undefined;
}

/** How the publisher writes entries of one sort. */
export interface Kind {
  /** What the sort is called: "Definition". */
  readonly label?: string | undefined;
  /** How a summary is written on a page; `{}` stands for the clean sentence. */
  readonly summaryForm?: string | undefined;
  /** BCP 47 tag of the texts, where it is not that of the glossary. */
  readonly language?: string | undefined;
  /** The texts in other languages, by BCP 47 tag. */
  readonly translations?: Readonly<Record<string, KindTranslation>> | undefined;
}

/** The texts of a glossary in another language. */
export interface GlossaryTranslation {
  readonly name?: string | undefined;
  readonly answerForm?: string | undefined;
}

/** All entries of one publisher: the glossary document. */
export interface Glossary {
  /** Address of the JSON Schema, for editors. */
  readonly $schema?: string | undefined;
  /** Version of the format. */
  readonly format: 1;
  readonly name: string;
  /** Address of the glossary's site; http(s), or relative to the document. */
  readonly url?: string | undefined;
  /** BCP 47 tag of the texts, such as `en`. */
  readonly language?: string | undefined;
  readonly publisher?: Person | undefined;
  /** The sorts of entries, by the `kind` that entries name. */
  readonly kinds?: Readonly<Record<string, Kind>> | undefined;
  /** How answers are written on a page; `{}` stands for the answer. */
  readonly answerForm?: string | undefined;
  /** The texts in other languages, by BCP 47 tag. */
  readonly translations?:
    Readonly<Record<string, GlossaryTranslation>> | undefined;
  readonly terms: readonly (Term | RemovedTerm)[];
  readonly areas?: readonly Area[] | undefined;
}

/** A glossary without its entries: who publishes it, and how. */
export type GlossaryInfo = Omit<Glossary, 'terms' | 'areas'>;
