/**
 * Structured data that pages of a site state in addition to that of their
 * elements. Pure.
 */
import {publisherOf, type Term} from 'term-elements/glossary';
import {
  buildImage,
  buildPerson,
  compact,
  type JsonLdNode,
  SCHEMA_ORG,
} from 'term-elements/structured-data';
import {MOST_IN_CONTENTS} from './contents.js';
import type {Edition} from './edition.js';
import {addressOf} from './frame.js';

const websiteOf = (edition: Edition) => {
  const home = addressOf(edition, edition.paths.home);
  return {
    '@type': 'WebSite' as const,
    '@id': `${home}#website`,
    name: edition.index.glossary.name,
    url: home,
  };
};

/**
 * The home page: the site, whose name search engines read there, and the
 * glossary with all its entries by name.
 *
 * @see https://developers.google.com/search/docs/appearance/site-names
 */
export const homeNodes = (edition: Edition): readonly JsonLdNode[] => {
  const {index, language, terms} = edition;
  const {glossary} = index;
  const {url} = glossary;
  const publisher = buildPerson(publisherOf(glossary), edition.siteUrl);
  const listed = terms.length <= MOST_IN_CONTENTS ? terms : [];
  return [
    {
      '@context': SCHEMA_ORG,
      ...websiteOf(edition),
      inLanguage: language,
      publisher,
    },
    compact({
      '@context': SCHEMA_ORG,
      '@type': 'DefinedTermSet',
      '@id': url,
      url,
      name: glossary.name,
      inLanguage: language,
      publisher,
      hasDefinedTerm: listed.length
        ? listed.map((term) => {
            const address = addressOf(edition, edition.pathOf(term));
            return {
              '@type': 'DefinedTerm',
              '@id': address,
              url: address,
              name: term.name,
            };
          })
        : undefined,
    }),
  ];
};

/**
 * The page of an entry as an article about it; the entry itself is what its card
 * states.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export const termNodes = (
  edition: Edition,
  term: Term,
): readonly JsonLdNode[] => {
  const {index, language, siteUrl} = edition;
  const url = addressOf(edition, edition.pathOf(term));
  const {author, image, published, modified} = term;
  return [
    compact({
      '@context': SCHEMA_ORG,
      '@type': 'Article',
      '@id': `${url}#article`,
      url,
      mainEntityOfPage: url,
      headline: term.name,
      description: term.summary,
      inLanguage: language,
      datePublished: published,
      dateModified: modified,
      author: author && buildPerson(author, siteUrl),
      image: image && buildImage(image, siteUrl),
      about: {'@id': url},
      isPartOf: websiteOf(edition),
      publisher: buildPerson(publisherOf(index.glossary), siteUrl),
    }),
  ];
};
