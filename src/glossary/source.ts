import type {Area, GlossaryInfo, Question, Resource, Term} from './types.js';

/**
 * A value, or a promise of it. Data that is in memory is answered at once, so
 * that an element can render in its first update and nothing moves.
 */
export type Awaitable<T> = T | Promise<T>;

/** Finds other entries of the same glossary, for links inside texts. */
export interface TermLinks {
  /** Address of the document that holds the text; relative links start there. */
  readonly origin?: string | undefined;
  addressOf(id: string): string | undefined;
  nameOf(id: string): string | undefined;
}

/** What is shown of an entry that another one points to. */
export interface RelatedTerm {
  readonly id: string;
  readonly name: string;
  readonly url: string | undefined;
}

/** A term with what it takes to show it. */
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

/** What it takes to find mentions of a term in text. */
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
   * What the glossary answers for besides its terms: their former ids, and the
   * terms that it takes away from the layers below.
   */
  readonly otherIds?: readonly string[];
}

/**
 * Where entries come from. Elements do not know which kind they have: bundled,
 * an object, a document inside the page, one over HTTP, or several in layers.
 *
 * `undefined` says that the source does not have it, `null` that it takes it
 * away from the layers below. A source that fails rejects (or throws).
 */
export interface GlossarySource {
  /** What it is, for messages: an address, or a few words. */
  readonly label: string;
  /** Entries and areas are there at once: there is never a question to take back. */
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
  /** All words by which terms are known, for a linker; one item for each glossary and language. */
  vocabulary(signal?: AbortSignal): Awaitable<readonly Vocabulary[]>;
}

/** Goes on with a value at once if it is there, later if it is promised. */
export const whenReady = <T, R>(
  value: Awaitable<T>,
  next: (value: T) => Awaitable<R>,
): Awaitable<R> => (value instanceof Promise ? value.then(next) : next(value));
