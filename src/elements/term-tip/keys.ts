import type {TipAnchor} from './anchor.js';

/** What the keyboard does to a card. */
export interface KeyEffects {
  /** What the card is on screen for. */
  anchor(): TipAnchor | undefined;
  isSheet(): boolean;
  /** The reader has opened the card on purpose. */
  isPinned(): boolean;
  close(): void;
  /** The focus goes on from an element, backward or forward. */
  approach(from: Element, isBackward: boolean): void;
}

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** The elements of a card that Tab goes through, slotted ones where they show. */
const stopsOf = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(`${FOCUSABLE}, slot`)]
    .flatMap((element) =>
      element instanceof HTMLSlotElement
        ? element.assignedElements().flatMap(stopsIn)
        : [element],
    )
    .filter(
      (element) => element.checkVisibility() && !element.matches(':disabled'),
    );

const stopsIn = (element: Element): HTMLElement[] => [
  ...(element.matches(FOCUSABLE) ? [element as HTMLElement] : []),
  ...stopsOf(element),
];

/** What really has the focus, in whichever shadow root. */
export const focused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement)
    element = element.shadowRoot.activeElement;
  return element;
};

/**
 * The keyboard, heard before the page: Escape closes the card and nothing
 * else. Tab goes on to what follows the words, past a card that only the focus
 * has opened; into a card that the reader has pressed for, and from its end on
 * behind the words, though the card is elsewhere in the document.
 */
export const listenToKeys = (card: HTMLElement, effects: KeyEffects): void => {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const tab = (event: KeyboardEvent, anchor: TipAnchor) => {
    const stops = stopsOf(card.shadowRoot!);
    const {focusable} = anchor;
    const at = focused();
    const index = stops.indexOf(at as HTMLElement);
    const isInside =
      index >= 0 || (at !== null && at.getRootNode() === card.shadowRoot);
    const isLast = event.shiftKey ? index <= 0 : index === stops.length - 1;
    if (isInside && effects.isSheet()) {
      if (!isLast) return;
      swallow(event);
      stops.at(event.shiftKey ? -1 : 0)?.focus();
    } else if (isInside && isLast && focusable) {
      // From the words the browser finds the way itself; back, they are the way.
      focusable.focus({preventScroll: true});
      if (event.shiftKey) swallow(event);
    } else if (
      !isInside &&
      !event.shiftKey &&
      at === focusable &&
      effects.isPinned() &&
      stops[0]
    ) {
      swallow(event);
      stops[0].focus({preventScroll: true});
    }
  };

  addEventListener(
    'keydown',
    (event) => {
      // WebKit ends a composition before the key that ends it.
      if (event.isComposing || event.keyCode === 229) return;
      const anchor = effects.anchor();
      if (event.key === 'Escape' && anchor) {
        swallow(event);
        effects.close();
      } else if (event.key === 'Tab' && !event.altKey) {
        const from = focused();
        if (from) effects.approach(from, event.shiftKey);
        if (anchor) tab(event, anchor);
      }
    },
    true,
  );
};
