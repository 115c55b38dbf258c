import {css} from 'lit';

/**
 * The look of the author's own `<details>`, which stay where they are.
 * For the tree that the block is in; `:where()` lets any rule of the page win.
 */
export const authorStyles = css`
  :where(faq-block:defined > details) {
    border-block-start: 1px solid var(--_line);
    scroll-margin-block-start: 1rem;
  }

  :where(faq-block:defined > details:last-of-type) {
    border-block-end: 1px solid var(--_line);
  }

  :where(faq-block:defined > details > summary) {
    display: flex;
    gap: 1rem;
    align-items: baseline;
    padding-block: calc(3.75 * var(--_step));
    cursor: pointer;
    list-style: none;
    font-weight: 600;
    font-size: 1.0625em;
    line-height: 1.35;
  }

  :where(faq-block:defined > details > summary)::-webkit-details-marker {
    display: none;
  }

  :where(faq-block:defined > details > summary > *) {
    margin: 0;
    font: inherit;
  }

  :where(faq-block:defined > details > summary)::before {
    content: '';
    flex: none;
    inline-size: 0.7rem;
    block-size: 0.7rem;
    background:
      linear-gradient(var(--_accent) 0 0) center / 100% 1.5px no-repeat,
      linear-gradient(var(--_accent) 0 0) center / 1.5px 100% no-repeat;
    forced-color-adjust: none;
  }

  :where(faq-block:defined > details[open] > summary)::before {
    background-size:
      100% 1.5px,
      1.5px 0;
  }

  /* The room is the question's own, so that a page that clears the margins of paragraphs keeps it. */
  :where(faq-block:defined > details) {
    padding-inline-start: 1.7rem;
  }

  :where(faq-block:defined > details[open]) {
    padding-block-end: calc(5 * var(--_step));
  }

  :where(faq-block:defined > details > summary) {
    margin-inline-start: -1.7rem;
  }

  :where(faq-block:defined > details > :not(summary)) {
    max-inline-size: var(--_measure);
    margin-block: 0;
    color: var(--_ink-2);
  }

  :where(faq-block:defined > details > :not(summary) + *) {
    margin-block-start: calc(2 * var(--_step));
  }

  @media (forced-colors: active) {
    :where(faq-block:defined > details > summary)::before {
      --_accent: LinkText;
    }
  }

  @media print {
    :where(faq-block:defined > details)::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
