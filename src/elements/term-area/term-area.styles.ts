import {css} from 'lit';

export const areaStyles = css`
  :host {
    --_reserve: var(--term-area-reserve, 80rem);
  }

  .area > :is(h1, h2, h3, h4, h5, h6) {
    margin-block-start: 0.9rem;
    font-size: clamp(1.9em, 4vw, 2.75em);
    font-weight: 600;
    line-height: 1.1;
    letter-spacing: -0.015em;
  }

  .title {
    font-family: var(--_head);
  }

  .number {
    margin-inline-start: 0.6rem;
    font-size: 1rem;
    font-weight: 400;
    line-height: 1;
    letter-spacing: 0;
    white-space: nowrap;
    color: var(--_ink-3);
  }

  .description {
    max-inline-size: var(--_measure);
    margin-block-start: calc(3 * var(--_step));
    font-size: 1.0625em;
    color: var(--_ink-2);
  }

  .questions {
    margin-block-start: calc(7 * var(--_step));
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    margin-block-start: calc(8 * var(--_step));
    padding: 0;
    list-style: none;
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
  }

  /* Hairlines between the cards; those at the edges lie under the frame. */
  .cards > li {
    margin: -1px 0 0 -1px;
    border: solid var(--_line);
    border-width: 1px 0 0 1px;
    container-type: inline-size;
    scroll-margin-block-start: 1rem;
  }

  .cards .summary {
    font-size: 0.9688em;
    color: var(--_ink-2);
  }

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
