import {css} from 'lit';

export const trailStyles = css`
  .trail ol {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
    color: var(--_ink-2);
  }

  .trail li {
    min-inline-size: 0;
  }

  .trail a {
    color: inherit;
    text-decoration: none;
  }

  .trail a:hover {
    color: var(--_accent);
    text-decoration: underline;
  }

  .trail li + li::before {
    content: '›' / '';
    margin-inline-end: 0.5rem;
    color: var(--_ink-3);
  }

  .trail [aria-current] {
    color: var(--_ink);
  }
`;
