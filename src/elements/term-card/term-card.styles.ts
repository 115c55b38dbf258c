import {css} from 'lit';

/** One entry, alone in a frame or in the grid of an area. */
export const entryStyles = css`
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_step)) calc(6 * var(--_step));
    align-content: start;
    padding: calc(5 * var(--_step)) calc(5.5 * var(--_step)) calc(4.5 * var(--_step));
  }

  .headword {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.65rem;
  }

  .headword :is(h1, h2, h3, h4, h5, h6) {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    hyphens: auto;
    hyphenate-limit-chars: 12;
    font: 600 1.3em/1.25 var(--_head);
    letter-spacing: -0.01em;
  }

  dfn {
    font-style: normal;
  }

  dfn a {
    color: inherit;
    text-decoration: none;
  }

  dfn a[href] {
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  dfn a[href]:hover {
    text-decoration-color: var(--_accent);
  }

  .kind {
    font: italic 400 0.9375em/1.2 var(--_head);
    color: var(--_ink-3);
  }

  :is(.kind, .summary):empty {
    display: none;
  }

  .summary,
  .definition,
  .deprecated {
    max-inline-size: var(--_measure);
  }

  .definition {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_step));
    color: var(--_ink-2);
    font-size: 0.9688em;
  }

  .definition :is(ul, ol) {
    padding-inline-start: 1.4em;
  }

  .definition > ul {
    list-style-type: disc;
  }

  .definition math[display='block'] {
    overflow: auto hidden;
    padding-block: 0.25em;
  }

  .deprecated {
    color: var(--_ink-2);
    font-style: italic;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 0.75rem;
    font-size: 0.8125em;
    color: var(--_ink-3);
    font-variant-numeric: tabular-nums;
  }

  .more {
    display: grid;
    gap: var(--_step);
    border-block-start: 1px solid var(--_line);
    padding-block-start: calc(2.5 * var(--_step));
    margin-block-start: var(--_step);
    font-size: 0.875em;
    color: var(--_ink-2);
  }

  .more b {
    font-weight: 600;
    color: var(--_ink-3);
    margin-inline-end: 0.4rem;
  }

  img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: auto 16 / 9;
    object-fit: cover;
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_accent-soft);
  }

  figcaption {
    margin-block-start: 0.4rem;
    font-size: 0.8125em;
    line-height: 1.45;
    color: var(--_ink-3);
  }

  /* A sidebar, a cell of a table. */
  @container (inline-size < 17rem) {
    .entry {
      padding: calc(3.5 * var(--_step)) calc(3.5 * var(--_step)) calc(3 * var(--_step));
    }
  }

  @container (inline-size > 34rem) {
    .entry:has(> figure:not(.drawn)) {
      grid-template-columns: minmax(0, 1fr) 13.5rem;
    }

    .entry > figure:not(.drawn) {
      grid-column: 2;
      grid-row: 1 / span 5;
    }

    .entry:has(> figure:not(.drawn)) > .more {
      grid-column: 1 / -1;
    }
  }

  @media print {
    .entry {
      break-inside: avoid;
    }
  }
`;

/**
 * The host is skipped by the browser while it is off screen, with its last
 * size remembered, so that a page of a thousand cards paints like one of ten.
 */
export const cardStyles = css`
  :host {
    --_reserve: var(--term-card-reserve, 11rem);
    max-inline-size: var(--term-card-width, 44rem);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    container-type: inline-size;
    content-visibility: auto;
    /* Sizes are of the content, the reserve is with the border. */
    contain-intrinsic-inline-size: auto 20rem;
    contain-intrinsic-block-size: auto calc(var(--_reserve) - 2px);
  }

  :host(:state(eager)) {
    content-visibility: visible;
  }

  .fallback {
    padding: calc(5 * var(--_step)) calc(5.5 * var(--_step));
  }

  /* Nothing to show: the author's markup stands as if we were not there. */
  :host(:state(missing)),
  :host(:state(error)) {
    border-color: transparent;
    background: none;
  }

  /* What a prerenderer wrote has its own room. */
  :host([prerendered]) .fallback,
  :host(:state(missing):not(:state(late))) .fallback,
  :host(:state(error):not(:state(late))) .fallback {
    padding: 0;
  }

  @media print {
    :host {
      content-visibility: visible;
      break-inside: avoid;
    }
  }
`;
