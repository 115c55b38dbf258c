import {css} from 'lit';

/** Names and lines; what is quiet stays quiet until it is looked for. */
export const indexStyles = css`
  :host {
    --_reserve: var(--term-index-reserve, 60rem);
    container-type: inline-size;
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .search {
    position: relative;
    max-inline-size: 36rem;
  }

  .search label,
  .filters span {
    display: block;
    font-size: 0.8125em;
    color: var(--_ink-3);
  }

  input,
  select {
    box-sizing: border-box;
    max-inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0 calc(3 * var(--_step));
    border: 1px solid var(--_ink-3);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_paper);
    color: inherit;
    font: inherit;
  }

  input {
    inline-size: 100%;
  }

  .popup {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    inset-block-start: calc(100% + var(--_step));
    max-block-size: min(26rem, 70vh);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
  }

  .popup[hidden],
  .popup:not(:has(li, p, button)) {
    display: none;
  }

  [role='listbox'] {
    padding: 0;
    list-style: none;
  }

  [role='option'] {
    padding: calc(2 * var(--_step)) calc(3 * var(--_step));
    cursor: pointer;
  }

  [role='option'] + [role='option'] {
    border-block-start: 1px solid var(--_line);
  }

  [role='option']:hover,
  [role='option'][aria-selected='true'] {
    background: var(--_accent-soft);
  }

  [role='option'] .name {
    font: 600 1em/1.25 var(--_head);
  }

  .alias {
    font-size: 0.9375em;
    color: var(--_ink-2);
  }

  .sentence {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 0.875em;
    color: var(--_ink-2);
  }

  .none {
    padding: calc(2 * var(--_step)) calc(3 * var(--_step));
    color: var(--_ink-2);
  }

  .list > .none {
    padding-inline: 0;
  }

  mark {
    background: none;
    color: inherit;
    text-decoration: underline 2px var(--_accent);
    text-underline-offset: 0.18em;
  }

  button {
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .all,
  .more-terms button {
    inline-size: 100%;
    padding: calc(2.5 * var(--_step)) calc(3 * var(--_step));
    border-block-start: 1px solid var(--_line);
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_step)) calc(4 * var(--_step));
    margin-block-start: calc(4 * var(--_step));
  }

  .filters label {
    min-inline-size: 0;
  }

  .count {
    margin-block-start: calc(4 * var(--_step));
    font-size: 0.875em;
    color: var(--_ink-3);
    font-variant-numeric: tabular-nums;
  }

  .letters {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-block-start: calc(2 * var(--_step));
    margin-inline-start: -0.5rem;
  }

  .letters > * {
    display: grid;
    place-items: center;
    min-inline-size: 2rem;
    min-block-size: 2rem;
    padding: 0;
    border-radius: 6px;
    text-decoration: none;
  }

  .letters > :is(a, button):hover {
    background: var(--_accent-soft);
  }

  .letters > span {
    color: var(--_ink-3);
    opacity: 0.55;
  }

  .letter {
    margin-block-start: calc(6 * var(--_step));
    padding-block-end: var(--_step);
    border-block-end: 1px solid var(--_line);
    font: 600 1.3em/1.25 var(--_head);
    scroll-margin-block-start: 1rem;
  }

  .letter .count {
    margin-inline-start: 0.5rem;
    font: 400 0.875rem/1 var(--_body);
  }

  .rows {
    padding: 0;
    list-style: none;
  }

  /* Off screen it costs nothing; what was seen keeps its size. */
  .row {
    padding-block: calc(2.5 * var(--_step));
    scroll-margin-block-start: 1rem;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 4.5rem;
  }

  .row + .row {
    border-block-start: 1px solid var(--_line);
  }

  .names {
    columns: 16rem;
    column-gap: calc(8 * var(--_step));
    padding-block-start: calc(2 * var(--_step));
  }

  .names > .row {
    padding-block: var(--_step);
    border: 0;
    break-inside: avoid;
    content-visibility: visible;
  }

  .row > .headword dfn {
    font: 600 1.0625em/1.3 var(--_head);
  }

  .row > .headword dfn button {
    padding: 0;
    color: inherit;
  }

  .row > .headword dfn button:hover {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
  }

  .row > .headword dfn button::after {
    content: '+';
    margin-inline-start: 0.4em;
    color: var(--_accent);
  }

  .row > .headword dfn button[aria-expanded='true']::after {
    content: '−';
  }

  .row > .headword dfn a[href] {
    text-decoration: underline 1px var(--_line);
    text-underline-offset: 0.18em;
  }

  .abbreviation {
    color: var(--_ink-2);
  }

  .quiet {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.65rem;
    font-size: 0.875em;
    color: var(--_ink-3);
  }

  .quiet .kind {
    font: italic 400 1em/1.4 var(--_head);
    color: inherit;
  }

  .row > .summary {
    margin-block-start: 2px;
    font-size: 0.9688em;
    color: var(--_ink-2);
  }

  /* The row has said these. */
  .row > .card > .entry {
    padding: calc(2 * var(--_step)) 0;
  }

  .row > .card > .entry > :is(.headword, .summary) {
    display: none;
  }

  .pager {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_step));
    margin-block-start: calc(6 * var(--_step));
    color: var(--_ink-3);
    font-variant-numeric: tabular-nums;
  }

  .pager [aria-current] {
    color: var(--_ink);
    font-weight: 600;
  }

  .pager a {
    display: grid;
    place-items: center;
    min-inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: 6px;
    text-decoration: none;
  }

  .pager a:hover {
    background: var(--_accent-soft);
  }

  @container (inline-size > 34rem) {
    .quiet {
      margin-inline-start: auto;
    }
  }

  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    mark {
      text-decoration-color: Highlight;
    }
  }

  @media print {
    .search,
    .filters,
    .letters,
    .pager,
    .more-terms {
      display: none;
    }

    .row {
      content-visibility: visible;
      break-inside: avoid;
    }
  }
`;
