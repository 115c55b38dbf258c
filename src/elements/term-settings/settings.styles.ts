import {css} from 'lit';

/** The reader's settings for all cards, one to a line. */
export const settingsStyles = css`
  .settings {
    display: grid;
    gap: calc(2 * var(--_step));
    margin-block-end: 0;
    padding-block-end: calc(4 * var(--_step));
  }

  .settings > * {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: calc(3 * var(--_step));
    min-block-size: 24px;
  }

  .settings :is(select, input) {
    min-block-size: 24px;
    min-inline-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
    font: inherit;
    color: inherit;
  }

  .settings select {
    background: var(--_paper);
    border: 1px solid var(--_ink-3);
    border-radius: 4px;
  }

  button.link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }

  button.link:disabled {
    color: var(--_ink-3);
    text-decoration: none;
    cursor: default;
  }
`;
