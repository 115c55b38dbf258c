import type {Anchors} from '../documents/document.js';

/** What is known of a file that a link leads to. */
export interface SiteFile {
  /** What fragments can name; `undefined` where the file is no document. */
  anchors(): Promise<Anchors | undefined>;
}

/** The files around the documents, as far as links lead to them. */
export interface Site {
  /** Where the site is published: `https://example.com/docs/`. */
  readonly url: string | undefined;
  /**
   * The file that a link leads to.
   *
   * @param path What stands before `?` and `#`, decoded; begins with `/` when
   *     it starts at the root of the site.
   * @param from The document with the link.
   * @returns `undefined` where there is no such file; `'unknown'` where that
   *     is unknown, because nothing says where the site's files are.
   */
  find(path: string, from: string): Promise<SiteFile | 'unknown' | undefined>;
}
