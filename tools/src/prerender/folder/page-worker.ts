/** Renders pages, in this thread or in one of its own. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parentPort, workerData} from 'node:worker_threads';
import {documentSource, type GlossarySource} from 'term-elements/glossary';
import {prerender, type PrerenderNote} from '../index.js';
import {CommandError} from '../../terminal/errors.js';
import {guardedFetch} from '../../fetch/guarded-fetch.js';
import {parseGlossaryText} from '../../files/load-glossary.js';
import {fromPage, pageAddress} from './addresses.js';
import {contentHash} from './content-hash.js';
import {STYLESHEET} from './published-sheet.js';
import {siteFetch} from './site-fetch.js';

/** What holds for all pages of a run; goes to other threads as a copy. */
export interface PageSettings {
  readonly site: string;
  readonly siteUrl: string;
  readonly stylesheet: string | undefined;
  readonly isFetching: boolean;
  readonly isHydrated: boolean;
  /** The glossary in the place of the bundled one. */
  readonly glossary: {readonly path: string; readonly text: string} | undefined;
}

/** A page as it is to be written. */
export interface RenderedPage {
  readonly path: string;
  readonly content: Uint8Array;
  /** Hash of what was read. */
  readonly input: string;
  readonly elements: number;
  readonly needsStylesheet: boolean;
  readonly glossaries: readonly string[];
  readonly notes: readonly PrerenderNote[];
}

/** Renders the page at a path in the site. */
export type RenderPage = (path: string) => Promise<RenderedPage>;

export const pageRenderer = (settings: PageSettings): RenderPage => {
  const {site, siteUrl, stylesheet, isFetching, isHydrated, glossary} =
    settings;
  const fetch = siteFetch(site, siteUrl, isFetching ? guardedFetch : undefined);
  const sources = new Map<string, GlossarySource>();
  const source =
    glossary &&
    documentSource(
      parseGlossaryText(glossary.text, glossary.path),
      glossary.path,
    );
  return async (path) => {
    const bytes = await readFile(join(site, path));
    const read = {path, input: contentHash(bytes)};
    const text = decode(bytes);
    if (text === undefined) {
      return {
        ...read,
        content: bytes,
        elements: 0,
        needsStylesheet: false,
        glossaries: [],
        notes: [{line: 1, tag: 'html', message: NOT_UTF8}],
      };
    }
    const href =
      stylesheet ??
      fromPage(siteUrl, path, STYLESHEET, /<base[\s/]/i.test(text));
    const {html, ...result} = await prerender(text, {
      url: pageAddress(siteUrl, path),
      fetch,
      glossary: source,
      stylesheet: href,
      hydrated: isHydrated || undefined,
      sources,
    });
    return {...read, ...result, content: Buffer.from(html)};
  };
};

const NOT_UTF8 = 'expected UTF-8, received other bytes; it is copied as it is';

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
};

/** What a thread is started with, so that no other thread takes itself for one. */
interface ThreadData {
  readonly termElements: 'prerender';
  readonly settings: PageSettings;
}

/** What a thread answers. */
export type ThreadAnswer =
  | {readonly page: RenderedPage}
  | {
      readonly path: string;
      readonly message: string;
      readonly wayOut: string | undefined;
    };

export const threadData = (settings: PageSettings): ThreadData => ({
  termElements: 'prerender',
  settings,
});

/** This module, which is also what a thread runs. */
export const THREAD = new URL(import.meta.url);

const isThreadData = (data: unknown): data is ThreadData =>
  (Object(data) as Partial<ThreadData>).termElements === 'prerender';

if (parentPort && isThreadData(workerData)) {
  const port = parentPort;
  const render = pageRenderer(workerData.settings);
  port.on('message', (path: string) => {
    render(path).then(
      (page) => {
        // Bytes of their own are handed over; those of a pool are copied.
        const content = new Uint8Array(page.content);
        const answer: ThreadAnswer = {page: {...page, content}};
        port.postMessage(answer, [content.buffer]);
      },
      (error: Error) => {
        const wayOut = error instanceof CommandError ? error.wayOut : undefined;
        const {message} = error;
        const answer: ThreadAnswer = {path, message, wayOut};
        port.postMessage(answer);
      },
    );
  });
}
