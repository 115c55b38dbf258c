import type {Awaitable} from '../../glossary/awaitable.js';
import type {GlossarySource} from '../../glossary/source.js';
import {adoptOnce} from '../../page/adopt-once.js';
import {TermErrorEvent} from '../../page/events.js';
import {pageIdle} from '../../page/page-idle.js';
import {setState} from '../../page/states.js';
import {warnOnce} from '../../glossary/warnings.js';
import {hasLetters} from '../../matching/rules.js';
import {buildMatcher, type Matcher} from '../../matching/matcher.js';
import type {Mention} from '../../matching/mention.js';
import {selectMentions} from '../../matching/select.js';
import {type Exclusion, exclusion, isEdited} from './left-out.js';
import {TermLinkEvent} from './link-event.js';
import {nodeBeside} from './neighbours.js';
import {PageWords} from './page-words.js';
import {Painter} from './painter.js';
import {Passes} from './passes.js';
import {type Piece, type Presenter, referenceOf, textOf} from './text-run.js';
import {unlinkPrerendered} from './prelinked.js';
import {Roots} from './roots.js';
import {decisiveTexts, isFresh, search} from './search.js';
import {inSlices, type Pause} from './slices.js';
import type {TermLinker} from './term-linker.js';
import {listStyles} from './term-linker.styles.js';
import {termList} from './term-list.js';
import {Texts} from './texts.js';
import {Wrapper} from './wrapper.js';

/** A term that is on screen: what is asked of the glossary, and what it is called. */
export interface LinkedTerm {
  readonly reference: string;
  readonly name: string;
}

/** Words on screen that name a term, or several. */
export interface LinkedMention {
  readonly ids: readonly string[];
  readonly text: string;
}

/** Milliseconds that the first look at a page may be put off, however busy the page is. */
const PATIENCE = 500;

/**
 * Milliseconds for which texts that come are gathered before a source that
 * tells its words text by text is asked about them.
 */
const GATHERING = 200;

/** Settles when the page can spare the time for a first look. */
const spareTime = (wraps: boolean): Promise<void> =>
  new Promise((resolve) => {
    const next = () => {
      resolve();
    };
    // Frameworks first take over what a server has rendered; it must be as it was.
    if (wraps) pageIdle(document, next);
    else if ('requestIdleCallback' in globalThis)
      requestIdleCallback(next, {timeout: PATIENCE});
    else setTimeout(next, 1);
  });

/**
 * Links the text of a linker: reads the page, searches what is new in it, picks
 * what is to be shown and shows it, now and whenever the page changes.
 *
 * That is one pass, done in slices. A pass that the page disturbs goes on with
 * what it has and is followed by another, so it ends however busy the page is;
 * what is shown in the end depends on the page alone. Only a painted text that
 * changes is followed at once, before the browser paints the next frame.
 */
export class Linking {
  #source: Awaitable<GlossarySource> | undefined;
  #settings: string | undefined;
  #matcher: Matcher | undefined;
  #presenter: Presenter | undefined;
  #isLeftOut: Exclusion = exclusion('');
  /** The page has to be read again. */
  #isStale = true;
  /** Texts searched since the last event. */
  #searched = 0;
  /** Is on its way, of the glossary that was named last. */
  #loading = new AbortController();
  #words: PageWords | undefined;
  /** Ends listening to the glossary. */
  #unwatch: (() => void) | undefined;
  /** Of the same glossary, which says that it has something new. */
  #renewing = new AbortController();
  /** Waits for texts that are asked about together. */
  #gathering: ReturnType<typeof setTimeout> | undefined;
  /** Ends when nothing is being asked about texts. */
  #asking = Promise.resolve();
  /** Wait for the page to be read. */
  #whenRead: (() => void)[] = [];
  readonly #texts = new Texts();
  readonly #roots: Roots;
  readonly #passes = new Passes(() => this.#pass());

  /** Shows the list of terms. */
  readonly listed: typeof termList = termList;

