import type {Awaitable} from './awaitable.js';
import type {TermText} from './language-tags.js';
import type {
  Area,
  GlossaryInfo,
  MergingTerm,
  Question,
  Resource,
  Term,
} from './types.js';

/** Finds other entries of the same glossary, for links inside texts. */
export interface TermLinks {
  /** Address of the document that holds the text; relative links start there. */
  readonly origin?: string | undefined;
  addressOf(id: string): string | undefined;
  nameOf(id: string): string | undefined;
}

/** What is shown of an entry that another one refers to. */
export interface RelatedTerm {
  readonly id: string;
  readonly name: string;
  readonly url: string | undefined;
}

/** A term with everything that is needed to show it. */
export interface Entry {
  readonly term: Term;
  /** Address of the entry: safe to link, resolved against its document. */
  readonly url: string | undefined;
  /** The glossary that the term came from: publisher, forms, language. */
  readonly glossary: GlossaryInfo;
  /** The entries that `term.related` names and that exist. */
  readonly related: readonly RelatedTerm[];
  readonly links: TermLinks;
  /** Where the glossary was loaded from, if it has an address. */
  readonly origin: string | undefined;
  /** Language of the texts, where it is not `glossary.language`. */
  readonly language?: string | undefined;
  /** Of a translated entry, the texts that are in the glossary's own language all the same. */
  readonly untranslated?: readonly TermText[] | undefined;
  /** The name in the glossary's own language, where `term.name` is a translation. */
  readonly original?: OriginalName | undefined;
  /** When the offline copy was stored that this comes from, if the source itself cannot be loaded. */
  readonly keptAt?: Date | undefined;
}

export type {TermText};

/** The name of a translated term in the language of its glossary. */
export interface OriginalName {
  readonly name: string;
  readonly language: string | undefined;
}

/** One page of an area in the pager. */
export interface PageLink {
  readonly number: number;
  readonly url: string | undefined;
}

/** An area, or one numbered page of it, with the entries on it. */
export interface AreaPage {
  readonly glossary: GlossaryInfo;
  readonly area: Area;
  /** The published page, if the glossary describes it. */
  readonly resource: Resource | undefined;
  /** Page number; absent for an area that is one page, and for its root. */
  readonly number: number | undefined;
  readonly questions: readonly Question[];
  readonly entries: readonly Entry[];
  readonly pages: readonly PageLink[];
  readonly links: TermLinks;
  readonly origin: string | undefined;
  /** Language of the area's own texts, where it is not `glossary.language`. */
  readonly language?: string | undefined;
  readonly keptAt?: Date | undefined;
}

/** Which page of an area. */
export interface AreaRequest {
  /** Id or address of the area, or the address of one of its resources. */
  readonly area: string;
  /** Number of the page; by default the first. */
  readonly resource?: number | undefined;
  /** Terms on a page of an area that has no resources of its own. */
  readonly perPage?: number | undefined;
}

/** The changes that a layer makes in terms of the layers below. */
export interface TermChanges {
  readonly terms: readonly MergingTerm[];
  /** The glossary of the layer: its language is that of the fields. */
  readonly glossary: GlossaryInfo;
  /** Base of the addresses among the fields. */
  readonly origin: string | undefined;
}

/** The names by which mentions of a term are found. */
export type TermNames = Pick<
  Term,
  | 'id'
  | 'name'
  | 'aliases'
  | 'abbreviation'
  | 'caseSensitive'
  | 'autoLink'
  | 'ambiguous'
  | 'difficulty'
>;

/** The words by which the terms of one glossary are known, in one language. */
export interface Vocabulary {
  /** BCP 47 tag of the names; decides how plurals are formed. */
  readonly language: string | undefined;
  readonly terms: readonly TermNames[];
  /**
   * Further ids that the glossary answers for: former ids, and terms that it
   * removes from the layers below.
   */
  readonly otherIds?: readonly string[];
}

/** One word of a text, folded as `foldName` does. */
export interface TextWord {
  readonly word: string;
  /**
   * The word without a particle that may be attached to it (Korean), longest
   * first.
   */
  readonly stems?: readonly string[] | undefined;
}

/** Words of a text with nothing but gaps between them. */
export type TextRun = readonly TextWord[];

/** Reads texts; it may be asynchronous to work in slices. */
export type TextRuns = () => Iterable<TextRun> | AsyncIterable<TextRun>;

/** A letter, and where its terms are in a list. */
export interface Letter {
  /** As it is shown: a capital, or `#` for what begins with no letter. */
  readonly letter: string;
  readonly count: number;
  /** Place of its first term in the list. */
  readonly start: number;
}

