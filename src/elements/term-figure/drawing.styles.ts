import {css} from 'lit';

/**
 * The drawing itself, and its numbers; loaded with the code that draws. Words
 * are beside the lines in the room that the padding leaves, so the box of the
 * SVG is that of the plot.
 */
export const drawingStyles = css`
  .drawing > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }

  .drawing svg {
    overflow: visible;
  }

  .drawing path {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.5;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .drawing .line {
    stroke: var(--_accent);
    stroke-width: 2;
  }

  .drawing .dashed {
    stroke-dasharray: 6 4;
  }

  .drawing .dotted {
    stroke-width: 2;
    stroke-dasharray: 1.5 4;
  }

  .drawing .dash-dot {
    stroke-dasharray: 9 3 2 3;
  }

  .drawing :is(.thin, .axis, .guide, .grid) {
    stroke: var(--_ink-3);
    stroke-width: 1;
  }

  .drawing .grid {
    stroke: var(--_line);
  }

  .drawing .guide {
    stroke-dasharray: 3 3;
  }

  .drawing .soft {
    fill: var(--_accent-soft);
    stroke: var(--_accent);
    stroke-width: 1;
  }

  .drawing .hollow {
    stroke: var(--_ink-2);
    stroke-width: 1;
  }

  .drawing circle {
    fill: var(--_paper);
    stroke: var(--_ink);
    stroke-width: 1.5;
  }

  .drawing text {
    fill: var(--_ink-2);
    unicode-bidi: plaintext;
  }

  .drawing .name {
    fill: var(--_ink);
    stroke: var(--_paper);
    stroke-width: 3px;
    paint-order: stroke;
  }

  .drawn details p {
    margin-block: var(--_step);
    max-inline-size: var(--_measure);
  }

  .drawn table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  .drawn :is(th, td) {
    padding: 2px 10px 2px 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: end;
    vertical-align: bottom;
  }

  .drawn :is(th, td):first-child {
    text-align: start;
  }

  @media (forced-colors: active) {
    .drawing {
      --_ink: CanvasText;
      --_ink-2: CanvasText;
      --_ink-3: CanvasText;
      --_accent: CanvasText;
      --_accent-soft: Canvas;
      --_line: GrayText;
      --_paper: Canvas;
    }
  }

  @media print {
    .drawn {
      break-inside: avoid;
    }
  }
`;
