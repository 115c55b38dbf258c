/** A token of markdown-it, as far as it is read and made here. */
export interface Token {
  readonly type: string;
  readonly tag: string;
  readonly nesting: -1 | 0 | 1;
  content: string;
  /** Of a block: its lines in the source, from 0, the second one exclusive. */
  readonly map?: readonly [number, number] | null;
  readonly hidden: boolean;
  children: Token[] | null;
  readonly attrs: readonly (readonly [string, string])[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

/** A text token, and the token whose children it is one of. */
export interface TokenText {
  readonly token: Token;
  readonly parent: Token;
}
