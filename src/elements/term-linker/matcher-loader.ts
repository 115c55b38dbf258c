import type {Awaitable} from '../../glossary/awaitable.js';
import type {GlossarySource} from '../../glossary/source.js';
import {buildMatcher, type Matcher} from '../../matching/matcher.js';
import {pageIdle} from '../../page/page-idle.js';
import {inSlices} from './slices.js';
import {SourceWords} from './source-words.js';

/**
 * The first pass over a page is delayed no longer than this, in milliseconds.
 */
const PATIENCE = 500;

/**
 * New texts are collected for this long, in milliseconds, before their words
 * are requested from a source that lists words by text.
 */
const GATHERING = 200;

/** What a matcher is made for. */
export interface MatcherEffects {
  /** The page is left alone until it is idle: texts will be wrapped. */
  waitsForIdle(): boolean;
  /** All text of the page that decides what is found, for a source that has to be asked by text. */
  readTexts(signal: AbortSignal): Promise<readonly string[]>;
  /**
   * There is a new matcher: for another glossary, or for new words of the same.
   */
  loaded(isOther: boolean): void;
  /** The words could not be loaded; a matcher that there is stays in use. */
  failed(error: unknown): void;
}

/** Settles when the page can spare the time for a first look. */
const spareTime = (isIdle: boolean): Promise<void> =>
  new Promise((resolve) => {
    const next = () => {
      resolve();
    };
    // Frameworks hydrate first, and expect the markup that the server rendered.
    if (isIdle) pageIdle(document, next);
    else if ('requestIdleCallback' in globalThis)
      requestIdleCallback(next, {timeout: PATIENCE});
    else setTimeout(next, 1);
  });

/**
 * Makes the matcher of a glossary: loads the words of its terms, loads them
 * again when the glossary has new ones, and asks a source that is too large to
 * give all its words about texts as they come.
 */
export class MatcherLoader {
  #matcher: Matcher | undefined;
  /** Of the glossary that was named last. */
  #loading = new AbortController();
  /** Of the same glossary, which has changed. */
  #renewing = new AbortController();
  #words: SourceWords | undefined;
  /** Ends listening to the glossary. */
  #unwatch: (() => void) | undefined;
  /** Waits for texts that are asked about together. */
  #gathering: ReturnType<typeof setTimeout> | undefined;
  /** Ends when nothing is being asked about texts. */
  #asking = Promise.resolve();

  constructor(readonly effects: MatcherEffects) {}

  /** Of the glossary that was loaded last: it stays in use until there is another. */
  get matcher(): Matcher | undefined {
    return this.#matcher;
  }

  async load(named: Awaitable<GlossarySource> | undefined): Promise<void> {
    this.stop();
    const {signal} = (this.#loading = new AbortController());
    if (!named) return;
    try {
      const source = await named;
      if (signal.aborted) return;
      this.#unwatch = source.watch?.(() => void this.#renew(source));
      if (await this.#learn(this.#wordsOf(source, signal)))
        this.effects.loaded(true);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Called with texts on the page for which the source may have words. */
  see(texts: () => readonly string[]): void {
    const words = this.#words;
    if (!words?.isPartial) return;
    for (const text of texts()) if (words.see(text)) this.#askSoon();
  }

  stop(): void {
    this.#loading.abort();
    this.#renewing.abort();
    this.#unwatch?.();
    this.#unwatch = undefined;
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
  }

  /** Loads what the same glossary says now. */
  async #renew(source: GlossarySource): Promise<void> {
    this.#renewing.abort();
    const {signal} = (this.#renewing = new AbortController());
    await this.#relearn(this.#wordsOf(source, signal));
  }

  #wordsOf(source: GlossarySource, signal: AbortSignal): SourceWords {
    const read = async () => {
      await spareTime(this.effects.waitsForIdle());
      return this.effects.readTexts(signal);
    };
    return new SourceWords(source, read, signal);
  }

  /** Makes the matcher for these words; whether it was not given up. */
  async #learn(words: SourceWords): Promise<boolean> {
    const {signal} = words;
    const vocabularies = await words.forPage();
    await spareTime(this.effects.waitsForIdle());
    const built = await inSlices(buildMatcher(vocabularies), signal);
    if (!built || signal.aborted) return false;
    this.#words = words;
    this.#matcher = built.value;
    return true;
  }

  /** The same where there is something on screen, which stays if it fails. */
  async #relearn(words: SourceWords): Promise<void> {
    try {
      if (await this.#learn(words)) this.effects.loaded(false);
    } catch (error) {
      if (words.signal.aborted) return;
      if (this.#matcher) this.effects.failed(error);
      else this.#fail(error);
    }
  }

  /** Asks about texts that were not there when the glossary was asked first. */
  #askSoon(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.#asking = this.#asking.then(() => this.#ask());
    }, GATHERING);
  }

  async #ask(): Promise<void> {
    const words = this.#words;
    if (!words) return;
    try {
      if ((await words.hasMore()) && words === this.#words)
        await this.#relearn(words);
    } catch (error) {
      if (!words.signal.aborted) this.effects.failed(error);
    }
  }

  #fail(error: unknown): void {
    this.#matcher = undefined;
    this.effects.failed(error);
  }
}
