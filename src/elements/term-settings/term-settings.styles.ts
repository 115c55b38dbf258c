import {css} from 'lit';

/** The settings as a line that belongs to the page around it. */
export const lineStyles = css`
  :host {
    color: inherit;
    font-size: 0.875em;
  }

  .settings {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_step)) calc(7 * var(--_step));
    padding: 0;
  }

  .settings > * {
    justify-content: start;
    gap: calc(2 * var(--_step));
  }
`;
