import {css} from 'lit';

/** A tool for the page's author: plain, dense, and clear of the page's own look. */
export const debugStyles = css`
  .debug {
    display: block;
    max-inline-size: 44rem;
    margin-block: 0.75rem;
    padding: 0.6rem 0.9rem;
    border: 1px dashed light-dark(#8a8f99, #6b7480);
    border-radius: 6px;
    background: light-dark(#fafaf7, #14181d);
    color: light-dark(#16181d, #e8eaed);
    font:
      12px/1.5 ui-monospace,
      SFMono-Regular,
      Menlo,
      Consolas,
      monospace;
    text-align: start;
    overflow-x: auto;
  }

  .debug summary {
    font-weight: 600;
    cursor: pointer;
  }

  .debug section {
    margin-block-start: 0.4rem;
  }

  .debug section section {
    padding-inline-start: 0.8rem;
    border-inline-start: 1px solid light-dark(#dedcd4, #2a3038);
  }

  .debug p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .debug .state {
    font-weight: 600;
    color: light-dark(#00694b, #5fd3a6);
  }

  .debug .state:is([data-state='failed'], [data-state='stale']),
  .debug .fault {
    color: light-dark(#9a2b12, #ff9c80);
  }

  .debug .fault {
    white-space: pre-wrap;
  }

  .debug table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  .debug :is(th, td) {
    padding: 0.1rem 0.8rem 0.1rem 0;
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }

  .debug th,
  .debug .total {
    color: light-dark(#565b66, #a2a9b4);
  }

  .debug :is(th, td):nth-child(2),
  .debug :is(th, td):nth-child(4) {
    text-align: end;
  }

  .debug a {
    color: inherit;
  }

  .debug :focus-visible {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }
`;
