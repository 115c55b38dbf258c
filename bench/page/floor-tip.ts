import {tipStyles} from '../../src/elements/term-tip/tip.styles.js';

/** What the floor says of a term. */
export type Meanings = ReadonlyMap<string, string>;

let meanings: Meanings = new Map();
let card: HTMLElement | undefined;

export const setMeanings = (map: Meanings): void => {
  meanings = map;
};

const open = (tip: Element): void => {
  card ??= document.body.appendChild(document.createElement('aside'));
  card.popover = 'manual';
  card.textContent = meanings.get(tip.getAttribute('term') ?? '') ?? '';
  card.showPopover();
  const {left, bottom} = tip.getBoundingClientRect();
  card.style.left = `${left}px`;
  card.style.top = `${bottom}px`;
};

const point = ({target}: Event): void => {
  const tip = target instanceof Element ? target.closest('floor-tip') : null;
  if (tip) open(tip);
  else if (card && target !== card && card.matches(':popover-open'))
    card.hidePopover();
};

let isReady = false;

const prepare = (): void => {
  if (isReady) return;
  isReady = true;
  document.addEventListener('pointerover', point);
  document.addEventListener('focusin', point);
  const sheet = new CSSStyleSheet();
  const look = Array.from(tipStyles.styleSheet!.cssRules, (rule) =>
    rule.cssText.replaceAll('term-tip', 'floor-tip'),
  );
  sheet.replaceSync(
    `${look.join('')} aside[popover] { margin: 0; inset: auto; inline-size: 22rem; }`,
  );
  document.adoptedStyleSheets.push(sheet);
};

/**
 * The least that a tip can be: the element that somebody writes by hand who
 * needs one card for the page, opened by pointer and focus, and nothing else
 * (no delays, no loading, no touch, no way to put it away). It looks the same.
 */
export class FloorTip extends HTMLElement {
  connectedCallback(): void {
    prepare();
    this.setAttribute('tabindex', '0');
    this.setAttribute('role', 'button');
  }
}

customElements.define('floor-tip', FloorTip);
