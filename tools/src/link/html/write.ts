import type MagicString from 'magic-string';
import type {Link} from '../find-links.js';
import type {TextNode} from '../../documents/html/tree.js';
import {type Markup, tagsOf} from '../markup.js';
import {type Dialect, mapSource, type SourceMap} from '../source-map.js';
import {decodeReference} from './decode.js';

/** Tags that the parser left out lie between the parts of one text. */
const HTML: Dialect = {
  decode: decodeReference,
  passOver: (source, at, next) => {
    if (source[at] !== '<' || next === '<') return 0;
    return Math.max(0, source.indexOf('>', at) + 1 - at);
  },
};

/** A part of a source. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the texts of a page stand in its source. */
export class HtmlPlaces {
  readonly #maps = new Map<TextNode, SourceMap | undefined>();

  constructor(readonly source: string) {}

  /** `undefined` where the words do not stand in the source as one. */
  spanOf({
    start,
    end,
    words,
  }: Pick<Link<TextNode>, 'start' | 'end' | 'words'>): Span | undefined {
    if (start.at !== end.at) return undefined;
    const map = this.#mapOf(start.at);
    if (!map) return undefined;
    const span = {start: map.start(start.offset), end: map.end(end.offset)};
    const isWhole =
      words.includes('<') ||
      !this.source.slice(span.start, span.end).includes('<');
    return isWhole ? span : undefined;
  }

  #mapOf(node: TextNode): SourceMap | undefined {
    if (!this.#maps.has(node)) {
      const {startOffset: start = 0, endOffset: end = 0} =
        node.sourceCodeLocation ?? {};
      this.#maps.set(
        node,
        isOutOfTable(node, start)
          ? undefined
          : mapSource(node.value, this.source, {start, end}, HTML),
      );
    }
    return this.#maps.get(node);
  }
}

/**
 * Whether the parser has moved a text out of a table: white space beside it would
 * stay there if the words became an element.
 */
const isOutOfTable = (node: TextNode, start: number): boolean => {
  const siblings = node.parentNode?.childNodes ?? [];
  return siblings
    .slice(siblings.indexOf(node) + 1)
    .some(
      ({nodeName, sourceCodeLocation: place}) =>
        nodeName === 'table' && place && place.startOffset < start,
    );
};

/** Puts the tags of a link around its words. */
export const writeLink = (
  edits: MagicString,
  {start, end}: Span,
  markup: Markup,
  addition: string,
): void => {
  const [before, after] = tagsOf(markup, addition);
  edits.appendRight(start, before);
  edits.appendLeft(end, after);
};
