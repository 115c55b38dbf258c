import {css} from 'lit';

/** The links to the pages of an area, or of an index. */
export const pagerStyles = css`
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
    margin-block-start: calc(6 * var(--_step));
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .pager > * {
    display: grid;
    place-items: center;
    min-inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: 6px;
    text-decoration: none;
    color: var(--_ink-2);
  }

  .pager a:hover {
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .pager [aria-current] {
    background: var(--_ink);
    color: var(--_paper);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .pager [aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  @media print {
    .pager {
      display: none;
    }
  }
`;
