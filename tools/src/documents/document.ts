import type {Lines} from '../lint/lines.js';
import type {Run} from './run.js';

/** A part of a source, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A link or a picture of a document. */
export interface Link extends Span {
  /** The address as the document means it: entities and escapes read. */
  readonly address: string;
  /** The words of the link; the text beside a picture. */
  readonly text: string;
  readonly isImage: boolean;
  readonly section: number;
}

/** An element of ours, `[[id]]` or a link to `glossary:id` that names an entry. */
export interface Reference extends Span {
  /** A `name` is the words of a link to `glossary`. */
  readonly kind: 'card' | 'tip' | 'area' | 'name';
  /** Id, former id or address; the words of a `name`. */
  readonly id: string;
  readonly section: number;
  /** It has a glossary of its own, so it cannot be looked up in this one. */
  readonly isForeign: boolean;
}

/** A comment: a place for `term-elements-disable`. */
export interface Comment extends Span {
  readonly text: string;
}

/** The parts of a document that a link can name. */
export interface Anchors {
  /** @param fragment What stands behind `#`, decoded. */
  has(fragment: string): boolean;
}

/** A document as the rules see it: its words, links and references. */
export interface LintDocument {
  /** As it stands in messages. */
  readonly file: string;
  readonly lines: Lines;
  /** In document order. */
  readonly runs: readonly Run[];
  readonly links: readonly Link[];
  readonly references: readonly Reference[];
  readonly comments: readonly Comment[];
  readonly anchors: Anchors;
}
