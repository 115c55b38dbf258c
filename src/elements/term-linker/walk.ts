import {hasLetters} from '../../matching/rules.js';
import {type Exclusion, isHeading, isSection} from './left-out.js';
import {isClaimed, isOwned} from './framework-nodes.js';
import type {Presenter} from './text-run.js';

/** A text run, as the walk finds it. */
export interface FoundRun {
  readonly nodes: readonly Text[];
  readonly last: Node;
  readonly text: string;
  readonly section: object;
  readonly isOwned: boolean;
  /** It may be on screen now. */
  readonly isNear: boolean;
}

/** Settings of a walk. */
export interface Route extends Pick<
  Presenter,
  'joins' | 'asksForOwners' | 'takes' | 'whole'
> {
  readonly isLeftOut: Exclusion;
  /** It matters what is on screen. */
  readonly asksForNearness: boolean;
}

/** What is known of an element while its children are visited. */
interface Place {
  readonly element: Node;
  /** Shared by all elements of a section: a heading in one of them begins a new one. */
  readonly holder: {section: object};
  readonly isOwned: boolean;
  readonly isNear: boolean;
}

/**
 * Whether any part of an element may be in the viewport; overflowing content is
 * ignored.
 */
const isOnScreen = (element: Element): boolean => {
  const {top, bottom, left, right, width, height} =
    element.getBoundingClientRect();
  // Without a box of its own (`display: contents`) it says nothing of what is inside.
  return (
    (!width && !height) ||
    (bottom >= 0 && top <= innerHeight && right >= 0 && left <= innerWidth)
  );
};

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;

/** A Text node, with those that follow up to the next element. */
export const runFrom = (
  node: Node,
): Pick<FoundRun, 'nodes' | 'text' | 'last'> => {
  const nodes: Text[] = [];
  let text = '';
  let last: Node = node;
  for (
    let at: Node | null = node;
    at && at.nodeType !== Node.ELEMENT_NODE;
    at = at.nextSibling
  ) {
    last = at;
    if (!isText(at) || !at.data) continue;
    nodes.push(at);
    text += at.data;
  }
  return {nodes, text, last};
};

/**
 * Yields all text in a part of the page that may have mentions, in document
 * order. It may be interrupted, but not resumed when the page has changed.
 */
export function* walk(
  root: Element | ShadowRoot,
  route: Route,
): Generator<FoundRun> {
  const {asksForOwners, asksForNearness, isLeftOut, joins} = route;
  let place: Place = {
    element: root,
    holder: {section: root},
    isOwned: asksForOwners && isOwned(root),
    isNear: asksForNearness,
  };
  const around: Place[] = [];
  let node: Node | null = root.firstChild;
  for (;;) {
    if (!node) {
      const up = around.pop();
      if (!up) return;
      node = place.element.nextSibling;
      place = up;
    } else if (isText(node)) {
      const whole = route.whole(node);
      const {nodes, text, last} = whole
        ? {nodes: [node], text: whole.text, last: whole.last}
        : joins
          ? runFrom(node)
          : {nodes: [node], text: node.data, last: node};
      if (hasLetters(text)) {
        const isOwned = place.isOwned || (asksForOwners && isClaimed(node));
        const {section} = place.holder;
        if (route.takes({isOwned}))
          yield {nodes, text, last, section, isOwned, isNear: place.isNear};
      }
      node = last.nextSibling;
    } else if (node instanceof Element) {
      const element: Element = node;
      if (isHeading(element)) place.holder.section = element;
      if (isLeftOut(element) || !element.firstChild) {
        node = element.nextSibling;
        continue;
      }
      around.push(place);
      place = {
        element,
        holder: isSection(element) ? {section: element} : place.holder,
        isOwned: place.isOwned || (asksForOwners && isClaimed(element)),
        isNear: place.isNear && isOnScreen(element),
      };
      node = element.firstChild;
    } else node = node.nextSibling;
  }
}
