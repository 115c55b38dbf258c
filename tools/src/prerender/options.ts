import type {GlossarySource} from 'term-elements/glossary';

/** How a page is prerendered. */
export interface PrerenderOptions {
  /** Absolute address of the page: relative addresses start there. */
  readonly url: string;
  /**
   * Reads a glossary that the page names, at an absolute address. It rejects
   * where no glossary is, or where it may not be read. Without it, nothing is
   * read but what is in the page.
   */
  readonly fetch?:
    ((address: string, signal?: AbortSignal) => Promise<Response>) | undefined;
  /** What a page reads that names no glossary; by default the bundled one. */
  readonly glossary?: GlossarySource | undefined;
  /**
   * Address of `term-elements.css`, put into pages that link none of that name.
   * Without it, pages are left to link it themselves.
   */
  readonly stylesheet?: string | undefined;
  /**
   * Whether a framework hydrates the page. Its body is then left as it is, because
   * the framework would report or remove what it has not rendered, and only the
   * structured data is written. By default what the page shows of Next.js,
   * Docusaurus, Nuxt and others decides.
   */
  readonly hydrated?: boolean | undefined;
  /** Sources that are shared by the pages of a run, by their addresses. */
  readonly sources?: Map<string, GlossarySource> | undefined;
}

/** Something in a page that could not be prerendered. */
export interface PrerenderNote {
  /** Line in the page, from 1. */
  readonly line: number;
  /** Name of the element. */
  readonly tag: string;
  readonly message: string;
}

/** A prerendered page. */
export interface PrerenderResult {
  readonly html: string;
  /** Elements whose content, links or data are now in the page. */
  readonly elements: number;
  readonly notes: readonly PrerenderNote[];
  /** Absolute addresses of the glossaries that were asked. */
  readonly glossaries: readonly string[];
  /** Whether a style sheet is linked for it. */
  readonly needsStylesheet: boolean;
}
