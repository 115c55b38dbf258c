import type {ReactNode} from 'react';

interface Props {
  /** Id of the entry in the glossary. */
  readonly term: string;
  /** What the host knows about it right now. */
  readonly value?: string;
  readonly label?: string;
  /**
   * `repeated` words are explained to the pointer alone: the keyboard has
   * reached the same entry at the head of their column.
   */
  readonly repeated?: boolean;
  readonly children: ReactNode;
}

/** A label with a card behind it. */
export const Explained = ({term, value, label, repeated, children}: Props) => (
  <term-tip
    term={term}
    value={value}
    value-label={label}
    {...(repeated && {tabIndex: -1})}
  >
    {children}
  </term-tip>
);
