import {reportError} from '../../page/report-error.js';
import {HostSheet} from '../../page/host-traces/restored.js';
import {loadPart} from '../../glossary/load-part.js';
import {whenRetryMakesSense} from '../../page/use-part.js';
import {preferences} from '../../page/preferences/preferences.js';
import type {AnchorProvider} from './anchor.js';
import {FocusStops, isPrepared} from './focus-stops.js';
import {markTip} from './mark-tip.js';
import {hasWishes, wantsLevels} from './muted.js';
import {referenceOf} from './reference.js';
import type {Signal, Spot} from './signal.js';
import {TipEvents} from './tip-events.js';
import {tipStyles} from './tip.styles.js';
import type {Tips, TipsPage} from './tips.js';

type Root = Document | ShadowRoot;

const tipSheet = new HostSheet(
  tipStyles,
  (root) => root.querySelector('term-tip') !== null,
);

/**
 * The tips of a page until one is touched: they register here, become focusable
 * when the page is idle, and the first touch loads the rest.
 */
export class PageTips implements TipsPage {
  /** Objects that know mentions which are no elements, by root. */
  readonly providers = new Map<Node, Set<AnchorProvider>>();
  readonly #known = new WeakSet<Root>();
  readonly #roots = new Set<WeakRef<Root>>();
  readonly #events = new TipEvents({
    pass: (signal) => {
      this.#pass(signal);
    },
    approach: () => {
      void this.loadTips();
    },
    press: (tip) => {
      this.restoreNow(tip);
    },
    opensCards: () => !this.#hasFailed,
  });
  readonly #stops = new FocusStops(
    (tips, isFirst) => {
      this.#prepared(tips);
      if (isFirst) this.#tips?.joined(tips);
    },
    (tip, isRefocused) => {
      this.#tips?.restored(tip, isRefocused);
    },
  );
  #tips: Tips | undefined;
  #loading: Promise<Tips | undefined> | undefined;
  /** Cards could not be loaded: links work as usual. */
  #hasFailed = false;
  /** What happened since the first touch. */
  #waiting: Signal[] = [];
  #followsPreferences = false;

  /** @param load Loads what shows cards. */
  constructor(
    readonly load: () => Promise<{readonly Tips: typeof Tips}> = () =>
      import('./tips.js'),
  ) {}

  /** A tip has come into the page. */
  join(tip: HTMLElement): void {
    const root = tip.getRootNode() as Root;
    if (this.#listenIn(root)) tipSheet.adopt(root);
    this.#stops.add(tip);
  }

  /** The host has removed an attribute of a tip. */
  restore(tip: HTMLElement): void {
    this.#stops.restore(tip);
  }

  /** A tip is used now, not in the next frame. */
  restoreNow(tip: HTMLElement): void {
    this.#stops.restoreNow(tip);
  }

  /** An attribute of a tip has changed, or its glossary. */
  changed(tip: HTMLElement, name: string): void {
    // A live value changes all the time, and what the tip names does not.
    const isOther = !name.startsWith('value');
    this.#tips?.changed(tip, isOther);
    if (isOther && isPrepared(tip) && isEager(tip)) this.#preload([tip]);
  }

  /**
   * Loads what shows cards; `undefined` where that fails. The next touch tries
   * again, or the page when it is online or seen again.
   */
  async loadTips(): Promise<Tips | undefined> {
    return (this.#loading ??= this.#loadTips());
  }

  /**
   * Opens cards for mentions in a document or a shadow root that are no elements.
   *
   * @returns Ends it.
   */
  addAnchorProvider(root: Root, provider: AnchorProvider): () => void {
    this.#listenIn(root);
    const {providers} = this;
    let here = providers.get(root);
    if (!here) {
      providers.set(root, (here = new Set()));
      this.#events.followPointer(root);
    }
    here.add(provider);
    return () => {
      here.delete(provider);
      if (here.size || providers.get(root) !== here) return;
      providers.delete(root);
      this.#events.unfollowPointer(root);
    };
  }

  /** The documents and shadow roots with tips that are still in use. */
  *roots(): Generator<Root> {
    for (const reference of this.#roots) {
      const root = reference.deref();
      if (root) yield root;
      else this.#roots.delete(reference);
    }
  }

  async #loadTips(): Promise<Tips | undefined> {
    try {
      const {Tips} = await loadPart(this.load);
      this.#hasFailed = false;
      const tips = (this.#tips = new Tips(this));
      // What came before the last press is over.
      const waiting = this.#waiting;
      const from = waiting.findLastIndex(({type}) => type === 'pointerdown');
      for (const signal of waiting.slice(Math.max(0, from)))
        tips.handle(signal);
      return tips;
    } catch (error) {
      const tip = this.#waiting.at(-1)?.tip;
      if (tip) reportError(tip, referenceOf(tip), error);
      if (!this.#hasFailed)
        whenRetryMakesSense(() => {
          this.#hasFailed = false;
          void this.loadTips();
        });
      this.#hasFailed = true;
      this.#loading = undefined;
      return undefined;
    } finally {
      this.#waiting = [];
    }
  }

  /**
   * Passes a signal on to the tips, whose code is loaded first if none was
   * touched yet.
   */
  #pass(signal: Signal): void {
    if (this.#tips) {
      this.#tips.handle(signal);
    } else if (signal.tip || this.#waiting.length || this.#isMention(signal)) {
      this.#waiting.push(signal);
      void this.loadTips();
    }
  }

  #isMention({target, x, y}: Spot): boolean {
    const here = this.providers.get(target.getRootNode()) ?? [];
    return [...here].some((provider) => provider.anchorAt(target, x, y));
  }

  /** @returns Whether tips of this root are those of the page. */
  #listenIn(root: Root): boolean {
    if (this.#known.has(root)) return true;
    // Another document has another window, with a registry of its own.
    if ((root.ownerDocument ?? root) !== globalThis.document) return false;
    this.#known.add(root);
    this.#roots.add(new WeakRef(root));
    this.#events.listenIn(root);
    if (root instanceof Document)
      addEventListener('beforeprint', () => void this.loadTips());
    else this.#listenIn(root.ownerDocument);
    return true;
  }

  #prepared(tips: readonly HTMLElement[]): void {
    if (!this.#followsPreferences) {
      this.#followsPreferences = true;
      preferences.addEventListener('change', () => {
        for (const root of this.roots()) {
          const all = root.querySelectorAll<HTMLElement>('term-tip');
          all.forEach(markTip);
          if (wantsLevels()) this.#preload([...all]);
        }
      });
    }
    if (hasWishes()) tips.forEach(markTip);
    this.#preload(wantsLevels() ? tips : tips.filter(isEager));
  }

  #preload(wanted: readonly HTMLElement[]): void {
    if (wanted.length)
      void this.loadTips().then((loaded) => loaded?.preload(wanted));
  }
}

/** Whether the data of a tip is requested before it is touched. */
const isEager = (tip: HTMLElement) =>
  tip.matches('[preload],[structured-data]');

/** The tips of this page. */
export const pageTips = new PageTips();
