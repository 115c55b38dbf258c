import type {Awaitable} from '../../glossary/awaitable.js';
import type {GlossarySource} from '../../glossary/source.js';
import {addStyle} from '../../page/element-styles.js';
import {reportError} from '../../page/report-error.js';
import {setState} from '../../page/states.js';
import {warnOnce} from '../../glossary/warnings.js';
import type {Mention} from '../../matching/mention.js';
import {selectMentions} from '../../matching/select.js';
import {type Exclusion, exclusion, isEdited} from './left-out.js';
import {TermLinkEvent} from './link-event.js';
import {MatcherLoader} from './matcher-loader.js';
import {PageText} from './page-text.js';
import {Painter} from './painter.js';
import {Passes} from './passes.js';
import {unlinkPrerendered} from './prelinked.js';
import {Roots} from './roots.js';
import {decisiveTexts, search} from './search.js';
import {inSlices, type Pause} from './slices.js';
import type {TermLinker} from './term-linker.js';
import {listStyles} from './term-linker.styles.js';
import {termList} from './term-list.js';
import {TextChanges} from './text-changes.js';
import {type Presenter, referenceOf, type TextRun} from './text-run.js';
import {Wrapper} from './wrapper.js';

/** A term that is on screen: its reference, and its name. */
export interface LinkedTerm {
  readonly reference: string;
  readonly name: string;
}

/** Words on screen that name a term, or several. */
export interface LinkedMention {
  readonly ids: readonly string[];
  readonly text: string;
}

/**
 * Links the text of a linker: reads the page, searches what is new in it, picks
 * what is to be shown and shows it, now and whenever the page changes.
 *
 * That is one pass, done in slices. A pass that the page interrupts continues
 * with what it has read and is followed by another, so it ends however busy the
 * page is; the result depends on the page alone. Only a painted text that
 * changes is followed at once, before the browser paints the next frame.
 */
export class Linking {
  #source: Awaitable<GlossarySource> | undefined;
  #settings: string | undefined;
  #presenter: Presenter | undefined;
  #isLeftOut: Exclusion = exclusion('');
  /** The page has to be read again. */
  #isStale = true;
  /** Texts searched since the last event. */
  #searched = 0;
  /** Wait for the page to be read. */
  #whenRead: (() => void)[] = [];
  readonly #text = new PageText();
  readonly #roots: Roots;
  readonly #passes = new Passes(() => this.#pass());
  readonly #words: MatcherLoader;
  readonly #changes: TextChanges;

  /** Shows the list of terms. */
  readonly listed: typeof termList = termList;

