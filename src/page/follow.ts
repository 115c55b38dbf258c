import type {ReactiveController} from 'lit';
import type {AreaPage, GlossarySource} from '../glossary/source.js';
import {guardOf} from './content-guard.js';
import * as builders from './graph/index.js';
import {languageOf} from './language.js';
import {LaterPart} from './later-part.js';
import {needsMarks} from './needs-marks.js';
import {releaseRoom} from './release-room.js';
import {isSameAnswer} from './same-answer.js';
import type {SourceFinder} from './source-finder.js';
import {setState} from './states.js';
import {surroundingsOf} from './surroundings.js';

const followed = new WeakSet<SourceFinder>();

/**
 * Keeps an element up to date when the language around it or its glossary
 * changes. It is loaded after the element, which renders without it.
 */
export const follow = async (finder: SourceFinder): Promise<void> => {
  if (followed.has(finder)) return;
  followed.add(finder);
  finder.host.addController(new Follower(finder));
  if (!guardOf(finder.host)) return;
  const {keep} = await import('./prerendered.js');
  keep(finder, builders);
};

class Follower implements ReactiveController {
  /** The surroundings at the last update of the host. */
  #surroundings = '';
  #language = '';
  #source: GlossarySource | undefined;
  #unwatch: (() => void) | undefined;
  /** What is on screen has marks, or had. */
  #isMarked = false;
  #wasAway = false;

  constructor(readonly finder: SourceFinder) {}

  hostConnected(): void {
    const {host} = this.finder;
    this.#surroundings = this.#readSurroundings();
    followLanguage(host, this.#look);
    this.hostUpdated();
    // It may have changed before this listened.
    if (this.#wasAway && this.#unwatch) this.#refresh();
  }

  hostDisconnected(): void {
    this.#wasAway = true;
    unfollowLanguage(this.#look);
    this.#unwatch?.();
    this.#unwatch = this.#source = undefined;
  }

  hostUpdated(): void {
    const {host, query} = this.finder;
    if (!query || !host.isConnected) return;
    if (query.source !== this.#source) {
      this.#unwatch?.();
      this.#source = query.source;
      this.#unwatch = this.#source?.watch?.(this.#refresh);
    }
    this.#mark(query.value as Partial<AreaPage> | undefined);
    // The author's markup stays where it was put while the data was loaded.
    if (!query.isLate || query.answer.status !== 'found') return;
    query.isLate = false;
    releaseRoom(host);
  }

  readonly #refresh = () => {
    this.finder.query?.refresh(isSameAnswer);
  };

  readonly #look = () => {
    const {host} = this.finder;
    const surroundings = this.#readSurroundings();
    if (surroundings === this.#surroundings) return;
    this.#surroundings = surroundings;
    host.requestUpdate();
  };

  #readSurroundings(): string {
    const {host} = this.finder;
    return surroundingsOf(host, (this.#language = languageOf(host)));
  }

  #mark(value: Partial<AreaPage> | undefined): void {
    const {host} = this.finder;
    setState(host, 'stale', !!value?.keptAt);
    const isNeeded = !!value && needsMarks(value, this.#language);
    const isChanged = isNeeded || this.#isMarked;
    this.#isMarked = isNeeded;
    if (!value || !isChanged) return;
    if (marks.current) marks.current.markTexts(host, value);
    else
      void marks.load().then(() => {
        const shown = this.finder.query?.value;
        if (shown && host.isConnected) marks.current?.markTexts(host, shown);
      });
  }
}

const marks = new LaterPart(() => import('./language-marks.js'));

const readers = new Set<() => void>();
/**
 * The observed roots. Observing one again for each of a thousand cards is slow.
 */
let observed = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/**
 * Calls back when the language around an element may have changed: a page that
 * switches languages writes `lang` somewhere above.
 */
const followLanguage = (element: Element, changed: () => void): void => {
  observer ??= new MutationObserver(() => {
    for (const reader of readers) reader();
  });
  readers.add(changed);
  for (let at: Element | undefined = element; at;) {
    const root = at.getRootNode() as Partial<ShadowRoot> & Node;
    if (!observed.has(root)) {
      observed.add(root);
      observer.observe(root, {
        subtree: true,
        attributeFilter: ['lang', 'bilingual'],
      });
    }
    at = root.host;
  }
};

/** Ends it; without readers, nothing is observed. */
const unfollowLanguage = (changed: () => void): void => {
  readers.delete(changed);
  if (readers.size) return;
  observer?.disconnect();
  observed = new WeakSet();
};
