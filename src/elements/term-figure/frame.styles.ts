import {css} from 'lit';

/**
 * What a figure is before its code is there: the box of the drawing has its
 * height and its room.
 */
export const frameStyles = css`
  .drawn {
    min-inline-size: 0;
  }

  .drawing {
    box-sizing: border-box;
    block-size: var(--term-figure-height, 16rem);
    padding: 28px 14px 42px 48px;
    direction: ltr;
    font-size: 12px;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }

  .drawn details {
    margin-block-start: var(--_step);
    overflow-x: auto;
    font-size: 0.8125em;
    color: var(--_ink-3);
  }

  .drawn summary {
    inline-size: fit-content;
    cursor: pointer;
  }
`;
