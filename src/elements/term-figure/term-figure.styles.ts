import {css} from 'lit';

/** The element itself, which takes its room before there is anything in it. */
export const figureStyles = css`
  :host {
    --_reserve: calc(var(--term-figure-height, 16rem) + 3rem);
    max-inline-size: var(--term-figure-width, 44rem);
  }

  figcaption {
    margin-block-start: 0.4rem;
    font-size: 0.8125em;
    line-height: 1.45;
    color: var(--_ink-3);
  }
`;
