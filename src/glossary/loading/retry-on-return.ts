import type {LoadPlatform} from './platform.js';

/** Properties of the page's events. */
interface PageEvent {
  /** Of `pageshow`: the page comes out of the back/forward cache. */
  readonly persisted?: boolean;
  /** Of `visibilitychange`: the document. */
  readonly target: {readonly visibilityState?: string} | null;
}

const EVENTS = ['online', 'pageshow', 'visibilitychange'] as const;

/** Whether loading may succeed now. */
const isHope = (type: string, {persisted, target}: PageEvent): boolean => {
  if (type === 'pageshow') return persisted === true;
  return type === 'online' || target?.visibilityState === 'visible';
};

/**
 * Retries what failed when that may succeed: the network is back, the page is
 * restored from the back/forward cache, or it becomes visible again (the
 * machine may have slept). It listens only while something waits, so that other
 * pages can be frozen and unused sources collected.
 */
export class RetryOnReturn {
  #isWaiting = false;
  #triedAt = -Infinity;
  #takeBack: (() => void) | undefined;

  /**
   * @param attempt Never rejects.
   * @param interval Milliseconds between two attempts, at least.
   */
  constructor(
    readonly attempt: () => Promise<void>,
    readonly platform: Pick<
      LoadPlatform,
      'after' | 'events' | 'now' | 'random'
    >,
    readonly interval: number,
  ) {}

  /** Not before this time, as the server has asked: milliseconds since 1970. */
  notBefore = 0;

  /** Whether something waits to be tried again. */
  set isWaiting(isWaiting: boolean) {
    if (isWaiting === this.#isWaiting) return;
    this.#isWaiting = isWaiting;
    const {events} = this.platform;
    for (const type of EVENTS) {
      if (isWaiting) events?.addEventListener(type, this.#hope);
      else events?.removeEventListener(type, this.#hope);
    }
    if (isWaiting) return;
    this.#takeBack?.();
    this.#takeBack = undefined;
  }

  readonly #hope = (event: Event) => {
    if (!isHope(event.type, event as unknown as PageEvent)) return;
    // Timers stop while the machine sleeps; the clock does not.
    this.#takeBack?.();
    const {after, now, random} = this.platform;
    const earliest = Math.max(this.#triedAt + this.interval, this.notBefore);
    // Otherwise all pages with the same failure would return at once.
    const jitter = (random() * this.interval) / 5;
    this.#takeBack = after(Math.max(0, earliest - now()) + jitter, () => {
      this.#takeBack = undefined;
      this.#triedAt = now();
      void this.attempt();
    });
  };
}
