import {css} from 'lit';

/**
 * The look of painted mentions, that of tips. Each root in which there are some
 * has to hold it: no engine paints by the rules of another root, and Firefox by
 * none whose selector says `:root`.
 */
export const mentionStyles = css`
  ::highlight(term-mention) {
    /* Not in one: WebKit knows no thickness there, and drops all of it. */
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-decoration-color: var(--term-accent, light-dark(#00694b, #5fd3a6));
    text-decoration-thickness: 1.5px;
  }

  ::highlight(term-mention-open) {
    background-color: var(
      --term-accent-soft,
      color-mix(
        in oklab,
        var(--term-accent, light-dark(#00694b, #5fd3a6)) 12%,
        transparent
      )
    );
  }

  @media (forced-colors: active) {
    ::highlight(term-mention) {
      text-decoration-color: LinkText;
    }

    ::highlight(term-mention-open) {
      background-color: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    ::highlight(term-mention) {
      text-decoration-line: none;
    }
  }
`;
