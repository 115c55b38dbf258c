import type {AreaPage} from '../glossary/source.js';
import {areaTrail} from '../glossary/trail.js';
import {buildBreadcrumbList} from './breadcrumb-list.js';
import {buildCollectionPage} from './collection-page.js';
import {areaQuestions, buildFaqPage} from './faq-page.js';
import type {JsonLdNode} from './nodes.js';

/** The blocks of a page in the order that the model site has them. */
const DERIVED = {
  BreadcrumbList: (page: AreaPage, base: string) =>
    buildBreadcrumbList(areaTrail(page), base),
  FAQPage: (page: AreaPage, base: string) =>
    buildFaqPage(areaQuestions(page, base)),
  CollectionPage: buildCollectionPage,
};

/** The types that are derived, in their usual order. */
export const DERIVED_TYPES = Object.keys(DERIVED) as (keyof typeof DERIVED)[];

const isDerived = (type: string): type is keyof typeof DERIVED =>
  Object.hasOwn(DERIVED, type);

/**
 * The nodes that an area page carries: those of `<term-area>`, of the JSON-LD
 * export and of the exported page.
 */
export const buildAreaNodes = (
  page: AreaPage,
  base: string,
): readonly JsonLdNode[] => {
  const blocks = page.resource?.page?.blocks ?? DERIVED_TYPES;
  return blocks.flatMap((block) => {
    if (typeof block !== 'string') return block as JsonLdNode;
    const node = isDerived(block) ? DERIVED[block](page, base) : undefined;
    return (node as JsonLdNode | undefined) ?? [];
  });
};
