/**
 * What a page has of tips until somebody touches one: they join, become
 * focusable when the page is idle, and the first touch loads the rest.
 */
import {tipStyles} from './tip.styles.js';
import {adoptOnce} from '../adopt-once.js';
import {pageIdle} from '../page-idle.js';
import type {AnchorProvider} from './anchor.js';
import {preferences} from '../../preferences.js';
import {hasWishes, markQuiet} from './quiet.js';
import type {Tips} from './tips.js';

/** What happened, in a form that outlives its event: a chunk may have to come first. */
export interface Signal {
  readonly type: string;
  /** The innermost element, in whichever shadow root. */
  readonly target: Element;
  readonly x: number;
  readonly y: number;
  /** `''` for what no pointer did. */
  readonly pointerType: string;
  /** Time of the event, on the clock of `performance.now()`. */
  readonly time: number;
}

let tips: Tips | undefined;
let loading: Promise<Tips | undefined> | undefined;
/** What happened since the first touch. */
let waiting: Signal[] = [];

/** The part of tips that is there for those who touch them. */
export const loadTips = (): Promise<Tips | undefined> =>
  (loading ??= import('./tips.js').then(
    (module) => {
      tips = new module.Tips({roots: openRoots, providers, tipOf});
      for (const signal of waiting.splice(0)) tips.handle(signal);
      return tips;
    },
    () => {
      waiting = [];
      return (loading = undefined); // the next touch tries again
    },
  ));

/** The tip that an element is in; or, for a link around tips, the one in it. */
const tipOf = (target: Element): HTMLElement | null =>
  target.closest<HTMLElement>('term-tip') ??
  (target.matches('a, button, summary')
    ? target.querySelector<HTMLElement>('term-tip')
    : null);

let seen: Event | undefined;
let pointerType = '';

const handle = (event: Event): void => {
  if (event === seen) return; // by the listener of another root
  seen = event;
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return;
  const {type} = event;
  const pointer = event as PointerEvent;
  // Engines whose clicks do not say by what have said it with the pointer.
  if (type === 'pointerdown') ({pointerType} = pointer);
  const by = pointer.pointerType ?? (pointer.detail ? pointerType : '');
  const tip = type === 'click' ? target.closest('term-tip') : tipOf(target);
  if (tip && type === 'click' && isTouch(by)) {
    // A tap opens the card; the way on is the link inside it.
    event.preventDefault();
    event.stopPropagation();
  }
  const {clientX: x, clientY: y, timeStamp: time} = pointer;
  const signal = {type, target, x, y, pointerType: by, time};
  if (tips) {
    if (!tips.handle(signal)) {
      event.preventDefault();
      event.stopPropagation();
    }
  } else if (tip || waiting.length || isMention(signal)) {
    waiting.push(signal);
    void loadTips();
  }
};

/** Fingers and pens have no hover worth the name: they tap. */
export const isTouch = (type: string): boolean =>
  type === 'touch' || type === 'pen';

// Kept apart because an event is not seen outside a shadow root in which it
// only goes from one element to another.
const WITHIN_ROOT = ['pointerover', 'focusin'];
const ANYWHERE = [
  ...WITHIN_ROOT,
  'pointerdown',
  'pointerup',
  'pointercancel',
  'click',
];

type Root = Document | ShadowRoot;

const known = new WeakSet<Root>();
const roots = new Set<WeakRef<Root>>();

/** The roots of tips that are still in use. */
const openRoots = function* (): Generator<Root> {
  for (const reference of roots) {
    const root = reference.deref();
    if (root) yield root;
    else roots.delete(reference);
  }
};

const listenIn = (root: Root): void => {
  if (known.has(root)) return;
  known.add(root);
  roots.add(new WeakRef(root));
  const isWhole = root instanceof Document;
  for (const type of isWhole ? ANYWHERE : WITHIN_ROOT)
    root.addEventListener(type, handle, true);
  adoptOnce(root, tipStyles);
  if (!isWhole) listenIn(root.ownerDocument);
  else addEventListener('beforeprint', () => void loadTips());
};

const providers = new Map<Node, Set<AnchorProvider>>();

const isMention = ({target, x, y}: Signal): boolean =>
  [...(providers.get(target.getRootNode()) ?? [])].some((provider) =>
    provider.anchorAt(target, x, y),
  );

/**
 * Opens cards for mentions in a document or a shadow root that are no elements.
 *
 * @returns Ends it.
 */
export const addAnchorProvider = (
  root: Root,
  provider: AnchorProvider,
): (() => void) => {
  listenIn(root);
  let here = providers.get(root);
  if (!here) {
    providers.set(root, (here = new Set()));
    root.addEventListener('pointermove', handle, {
      capture: true,
      passive: true,
    });
  }
  here.add(provider);
  return () => {
    here.delete(provider);
    if (here.size || providers.get(root) !== here) return;
    providers.delete(root);
    root.removeEventListener('pointermove', handle, true);
  };
};

/** Tips that wait for the page to be idle. */
let newcomers: HTMLElement[] = [];
let isScheduled = false;

/** A tip has come into the page. */
export const joinTips = (tip: HTMLElement): void => {
  listenIn(tip.getRootNode() as Root);
  newcomers.push(tip);
  if (isScheduled) return;
  isScheduled = true;
  pageIdle(document, prepareSome);
};

let isHeeding = false;

/** Follows what the reader wants, from when tips are there. */
const heedReader = (): void => {
  if (isHeeding) return;
  isHeeding = true;
  preferences.addEventListener('change', () => {
    for (const root of openRoots())
      markQuiet(root.querySelectorAll<HTMLElement>('term-tip'));
  });
};

/** An attribute of a tip has changed. */
export const tipChanged = (tip: HTMLElement): void => {
  tips?.changed(tip);
};

const FOCUSABLE = 'a[href], button, [tabindex]';
/** Tips in a slice, some milliseconds: the page may be laid out after each. */
const SLICE = 1000;

/** Makes tips focusable that have nothing focusable in or around them. */
const prepareSome = (): void => {
  const batch = newcomers.splice(-SLICE);
  const wanted: HTMLElement[] = [];
  for (const tip of batch) {
    if (!tip.isConnected) continue;
    if (
      !tip.closest('a[href], button, summary') &&
      !tip.querySelector(FOCUSABLE)
    ) {
      if (!tip.hasAttribute('tabindex')) tip.setAttribute('tabindex', '0');
      if (!tip.hasAttribute('role')) tip.setAttribute('role', 'button');
    }
    if (tip.hasAttribute('preload')) wanted.push(tip);
  }
  isScheduled = newcomers.length > 0;
  if (isScheduled) pageIdle(document, prepareSome);
  else newcomers = [];
  heedReader();
  if (hasWishes()) markQuiet(batch);
  if (wanted.length) void loadTips().then((loaded) => loaded?.preload(wanted));
};
