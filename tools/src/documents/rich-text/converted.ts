import type {RichText} from 'term-elements/glossary';
import type {Block} from 'term-elements/rich-text';
import {writeRichText} from './write-rich-text.js';

/** Something in a text that the subset cannot represent. */
export interface Dropped {
  /** What it was: "a table: its cells are text now". */
  readonly what: string;
  /** Line in the text, from 1. */
  readonly line: number;
}

/** A text of another markup as rich text. */
export interface Converted {
  /** A plain string where there is no markup in it; `undefined` where there is nothing. */
  readonly text: RichText | undefined;
  readonly dropped: readonly Dropped[];
}

/** Finds what a link leads to. */
export interface ConvertOptions {
  /** Id of the term at an address, so that a link to it follows the term. */
  readonly termAt?: ((address: string) => string | undefined) | undefined;
}

/** Blocks as a glossary keeps them. */
export const richText = (blocks: readonly Block[]): RichText | undefined => {
  const [only, ...others] = blocks;
  if (!only) return undefined;
  if (!others.length && only.type === 'paragraph') {
    const [text, ...marks] = only.children;
    if (!marks.length && text?.type === 'text') return text.text;
  }
  return {markdown: writeRichText(blocks)};
};
