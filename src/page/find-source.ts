import {ContextEvent} from '@lit/context';
import {type Awaitable, whenReady} from '../glossary/awaitable.js';
import {documentSource} from '../glossary/document-source.js';
import {type GlossarySource, isSource} from '../glossary/source.js';
import type {Glossary} from '../glossary/types.js';
import {glossaryContext, glossaryDefined} from './glossary-context.js';
import {firstNamed} from './glossary-places.js';
import {inlineSource} from './inline-document.js';
import {inLanguage, languageOf} from './language.js';
import {pageSource, sourcesAt} from './page-source.js';

/** What an element itself may state about its glossary. */
export interface SourceNamer extends HTMLElement {
  readonly glossary?: GlossarySource | Glossary | undefined;
  readonly src?: string;
}

const around = (element: HTMLElement) => {
  let given: Awaitable<GlossarySource> | undefined;
  const receive = (value: typeof given) => {
    given = value;
  };
  element.dispatchEvent(new ContextEvent(glossaryContext, element, receive));
  return given;
};

/**
 * The glossary of an element in the language of its words; see `givenSource`.
 *
 * @param words What the words stand in.
 */
export const findSource = (
  element: SourceNamer,
  words: Element,
): Awaitable<GlossarySource> =>
  inLanguage(givenSource(element), languageOf(words));

/**
 * The glossary of an element, looked up once; `SourceFinder` is for elements
 * that stay up to date with it. A glossary in memory is returned synchronously.
 */
const givenSource = (element: SourceNamer): Awaitable<GlossarySource> => {
  const {glossary, ownerDocument} = element;
  // One that is not defined yet has attributes and no accessors.
  const src = element.src ?? element.getAttribute('src');
  return firstNamed<Awaitable<GlossarySource>>({
    property: () =>
      !glossary || isSource(glossary) ? glossary : documentSource(glossary),
    address: () =>
      src?.trim() ? sourcesAt(src, ownerDocument.baseURI, element) : undefined,
    inline: () => inlineSource(element),
    around() {
      const defined = glossaryDefined(element);
      return defined
        ? whenReady(
            defined as Promise<never>,
            () => around(element) ?? pageSource(ownerDocument),
          )
        : around(element);
    },
    page: () => pageSource(ownerDocument),
  });
};
