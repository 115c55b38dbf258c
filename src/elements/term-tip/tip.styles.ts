import {css} from '../../page/plain-css.js';

/**
 * The look of tips, adopted by each document and shadow root that has one: a
 * tip has no shadow root of its own. `:where()` lets any rule of the page win.
 */
export const tipStyles = css`
  :where(term-tip) {
    --_accent: var(--term-accent, light-dark(#00694b, #5fd3a6));
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 1.5px;
    text-underline-offset: 0.22em;
    border-radius: 2px;
    cursor: help;
  }

  /* The line of the tip goes on under its link: a second one would double it. */
  :where(term-tip a) {
    color: inherit;
    text-decoration-line: none;
  }

  :where(term-tip:state(open)) {
    background: var(
      --term-accent-soft,
      color-mix(in oklab, var(--_accent) 12%, transparent)
    );
    text-decoration-style: solid;
  }

  :where(term-tip:state(read)) {
    text-decoration-color: color-mix(in oklab, var(--_accent) 65%, transparent);
    text-decoration-thickness: 1px;
  }

  :where(term-tip:state(quiet)) {
    text-decoration: none;
    cursor: inherit;
  }

  /* A press still opens the card. */
  :where(term-tip:state(quiet):hover) {
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-decoration-color: color-mix(in oklab, currentColor 50%, transparent);
    text-decoration-thickness: 1px;
  }

  :where(term-tip:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  @media (forced-colors: active) {
    :where(term-tip) {
      --_accent: LinkText;
    }

    :where(term-tip:state(open)) {
      outline: 1px solid Highlight;
    }
  }

  @media print {
    :where(term-tip) {
      text-decoration: none;
    }

    :where(term-tip[data-note])::after {
      content: ' [' attr(data-note) ']';
      font-size: 0.75em;
      vertical-align: super;
      line-height: 0;
    }
  }
`;
