import {css} from 'lit';

/** The card of a tip, and the sheet that it is under a finger on a small screen. */
export const tipCardStyles = css`
  /*
   * Rules of the page for its own elements do not apply to the card: an
   * important declaration in a shadow root overrides every declaration of the
   * page. The position of the card, and what it inherits from its words, is in
   * custom properties.
   */
  :host {
    all: initial !important;
    direction: var(--_direction) !important;
    color-scheme: var(--_color-scheme) !important;
    display: block !important;
    position: fixed !important;
    left: var(--_left, auto) !important;
    top: var(--_top, auto) !important;
    bottom: var(--_bottom, auto) !important;
    inline-size: var(--term-tip-width, 23.5em) !important;
    max-inline-size: min(var(--_max-width, 100vw), 100vw - 16px) !important;
    max-block-size: var(--_max-height, none) !important;
    color: var(--_ink) !important;
    font-family: var(--_font-family) !important;
    font-size: var(
      --term-tip-font-size,
      calc(0.9375 * var(--_page-text, 1rem))
    ) !important;
    line-height: 1.5 !important;
    text-wrap: pretty !important;
    overflow-wrap: break-word !important;
    filter: drop-shadow(0 4px 12px light-dark(#16181d33, #000c)) !important;
  }

  :host(:not(:popover-open)) {
    display: none !important;
  }

  .card {
    /* How far what is pressed goes beyond what is seen of it. */
    --_overhang: calc((24px - var(--_target, 24px)) / 2);
    position: relative;
    box-sizing: border-box;
    inline-size: auto;
    max-inline-size: none;
    block-size: auto;
    max-block-size: inherit;
    margin: 0;
    color: inherit;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block-end: 3.75em;
    padding: calc(4 * var(--_step)) calc(4.5 * var(--_step)) 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
  }

  .card > *,
  .card > slot > * {
    margin-block: 0 calc(2 * var(--_step));
  }

  .top {
    display: flex;
    align-items: baseline;
    gap: calc(2 * var(--_step));
  }

  .headword {
    flex: 1;
    min-inline-size: 0;
  }

  dfn,
  .choice b {
    font: 600 1.2em/1.25 var(--_head);
  }

  dfn {
    hyphens: auto;
    hyphenate-limit-chars: 12;
  }

  dfn a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  dfn a:hover {
    text-decoration-color: var(--_accent);
  }

  .kind {
    margin-inline-start: 0.5em;
    font: italic 400 0.9375em/1.2 var(--_head);
    color: var(--_ink-3);
  }

  .value {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(2 * var(--_step));
    min-block-size: 1.5em;
    padding: calc(1.5 * var(--_step)) calc(2.5 * var(--_step));
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_accent-soft);
    color: var(--_accent);
    font-variant-numeric: tabular-nums;
  }

  /* What does not fit beside the label goes below it; nothing is cut. */
  .value > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .value span {
    flex: 1 1 auto;
    font-size: 0.9em;
  }

  .related,
  .deprecated {
    color: var(--_ink-2);
    font-size: 0.9em;
  }

  .quiet {
    color: var(--_ink-3);
    font-size: 0.8667em;
    font-variant-numeric: tabular-nums;
  }

  .related {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(3.5 * var(--_step));
    line-height: max(24px, 1.75em);
  }

  .related b {
    font-weight: 600;
    color: var(--_ink-3);
  }

  .related :is(a, .link) {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    color: inherit;
    line-height: inherit;
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentColor 35%, transparent);
    text-decoration-thickness: 1px;
  }

  .related :is(a, .link):hover {
    text-decoration-color: currentColor;
  }

  .deprecated {
    font-style: italic;
  }

  .card > figure {
    margin-block: calc(3 * var(--_step));
    font-size: 0.8667em;
    color: var(--_ink-3);
  }

  figcaption {
    margin-block-start: var(--_step);
  }

  img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: 9.6em;
    aspect-ratio: auto 16 / 9;
    object-fit: cover;
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_accent-soft);
  }

  .choice {
    display: grid;
    margin-inline: calc(-2 * var(--_step));
    padding: 0;
    list-style: none;
  }

  .choice button {
    inline-size: 100%;
    padding: calc(1.5 * var(--_step)) calc(2 * var(--_step));
    border-radius: calc(var(--_radius) * 0.6);
    color: var(--_ink-2);
    font-size: 0.9333em;
    text-align: start;
  }

  .choice b {
    color: var(--_ink);
    font-size: 1.1em;
  }

  .choice button:hover {
    background: var(--_accent-soft);
  }

  /* The actions stay in view, however long the entry is. */
  .foot {
    position: sticky;
    inset-block-end: -1px; /* no line of text between it and the frame */
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(4 * var(--_step));
    margin: calc(3 * var(--_step)) calc(-4.5 * var(--_step)) 0;
    padding: calc(1.5 * var(--_step)) calc(4.5 * var(--_step));
    border-block-start: 1px solid var(--_line);
    background: var(--_paper);
    font-size: 0.8667em;
  }

  .foot > .know,
  .foot > .icon:not(.know + .icon) {
    margin-inline-start: auto;
  }

  .foot > :is(a, button) {
    line-height: max(var(--_target, 24px), 1.75em);
  }

  button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_ink-3);
    font: inherit;
    cursor: pointer;
  }

  button:hover {
    color: var(--_ink);
  }

  button.link {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }

  .icon {
    flex: none;
    inline-size: max(var(--_target, 24px), 1.5em);
    margin-inline-end: var(--_overhang);
    font-size: 1.1em;
    line-height: max(var(--_target, 24px), 1.5em);
    text-align: center;
  }

  .top .icon {
    margin-block: var(--_overhang);
  }

  .status {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .bar {
    block-size: 3px;
    border-radius: 2px;
    background: linear-gradient(90deg, var(--_line) 40%, var(--_accent) 50%, var(--_line) 60%) 0 / 300% 100%;
  }

  :host([sheet]) {
    left: var(--_left, 0) !important;
    bottom: var(--_bottom, 0) !important;
    max-block-size: var(--_max-height, 80dvh) !important;
    inline-size: var(--_width, 100%) !important;
    max-inline-size: none !important;
    font-size: var(--_page-text, 1rem) !important;
    filter: none !important;
  }

  .card::backdrop {
    background: light-dark(#16181d52, #0009);
  }

  :host([sheet]) .card {
    position: fixed;
    inset: auto;
    left: var(--_left, 0);
    bottom: var(--_bottom, 0);
    inline-size: var(--_width, 100%);
    max-block-size: var(--_max-height, 80dvh);
    translate: 0 var(--_drawn, 0);
    padding-block-end: env(safe-area-inset-bottom);
    border-width: 1px 0 0;
    border-radius: var(--_radius) var(--_radius) 0 0;
  }

  /* What a finger can draw down. */
  @media (any-pointer: coarse) {
    :host([sheet]) .card::before {
      content: '';
      display: block;
      inline-size: 2.25em;
      block-size: 4px;
      margin: calc(-1.5 * var(--_step)) auto calc(2.5 * var(--_step));
      border-radius: 2px;
      background: var(--_line);
    }
  }

  :host([sheet]) {
    --_target: 44px;
  }

  @media (pointer: coarse) {
    :host {
      --_target: 44px;
    }
  }

  /* In so small a frame the text has the room. */
  @media (max-height: 16rem) {
    .foot {
      position: static;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .bar {
      animation: waiting 1.5s linear infinite;
    }

    :host([sheet]) .card {
      animation: rise 0.18s ease-out;
    }
  }

  @keyframes waiting {
    from {
      background-position: 100%;
    }
    to {
      background-position: 0;
    }
  }

  @keyframes rise {
    from {
      translate: 0 25%;
    }
  }

  @media (prefers-reduced-transparency: reduce) {
    .card::backdrop {
      background: light-dark(#d5d6d8, #000);
    }
  }

  @media (forced-colors: active) {
    .value {
      border: 1px solid;
    }
  }

  @media print {
    :host {
      display: none !important;
    }
  }
`;
