import type {Glossary} from 'term-elements/glossary';
import type {Finding} from '../lint/finding.js';
import type {GlossaryPlace} from '../lint/finding.js';
import type {Located} from './read-sources.js';

/** What the pages show. */
export interface PreviewState {
  /** Counts saves. */
  readonly version: number;
  /** The last good one; absent until there has been one. */
  readonly glossary: Glossary | undefined;
  readonly place: (place: GlossaryPlace) => Located;
  /** Of the last save, which may be a broken one. */
  readonly findings: readonly Finding[];
  /**
   * The last save is not a glossary; what is shown is the version before it.
   */
  readonly isBroken: boolean;
  readonly documents: number;
}

/** Holds what is shown, and notifies its viewers of changes. */
export class Preview {
  #state: PreviewState = {
    version: 0,
    glossary: undefined,
    place: () => ({file: '', start: START, end: START}),
    findings: [],
    isBroken: false,
    documents: 0,
  };
  readonly #viewers = new Set<(state: PreviewState) => void>();

  get state(): PreviewState {
    return this.#state;
  }

  show(next: Omit<PreviewState, 'version' | 'isBroken'>): void {
    const {glossary, place, version} = this.#state;
    const isBroken = next.glossary === undefined;
    this.#state = {
      ...next,
      version: version + 1,
      isBroken,
      // A broken save keeps the last good preview on screen.
      ...(isBroken && {glossary, place}),
    };
    for (const viewer of this.#viewers) viewer(this.#state);
  }

  /** @returns What ends it. */
  follow(viewer: (state: PreviewState) => void): () => void {
    this.#viewers.add(viewer);
    return () => void this.#viewers.delete(viewer);
  }
}

const START = {line: 1, column: 1};
