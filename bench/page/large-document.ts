/**
 * The page that loads a large document: as the elements do, and in one piece.
 * The document is in hand, so what is measured is the work on it.
 */
import {DocumentSource} from '../../src/glossary/document-source.js';
import {HttpSource} from '../../src/glossary/http-source.js';
import {salvageGlossary} from '../../src/glossary/parse.js';
import type {GlossarySource} from '../../src/glossary/source.js';

/** What one way of loading costs, in milliseconds. */
export interface Sample {
  /** From the question to the first answer. */
  readonly first: number;
  /** From the question by a name to the answer. */
  readonly named: number;
  /** The longest task until then; 0 where none was longer than 50 ms. */
  readonly longest: number;
}

const ADDRESS = 'https://glossary.example/glossary.json';

const documentOf = (count: number): Blob => {
  const terms = Array.from({length: count}, (_, index) => ({
    id: `term-${index}`,
    name: `Term number ${index}`,
    aliases: [`Alias of ${index}`, `Other of ${index}`],
    summary: 'A sentence that says what it is. '.repeat(5).slice(0, 160),
    url: `https://glossary.example/term/term-${index}/`,
  }));
  const document = {format: 1, name: 'Large', language: 'en', terms};
  return new Blob([JSON.stringify(document)]);
};

const inSlices = (blob: Blob): GlossarySource =>
  new HttpSource(ADDRESS, {
    platform: {fetch: () => Promise.resolve(new Response(blob.stream()))},
  });

const inOnePiece = async (blob: Blob): Promise<GlossarySource> => {
  const value: unknown = JSON.parse(await blob.text());
  return new DocumentSource(salvageGlossary(value).glossary, ADDRESS, ADDRESS);
};

const later = (ms: number) => new Promise((next) => setTimeout(next, ms));

/** Long enough for the browser to have told of the last task. */
const SETTLE = 300;

const measure = async (
  variant: 'slices' | 'piece',
  count: number,
): Promise<Sample & {readonly bytes: number}> => {
  const blob = documentOf(count);
  await later(SETTLE);
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) {
      longest = Math.max(longest, duration);
    }
  });
  observer.observe({type: 'longtask'});
  await later(0);
  const start = performance.now();
  const source = variant === 'slices' ? inSlices(blob) : await inOnePiece(blob);
  await source.entry(`term-${count - 1}`);
  const first = performance.now() - start;
  await source.named(`Alias of ${count - 1}`);
  const named = performance.now() - start - first;
  await source.vocabulary();
  await later(SETTLE);
  observer.disconnect();
  return {first, named, longest, bytes: blob.size};
};

const bench = {measure};

export type Bench = typeof bench;
Object.assign(globalThis, {bench});
