import {css} from 'lit';

/** An accordion of `<details>` in a shadow root. */
export const questionStyles = css`
  .questions {
    border-block-end: 1px solid var(--_line);
    max-inline-size: 52rem;
  }

  details {
    border-block-start: 1px solid var(--_line);
    scroll-margin-block-start: 1rem;
  }

  summary {
    display: flex;
    gap: 1rem;
    align-items: baseline;
    padding-block: calc(3.75 * var(--_step));
    cursor: pointer;
    list-style: none;
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.35;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary :is(h1, h2, h3, h4, h5, h6) {
    font: inherit;
  }

  /* Plus and minus: two lines of the accent, one of them turned away. */
  summary::before {
    content: '';
    flex: none;
    inline-size: 0.7rem;
    block-size: 0.7rem;
    background:
      linear-gradient(var(--_accent) 0 0) center / 100% 1.5px no-repeat,
      linear-gradient(var(--_accent) 0 0) center / 1.5px 100% no-repeat;
    forced-color-adjust: none;
  }

  details[open] > summary::before {
    background-size:
      100% 1.5px,
      1.5px 0;
  }

  .answer {
    max-inline-size: var(--_measure);
    padding-block-end: calc(5 * var(--_step));
    padding-inline-start: 1.7rem;
    color: var(--_ink-2);
  }

  .answer :is(ul, ol) {
    padding-inline-start: 1.4em;
  }

  .answer > :is(p, ul, ol, dl, dd, pre, blockquote) {
    margin: 0;
  }

  .answer > * + :is(p, ul, ol, dl, dd, div, pre, blockquote, figure, table) {
    margin-block-start: calc(2 * var(--_step));
  }

  @media (prefers-reduced-motion: no-preference) {
    summary::before {
      transition: background-size 0.2s;
    }
  }

  @media (forced-colors: active) {
    summary::before {
      --_accent: LinkText;
    }
  }

  @media print {
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;

export const blockStyles = css`
  :host {
    --_reserve: var(--faq-block-reserve, 0px);
  }
`;
