import {css} from 'lit';

/**
 * The tokens of the look. Each public property (`--term-ink`) has a private
 * twin with its default, and all rules use the twin. `light-dark()` follows
 * the inherited `color-scheme`, so a host's own dark switch works.
 *
 * @cssprop [--term-ink] - Text.
 * @cssprop [--term-ink-2] - Secondary text.
 * @cssprop [--term-ink-3] - Dates and labels.
 * @cssprop [--term-paper] - Background.
 * @cssprop [--term-line] - Hairlines.
 * @cssprop [--term-accent] - Links and buttons.
 * @cssprop [--term-accent-soft] - Background of what is active; by default a tint of the accent.
 * @cssprop [--term-head] - Font of headwords.
 * @cssprop [--term-body=inherit] - Font of text.
 * @cssprop [--term-radius=10px] - Corners.
 * @cssprop [--term-measure=62ch] - Maximum width of running text.
 * @cssprop [--term-step=4px] - Unit of space.
 */
export const tokens = css`
  :host {
    --_ink: var(--term-ink, light-dark(#16181d, #e8eaed));
    --_ink-2: var(--term-ink-2, light-dark(#565b66, #a2a9b4));
    --_ink-3: var(--term-ink-3, light-dark(#6a707b, #8b93a0));
    --_paper: var(--term-paper, light-dark(#ffffff, #101318));
    --_line: var(--term-line, light-dark(#dedcd4, #2a3038));
    --_accent: var(--term-accent, light-dark(#00694b, #5fd3a6));
    --_accent-soft: var(
      --term-accent-soft,
      color-mix(in oklab, var(--_accent) 11%, var(--_paper))
    );
    --_head: var(
      --term-head,
      ui-serif,
      'Iowan Old Style',
      'Palatino Linotype',
      Palatino,
      Georgia,
      'Noto Serif',
      serif
    );
    --_body: var(--term-body, inherit);
    --_radius: var(--term-radius, 10px);
    --_measure: var(--term-measure, 62ch);
    --_step: var(--term-step, 4px);
    display: block;
    color: var(--_ink);
    font-family: var(--_body);
    line-height: 1.55;
    text-align: start;
    text-wrap: pretty;
    overflow-wrap: break-word;
  }

  @media (prefers-contrast: more) {
    :host {
      --_ink-2: var(--_ink);
      --_ink-3: var(--_ink);
      --_line: color-mix(in oklab, var(--_ink) 65%, var(--_paper));
    }
  }

  /* Reserves space for late data; each element sets how much. */
  :host(:state(late):not([prerendered])) {
    box-sizing: border-box;
    min-block-size: var(--_reserve, 0px);
  }

  :host([hidden]) {
    display: none;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ol,
  ul,
  figure {
    margin: 0;
  }

  a:where([href]) {
    color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }

  /*
   * A row whose strings are being loaded takes up its space, and is painted
   * with them.
   */
  :is(p, nav, summary, .number, .foot):has(.awaited) {
    visibility: hidden;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 3px;
  }

`;
