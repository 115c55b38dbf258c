import {css} from 'lit';

/** The list of terms; it comes with what finds them. */
export const listStyles = css`
  :host {
    --_paper: var(--term-paper, light-dark(#ffffff, #101318));
    --_line: var(--term-line, light-dark(#dedcd4, #2a3038));
    --_accent: var(--term-accent, light-dark(#00694b, #5fd3a6));
  }

  .terms {
    font-size: 0.875rem;
    line-height: 1.55;
  }

  /* As a link that skips something: there for those who come to it by keyboard. */
  .terms[data-list='hidden'] {
    position: absolute;
    z-index: 1;
    max-inline-size: min(24rem, calc(100vw - 2rem));
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--term-radius, 10px);
    background: var(--_paper);
  }

  .terms[data-list='hidden']:not(:focus-within) {
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  summary {
    cursor: pointer;
    color: var(--_accent);
    min-block-size: 24px;
  }

  ul {
    margin: 0.25em 0 0;
    padding: 0;
    max-block-size: 50vh;
    overflow: auto;
    list-style: none;
  }

  .terms[data-list='visible'] ul {
    columns: 16rem;
    max-block-size: none;
  }

  li {
    padding-block: 2px;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 3px;
  }

  @media (forced-colors: active) {
    :host {
      --_accent: LinkText;
    }
  }

  @media print {
    .terms {
      display: none;
    }
  }
`;
