/** The elements whose content is written, and what is known of each. */
import type {GlossarySource} from 'term-elements/glossary';
import type {ContentKey} from 'term-elements/prerendering';
import type {Element} from '../documents/html/tree.js';
import type {Head} from './html/head.js';

const SHOWN_TAGS = [
  'term-card',
  'term-area',
  'term-figure',
  'faq-block',
  'breadcrumb-jsonld',
] as const;

export type ShownTag = (typeof SHOWN_TAGS)[number];

/** Whether an element of this name has content that can be written. */
export const isShown = ({tagName}: Element): boolean =>
  (SHOWN_TAGS as readonly string[]).includes(tagName);

/** The result for one element. */
export interface Content {
  /**
   * Of what the content is made: what the element would ask the glossary, and
   * its heading level. Absent where the author's own markup stays.
   */
  readonly key?: ContentKey;
  /** Its content, in the place of what is inside. */
  readonly html?: string;
  readonly nodes: readonly (object | undefined)[];
  /** Notes for its author. */
  readonly notes?: readonly string[];
}

/** What is known of the page that an element stands in. */
export interface Surroundings {
  readonly head: Head;
  readonly url: string;
  readonly sourceOf: (element: Element) => GlossarySource;
}