  constructor(readonly host: TermLinker) {
    adoptOnce(host.renderRoot, listStyles);
    this.#roots = new Roots(host, (records) => {
      this.#follow(records);
    });
  }

  /** What is on screen, in the order of the page. */
  get mentions(): readonly LinkedMention[] {
    return this.#texts.pieces.flatMap(({text, shown}) =>
      shown.map(({start, end, terms}) => ({
        ids: terms.map(({id}) => id),
        text: text.slice(start, end),
      })),
    );
  }

  /** Takes up what the host says, which may have changed. */
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
      void this.#load(source);
    } else this.#request();
  }

  /** Gives the page back as it was. */
  stop(): void {
    this.#forgetSource();
    this.#passes.stop();
    this.#presenter?.stop();
    this.#roots.end();
  }

  /** Chooses how mentions are shown. */
  #present(): void {
    const {host} = this;
    this.#presenter?.stop();
    for (const piece of this.#texts.pieces) piece.shown = [];
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

  /** Takes up a glossary. What it says is on screen until it says something else. */
  async #load(named: Awaitable<GlossarySource> | undefined): Promise<void> {
    this.#forgetSource();
    const {signal} = (this.#loading = new AbortController());
    if (!named) return;
    try {
      const source = await named;
      if (signal.aborted) return;
      this.#unwatch = source.watch?.(() => void this.#renew(source));
      const words = this.#wordsOf(source, signal);
      if (await this.#learn(words)) {
        this.#texts.forget();
        this.#isStale = true;
        setState(this.host, 'error', false);
        this.#request();
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Takes up what the same glossary says now. */
  async #renew(source: GlossarySource): Promise<void> {
    this.#renewing.abort();
    const {signal} = (this.#renewing = new AbortController());
    await this.#relearn(this.#wordsOf(source, signal));
  }

  #wordsOf(source: GlossarySource, signal: AbortSignal): PageWords {
    return new PageWords(source, () => this.#readTexts(signal), signal);
  }

  /** Makes the matcher for these words; whether it was not given up. */
  async #learn(words: PageWords): Promise<boolean> {
    const {signal} = words;
    const vocabularies = await words.forPage();
    await spareTime(this.host.mode !== 'highlight');
    const built = await inSlices(buildMatcher(vocabularies), signal);
    if (!built || signal.aborted) return false;
    this.#words = words;
    this.#matcher = built.value;
    return true;
  }

  /** The same where there is something on screen, which stays if it fails. */
  async #relearn(words: PageWords): Promise<void> {
    try {
      if (!(await this.#learn(words))) return;
      this.#texts.searchAgain();
      setState(this.host, 'error', false);
      this.#request();
    } catch (error) {
      if (words.signal.aborted) return;
      if (this.#matcher) this.#tellFault(error);
      else this.#fail(error);
    }
  }

  /** All text of the page that decides what is found, for a glossary that has to be told. */
  async #readTexts(signal: AbortSignal): Promise<readonly string[]> {
    await spareTime(this.host.mode !== 'highlight');
    await new Promise<void>((resolve, reject) => {
      signal.throwIfAborted();
      signal.addEventListener('abort', reject, {once: true});
      this.#whenRead.push(resolve);
      this.#passes.request();
    });
    const texts = await inSlices(gather(this.#texts.pieces.slice()), signal);
    signal.throwIfAborted();
    return texts!.value;
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
      if (!words.signal.aborted) this.#tellFault(error);
    }
  }

  #forgetSource(): void {
    this.#loading.abort();
    this.#renewing.abort();
    this.#unwatch?.();
    this.#unwatch = undefined;
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
  }

  #fail(error: unknown): void {
    const {host} = this;
    this.#matcher = undefined;
    this.#passes.stop();
    this.#presenter?.stop();
    this.#texts.forget();
    this.host.listTerms([]);
    setState(host, 'error', true);
    this.#tellFault(error);
  }

  #tellFault(error: unknown): void {
    const {host} = this;
    const event = new TermErrorEvent(host.src, error);
    warnOnce(event.code, `<term-linker>: ${event.message}`);
    host.dispatchEvent(event);
  }

  #request(): void {
    if (this.#matcher) this.#passes.request();
  }

  *#pass(): Generator<Pause | void> {
    if (this.#isStale) yield* this.#read();
    for (const next of this.#whenRead.splice(0)) next();
    if (!this.#matcher) return;
    const {near, rest} = this.#texts.unsearched;
    if (near.length && rest.length) {
      yield* this.#search(near);
      yield* this.#show();
    } else yield* this.#search(near);
    yield* this.#search(rest);
    yield* this.#show();
    this.#tell();
  }

  *#read(): Generator<void> {
    const presenter = this.#presenter!;
    // Until there is something to put in their place, they stay.
    if (this.#matcher)
      this.#roots.quietly(() => {
        this.#roots.all.forEach(unlinkPrerendered);
      });
    const isStale = () => {
      const was = this.#isStale;
      this.#isStale = false;
      // What the page has changed is to be taken back before it is read again.
      if (was) presenter.prepare();
      return was;
    };
    isStale();
    yield* this.#texts.read(
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

  *#search(pieces: readonly Piece[]): Generator<void> {
    for (const piece of pieces) {
      this.#searchOne(piece);
      yield;
    }
  }

  #searchOne(piece: Piece): void {
    this.#searched++;
    search(this.#matcher!, piece);
    const words = this.#words;
    if (!words?.isPartial) return;
    for (const text of decisiveTexts(piece))
      if (words.see(text)) this.#askSoon();
  }

  *#show(): Generator<Pause> {
    const {pieces} = this.#texts;
    const presenter = this.#presenter!;
    const found = pieces.map(({mentions}) => mentions);
    const {first, limit} = this.host;
    const picks = selectMentions(
      pieces.map(({section, mentions = NONE}) => ({section, mentions})),
      {first, limit: limit ?? Infinity},
    );
    presenter.begin(pieces);
    for (const [index, piece] of pieces.entries()) {
      // A text that has changed meanwhile has been followed, and is picked from again.
      if (piece.mentions === found[index]) {
        presenter.show(piece, picks[index]!);
        piece.shown = picks[index]!;
      }
      yield 'frame';
    }
  }

  /** Says what there is now. */
  #tell(): void {
    const {pieces} = this.#texts;
    const terms = new Map<string, LinkedTerm>();
    let shown = 0;
    let found = 0;
    for (const piece of pieces) {
      found += piece.mentions?.length ?? 0;
      shown += piece.shown.length;
      for (const mention of piece.shown) {
        const reference = referenceOf(mention);
        if (terms.has(reference)) continue;
        const [term, ...others] = mention.terms;
        const text = piece.text.slice(mention.start, mention.end);
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
    if (!records.length) this.#isStale = true;
    this.#presenter?.follow?.(records);
    const texts = new Set<Text>();
    for (const record of records) {
      if (record.type === 'characterData') texts.add(record.target as Text);
      else if (!this.#followReplacement(record)) this.#isStale = true;
    }
    for (const node of texts) this.#followText(node);
    if (this.#isStale) this.#request();
  }

  #followText(node: Text): void {
    const piece = this.#texts.of(node);
    if (!this.#presenter!.joins) {
      // In a text with tips each part counts; of others a price is the commonest, and nothing.
      if (piece || hasLetters(node.data) || isBesideTip(node))
        this.#isStale = true;
      return;
    }
    if (piece) {
      piece.text = textOf(piece.nodes);
      this.#refresh(piece);
    } else if (hasLetters(node.data) && this.#isLinked(node)) {
      this.#isStale = true;
    }
    this.#refreshBeside(node);
  }

  /** Whether a change was one text in the place of another, and has been followed. */
  #followReplacement(record: MutationRecord): boolean {
    if (!this.#presenter!.joins) return false;
    const piece = this.#texts.replace(record);
    if (piece === undefined) return false;
    if (piece) this.#refresh(piece);
    this.#refreshBeside(record.addedNodes[0] as Text);
    return true;
  }

  /** What stands beside a text may make other words of those at its edge. */
  #refreshBeside(node: Text): void {
    for (const way of ['previous', 'next'] as const) {
      const beside = this.#texts.of(nodeBeside(node, way));
      if (beside && !isFresh(beside)) this.#refresh(beside);
    }
  }

  /** Searches a painted text that has changed, and keeps of it on screen what is still there. */
  #refresh(piece: Piece): void {
    const {mentions: before, shown} = piece;
    if (!before) return; // its turn comes
    this.#searchOne(piece);
    const after = piece.mentions!;
    const isSame =
      after.length === before.length &&
      after.every(
        (mention, index) =>
          referenceOf(mention) === referenceOf(before[index]!),
      );
    const left = shown.map(referenceOf);
    piece.shown = after.filter((mention, index) => {
      if (isSame) return shown.includes(before[index]!);
      const at = left.indexOf(referenceOf(mention));
      return at >= 0 && left.splice(at, 1).length;
    });
    this.#presenter!.show(piece, piece.shown);
    if (!isSame) this.#request();
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

function* gather(pieces: readonly Piece[]): Generator<void, readonly string[]> {
  const texts = new Set<string>();
  for (const piece of pieces) {
    for (const text of decisiveTexts(piece)) texts.add(text);
    yield;
  }
  return [...texts];
}

const isTip = (node: Node | null): boolean =>
  node instanceof Element && node.localName === 'term-tip';

const isBesideTip = (node: Text): boolean =>
  isTip(node.parentNode) ||
  isTip(node.previousSibling) ||
  isTip(node.nextSibling);
