import type {
  Area,
  AreaPage,
  GlossaryIndex,
  Page,
  Resource,
} from 'term-elements/glossary';

/** One resource as the builders want it, by itself rather than by its number. */
export const pageOfResource = (
  index: GlossaryIndex,
  area: Area,
  resource: Resource,
): AreaPage => ({
  glossary: index.glossary,
  area,
  resource,
  number: resource.number,
  questions: resource.page?.questions ?? area.questions ?? [],
  entries: resource.terms.flatMap((id) => index.entry(id) ?? []),
  pages: [],
  links: index,
  origin: index.origin,
});

/** The same page with other differences from its derived form. */
export const withOwn = (page: AreaPage, own: Page): AreaPage => ({
  ...page,
  resource: {...page.resource!, page: own},
  questions: own.questions ?? page.area.questions ?? [],
});

/** The address of a page, to resolve others against. */
export const baseOf = ({glossary, area, resource}: AreaPage): string =>
  [resource?.url, area.url, glossary.url].find((url) =>
    /^https?:\/\//i.test(url ?? ''),
  ) ?? 'https://glossary.invalid/';