/** A term in a list of all. */
export interface ListedEntry {
  readonly id: string;
  readonly name: string;
  /** Address of the entry: safe to link. */
  readonly url: string | undefined;
  /**
   * As much of the entry as a list has: name, kind and summary at least. Absent
   * where a list has names only.
   */
  readonly entry?: Entry | undefined;
}

/** The terms of a source by name, in the order of its language. */
export interface TermList {
  /** BCP 47 tag of the language that orders it. */
  readonly language: string;
  /**
   * Places, one for each term; in layers over a built glossary, those of its own
   * terms, whatever the other layers add or remove.
   */
  readonly count: number;
  readonly letters: readonly Letter[];
  /**
   * All entries, where they are in memory. A list without them has names only,
   * cannot be filtered, and is searched with `beginning`.
   */
  readonly all?: readonly Entry[] | undefined;
  /** Terms from one place up to another. */
  items(
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Awaitable<readonly ListedEntry[]>;
  /** Place of the term of an id, or of where it would be listed. */
  placeOf(id: string, signal?: AbortSignal): Awaitable<number | undefined>;
  /** Terms that a text names, then those whose names begin with it, in order. */
  beginning(
    text: string,
    most: number,
    signal?: AbortSignal,
  ): Awaitable<readonly ListedEntry[]>;
}

/** A file that a source has loaded. */
export interface LoadedFile {
  readonly address: string;
  /** Bytes of the content, decompressed. */
  readonly bytes: number;
  /** `kept`: the offline copy; `browser`: the browser's own cache, as far as it reports that. */
  readonly from: 'network' | 'browser' | 'kept' | 'page';
  /** Milliseconds from the request to the last byte. */
  readonly duration: number;
}

/** The status of a source, for display. */
export interface SourceStatus {
  readonly label: string;
  /** `stale`: an offline copy stands in for data that cannot be loaded now. */
  readonly state: 'idle' | 'loading' | 'ready' | 'stale' | 'failed';
  /** Why it failed, or why it is stale. */
  readonly error?: unknown;
  /** The last files, in the order in which they came; bounded. */
  readonly files: readonly LoadedFile[];
  /** Files and bytes in all. */
  readonly totals: {readonly files: number; readonly bytes: number};
  /** Of a source in layers, lowest first. */
  readonly layers?: readonly SourceStatus[];
}

/**
 * Where entries come from. Elements do not know which kind of source they have:
 * bundled, an object, a document inside the page, one over HTTP, or several in
 * layers.
 *
 * An answer is `undefined` if the source does not have what was requested, and
 * `null` if it removes it from the layers below. A source that fails rejects or
 * throws.
 */
export interface GlossarySource {
  /** Name of the source in messages: an address, or a few words. */
  readonly label: string;
  /**
   * Entries and areas are returned synchronously, so that requests need not be
   * aborted.
   */
  readonly immediate?: boolean;
  /** The entry of an id, a former id or an address. */
  entry(
    reference: string,
    signal?: AbortSignal,
  ): Awaitable<Entry | null | undefined>;
  /** The entries that a name, an alias or an abbreviation may mean. */
  named(name: string, signal?: AbortSignal): Awaitable<readonly Entry[]>;
  /** One page of an area. */
  areaPage(
    request: AreaRequest,
    signal?: AbortSignal,
  ): Awaitable<AreaPage | undefined>;
  /**
   * The names of terms, for a linker; one item for each glossary and language.
   *
   * @param runs Reads the words of the texts that are to be linked. A source
   *     that is too large to list all its words calls it, more than once if need
   *     be, and then answers for these texts only.
   */
  vocabulary(
    signal?: AbortSignal,
    runs?: TextRuns,
  ): Awaitable<readonly Vocabulary[]>;
  /**
   * All terms, where this is not the same as the entries of all ids in
   * `vocabulary`: `termListOf` (./term-list.ts) lists every source.
   */
  list?(signal?: AbortSignal): Awaitable<TermList | undefined>;
  /** Its changes to terms of the layers below. */
  changes?(signal?: AbortSignal): Awaitable<TermChanges | undefined>;
  /**
   * A view of the source in a language, with fallbacks along the chain `pt-BR`,
   * `pt`, the glossary's own. It is the same object for the same language.
   */
  in?(language: string): GlossarySource;
  /**
   * Calls back when answers may have changed: fresh data in place of an offline
   * copy, a late layer, a source that has loaded again.
   *
   * @returns Ends it.
   */
  watch?(changed: () => void): () => void;
  /** Its status; a new object for each state. */
  readonly status?: SourceStatus;
}

/**
 * Whether a value of the property `glossary` is a source, as opposed to a
 * document.
 */
export const isSource = (value: unknown): value is GlossarySource =>
  typeof value === 'object' &&
  value !== null &&
  'areaPage' in value &&
  typeof value.areaPage === 'function';