  constructor(readonly host: TermLinker) {
    addStyle(host.renderRoot, listStyles);
    this.#roots = new Roots(host, (records) => {
      this.#follow(records);
    });
    this.#words = new MatcherLoader({
      waitsForIdle: () => host.mode !== 'highlight',
      readTexts: (signal) => this.#readTexts(signal),
      loaded: (isOther) => {
        this.#learned(isOther);
      },
      failed: (error) => {
        this.#fail(error);
      },
    });
    const presenter = () => this.#presenter!;
    this.#changes = new TextChanges(this.#text, {
      get presenter() {
        return presenter();
      },
      isLinked: (node) => this.#isLinked(node),
      search: (run) => {
        this.#searchOne(run);
      },
      request: () => {
        this.#request();
      },
    });
  }

  /** What is on screen, in the order of the page. */
  get mentions(): readonly LinkedMention[] {
    return this.#text.runs.flatMap(({text, shown}) =>
      shown.map(({start, end, terms}) => ({
        ids: terms.map(({id}) => id),
        text: text.slice(start, end),
      })),
    );
  }

  /** Follows the settings of the host, which may have changed. */
  update(source: Awaitable<GlossarySource> | undefined): void {
    const {mode, exclude, frameworks, expand, images} = this.host;
    const settings = [mode, exclude, frameworks, expand, images].join('\n');
    if (settings !== this.#settings) {
      this.#settings = settings;
      this.#present();
    }
    if (this.#roots.find()) this.#follow([]);
    if (source !== this.#source) {
      this.#source = source;
      void this.#words.load(source);
    } else this.#request();
  }

  /** Restores the page. */
  stop(): void {
    this.#words.stop();
    this.#passes.stop();
    this.#presenter?.stop();
    this.#roots.end();
  }

  /** Chooses how mentions are shown. */
  #present(): void {
    const {host} = this;
    this.#presenter?.stop();
    for (const run of this.#text.runs) run.shown = [];
    this.#isStale = true;
    this.#isLeftOut = this.#exclusion();
    this.#presenter =
      host.mode === 'highlight'
        ? new Painter(host)
        : new Wrapper({
            host,
            images: host.images,
            expands: host.expand,
            takesOwned: host.frameworks === 'wrap',
            quietly: (change) => {
              this.#roots.quietly(change);
            },
          });
  }

  #exclusion(): Exclusion {
    const {exclude} = this.host;
    let rule: Exclusion;
    try {
      rule = exclusion(exclude);
    } catch {
      warnOnce(
        'selector',
        `<term-linker exclude>: "${exclude}" is not a selector; nothing is excluded.`,
      );
      rule = exclusion('');
    }
    return (element) =>
      rule(element) ||
      this.#roots.isForeign(element) ||
      // One that is not there yet has its part all the same.
      (element.localName === this.host.localName &&
        !element.hasAttribute('for'));
  }

  /** Links by the words that have been loaded: of another glossary, or new ones of the same. */
  #learned(isOther: boolean): void {
    if (isOther) {
      this.#text.forget();
      this.#isStale = true;
    } else this.#text.searchAgain();
    setState(this.host, 'error', false);
    this.#request();
  }

  /** All text of the page that decides what is found. */
  async #readTexts(signal: AbortSignal): Promise<readonly string[]> {
    await new Promise<void>((resolve, reject) => {
      signal.throwIfAborted();
      signal.addEventListener('abort', reject, {once: true});
      this.#whenRead.push(resolve);
      this.#passes.request();
    });
    const texts = await inSlices(gather(this.#text.runs.slice()), signal);
    signal.throwIfAborted();
    return texts!.value;
  }

  /** Reports that words could not be loaded; without any, nothing is linked. */
  #fail(error: unknown): void {
    const {host} = this;
    if (!this.#words.matcher) {
      this.#passes.stop();
      this.#present(); // one that has been stopped is not used again
      this.#text.forget();
      host.listTerms([]);
      setState(host, 'error', true);
    }
    reportError(host, host.src, error);
  }

  #request(): void {
    if (this.#words.matcher) this.#passes.request();
  }

  *#pass(): Generator<Pause | void> {
    if (this.#isStale) yield* this.#read();
    for (const next of this.#whenRead.splice(0)) next();
    if (!this.#words.matcher) return;
    const {near, rest} = this.#text.unsearched;
    if (near.length && rest.length) {
      yield* this.#search(near);
      yield* this.#show();
    } else yield* this.#search(near);
    yield* this.#search(rest);
    yield* this.#show();
    this.#report();
  }

  *#read(): Generator<void> {
    const presenter = this.#presenter!;
    // They stay until there is something to replace them.
    if (this.#words.matcher)
      this.#roots.quietly(() => {
        this.#roots.all.forEach(unlinkPrerendered);
      });
    const isStale = () => {
      const was = this.#isStale;
      this.#isStale = false;
      // Links in text that the page has changed are removed before it is read
      // again.
      if (was) presenter.prepare();
      return was;
    };
    isStale();
    yield* this.#text.read(
      this.#roots.all.filter((root) => !isEdited(root)),
      {
        isLeftOut: this.#isLeftOut,
        joins: presenter.joins,
        asksForOwners: presenter.asksForOwners,
        takes: (text) => presenter.takes(text),
        whole: (node) => presenter.whole(node),
      },
      isStale,
    );
  }

  *#search(runs: readonly TextRun[]): Generator<void> {
    for (const run of runs) {
      this.#searchOne(run);
      yield;
    }
  }

  #searchOne(run: TextRun): void {
    this.#searched++;
    search(this.#words.matcher!, run);
    this.#words.see(() => decisiveTexts(run));
  }

  *#show(): Generator<Pause> {
    const {runs} = this.#text;
    const presenter = this.#presenter!;
    const found = runs.map(({mentions}) => mentions);
    const {first, limit} = this.host;
    const picks = selectMentions(
      runs.map(({section, mentions = NONE}) => ({section, mentions})),
      {first, limit: limit ?? Infinity},
    );
    presenter.begin(runs);
    for (const [index, run] of runs.entries()) {
      // A text that has changed meanwhile has been followed, and is picked from again.
      if (run.mentions === found[index]) {
        presenter.show(run, picks[index]!);
        run.shown = picks[index]!;
      }
      yield 'frame';
    }
  }

  /** Reports what there is now. */
  #report(): void {
    const {runs} = this.#text;
    const terms = new Map<string, LinkedTerm>();
    let shown = 0;
    let found = 0;
    for (const run of runs) {
      found += run.mentions?.length ?? 0;
      shown += run.shown.length;
      for (const mention of run.shown) {
        const reference = referenceOf(mention);
        if (terms.has(reference)) continue;
        const [term, ...others] = mention.terms;
        const text = run.text.slice(mention.start, mention.end);
        const name = term && !others.length ? term.name : text;
        terms.set(reference, {reference, name});
      }
    }
    this.host.listTerms([...terms.values()]);
    const searched = this.#searched;
    this.#searched = 0;
    this.host.dispatchEvent(
      new TermLinkEvent(shown, found, terms.size, searched),
    );
  }

  /** Follows what the page has changed; all of it, when there are no records. */
  #follow(records: readonly MutationRecord[]): void {
    const isStale = this.#changes.follow(records);
    if (isStale || !records.length) this.#isStale = true;
    if (this.#isStale) this.#request();
  }

  /** Whether text in this place is linked. */
  #isLinked(node: Text): boolean {
    const roots = this.#roots.all;
    for (let at = node.parentNode; at; at = at.parentNode) {
      if (roots.includes(at as Element)) return true;
      if (at instanceof Element && this.#isLeftOut(at)) return false;
    }
    return false;
  }
}

const NONE: readonly Mention[] = [];

function* gather(runs: readonly TextRun[]): Generator<void, readonly string[]> {
  const texts = new Set<string>();
  for (const run of runs) {
    for (const text of decisiveTexts(run)) texts.add(text);
    yield;
  }
  return [...texts];
}
