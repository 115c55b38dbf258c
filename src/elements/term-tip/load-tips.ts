/**
 * What a page has of tips until somebody touches one: they join, become
 * focusable when the page is idle, and the first touch loads the rest.
 */
import {tipStyles} from './tip.styles.js';
import {adoptOnce} from '../../page/adopt-once.js';
import {pageIdle} from '../../page/page-idle.js';
import type {AnchorProvider} from './anchor.js';
import {CLICKED, closestOutside, CONTROL, LINK} from './controls.js';
import {preferences} from '../../page/preferences/preferences.js';
import {hasWishes, markQuiet} from './quiet.js';
import {isTouch, type Signal, type Spot, tipAround} from './signal.js';
import type {Tips} from './tips.js';

let tips: Tips | undefined;
let loading: Promise<Tips | undefined> | undefined;
/** What happened since the first touch. */
let waiting: Signal[] = [];

/** The part of tips that is there for those who touch them. */
export const loadTips = (): Promise<Tips | undefined> =>
  (loading ??= import('./tips.js')
    .then((module) => {
      tips = new module.Tips({roots: openRoots, providers});
      // What came before the last press is over.
      const from = waiting.findLastIndex(({type}) => type === 'pointerdown');
      for (const signal of waiting.slice(Math.max(0, from)))
        tips.handle(signal);
      return tips;
    })
    .catch(() => {
      hasFailed = true;
      return (loading = undefined); // the next touch tries again
    })
    .finally(() => {
      waiting = [];
    }));

/** Cards cannot be loaded: links lead where they lead. */
let hasFailed = false;

let seen: Event | undefined;
let pointerType = '';

const handle = (event: Event): void => {
  if (event === seen) return; // by the listener of another root
  seen = event;
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return;
  const {type, timeStamp: time} = event;
  if (type === 'keydown') {
    if (isPress(event as KeyboardEvent)) activate(target, event);
    return;
  }
  const pointer = event as PointerEvent;
  // Engines whose clicks do not say by what have said it with the pointer.
  if (type === 'pointerdown') ({pointerType} = pointer);
  const by = pointer.pointerType ?? (pointer.detail ? pointerType : '');
  const isClick = type === 'click';
  // The second click of two selects the word.
  if (isClick && pointer.detail > 1 && !isTouch(by)) return;
  // Assistive technology clicks what it presses.
  if (isClick && !by && activate(target, event)) return;
  const tip = tipFor(target, type);
  if (tip && isClick && isTouch(by) && !hasFailed) {
    // A tap opens the card; the way on is the link inside it.
    event.preventDefault();
    event.stopPropagation();
  }
  const {clientX: x, clientY: y} = pointer;
  pass({type, target, tip, x, y, pointerType: by, time});
};

/** Hands a signal to the tips, which come first if nothing was touched yet. */
const pass = (signal: Signal): void => {
  if (tips) {
    tips.handle(signal);
  } else if (signal.tip || waiting.length || isMention(signal)) {
    waiting.push(signal);
    void loadTips();
  }
};

/** Enter or Space, and no shortcut of the host. */
const isPress = ({key, ctrlKey, altKey, metaKey}: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') && !(ctrlKey || altKey || metaKey);

/**
 * Presses words that are a button themselves. The tips hear of it and nobody
 * else: a label, a form or a row around them would take it for its own.
 *
 * @returns Whether they are.
 */
const activate = (target: Element, event: Event): boolean => {
  if (target.localName !== 'term-tip' || !target.hasAttribute('tabindex'))
    return false;
  event.preventDefault();
  event.stopPropagation();
  const tip = target as HTMLElement;
  const {timeStamp: time} = event;
  if (!(event as KeyboardEvent).repeat)
    pass({type: 'activate', target, tip, x: 0, y: 0, pointerType: '', time});
  return true;
};

/** The tip that an event is about. */
const tipFor = (target: Element, type: string): HTMLElement | undefined => {
  // What a control is for, a click does, whoever makes it.
  if (type === 'click' && closestOutside(target, CLICKED)) return undefined;
  return (
    tipAround(target) ??
    // The focus of a link around words is theirs.
    (type === 'focusin' && target.matches(`a,${CONTROL}`)
      ? target.querySelector<HTMLElement>('term-tip')
      : undefined) ??
    undefined
  );
};

// Kept apart because an event is not seen outside a shadow root in which it
// only goes from one element to another.
const WITHIN_ROOT = ['pointerover', 'focusin'];
const ANYWHERE = [
  ...WITHIN_ROOT,
  'pointerdown',
  'pointerup',
  'pointercancel',
  'click',
  'keydown',
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
  // Another document has another window, with a registry of its own.
  if (known.has(root) || (root.ownerDocument ?? root) !== document) return;
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

const isMention = ({target, x, y}: Spot): boolean =>
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
      !closestOutside(tip, `${LINK},${CONTROL}`) &&
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
