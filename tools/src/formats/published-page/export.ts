import {type Glossary, GlossaryIndex} from 'term-elements/glossary';
import {layOut, presentTerms} from '../../site/layout.js';
import {type PagePath, SitePaths} from '../../site/paths.js';
import {buildAreaNodes} from 'term-elements/structured-data';
import {baseOf, pageOfResource} from './area-page.js';
import {selectPage} from './select-page.js';
import {CommandError} from '../../terminal/errors.js';
import {nearest} from '../../checks/nearest.js';
import {writeTermPage} from './write-term-page.js';
import {writePage} from './write.js';
import type {Report} from '../../terminal/report.js';
import type {FolderExporter} from '../writing/exporter.js';
import {reportUnwrittenByPages} from './unwritten-by-pages.js';

/** Which page of an area, in which of its two forms. */
interface AreaChoice {
  readonly file: string;
  readonly format: string;
  readonly area: string | undefined;
  readonly resource: string | undefined;
}

/**
 * One page of an area: its Markdown, or its JSON-LD.
 *
 * @throws {CommandError} Where it is not clear which one.
 */
export const areaText = (
  glossary: Glossary,
  {file, format, area, resource}: AreaChoice,
  report: Report,
): string => {
  const page = selectPage(new GlossaryIndex(glossary), area, resource);
  if (format === 'jsonld') {
    return `${JSON.stringify(buildAreaNodes(page, baseOf(page)), null, 2)}\n`;
  }
  return withReport(file, writePage(page), report);
};

/** Every page of the model's families: areas with their resources, and terms. */
export const pagesExporter: FolderExporter = {
  isWhole: true,
  *files(glossary, {file, siteUrl}, report) {
    reportUnwrittenByPages(glossary, file, report);
    const placed = withAddresses(glossary, siteUrl, file, report);
    const {areas, resources, terms} = layOut(placed, new SitePaths(siteUrl));
    const index = new GlossaryIndex(placed);
    for (const [area, path] of areas) {
      if (!area.resources?.length) {
        const page = selectPage(index, area.id, undefined);
        yield {
          path: path.markdown,
          content: withReport(file, writePage(page), report),
        };
      }
      for (const resource of area.resources ?? []) {
        const page = pageOfResource(index, area, resource);
        const content = withReport(file, writePage(page), report);
        yield {path: resources.get(resource)!.markdown, content};
      }
    }
    for (const [{id}, path] of terms) {
      const entry = index.entry(id);
      if (!entry) continue;
      const page = writeTermPage(entry, index);
      yield {path: path.markdown, content: withReport(file, page, report)};
    }
  },
};

/** Pages link to each other, so each needs an address. */
const withAddresses = (
  glossary: Glossary,
  siteUrl: string | undefined,
  file: string,
  report: Report,
): Glossary => {
  const place = {file, line: 1};
  const paths = layOut(glossary, new SitePaths(siteUrl));
  const placed = <T extends {readonly url?: string | undefined}>(
    value: T,
    path: PagePath | undefined,
  ): T => {
    if (value.url !== undefined || !path) return value;
    if (siteUrl === undefined) {
      report.warning(
        place,
        'the address of a page is not known; --site-url says where they will be',
      );
      return value;
    }
    report.guessed(
      place,
      'the address of a page that has none: where it would be on the site',
    );
    return {...value, url: siteUrl + path.address};
  };
  return {
    ...glossary,
    terms: glossary.terms.map((term) =>
      term.name === null ? term : placed(term, paths.terms.get(term)),
    ),
    ...(glossary.areas && {
      areas: glossary.areas.map((area) => ({
        ...placed(area, paths.areas.get(area)),
        ...(area.resources && {
          resources: area.resources.map((resource) =>
            // The root has the address of its area.
            resource.number === undefined
              ? resource
              : placed(resource, paths.resources.get(resource)),
          ),
        }),
      })),
    }),
  };
};

/**
 * The page of one entry.
 *
 * @param reference Its id, a former one, or its address.
 * @throws {CommandError} Where the glossary has no such entry.
 */
export const termText = (
  glossary: Glossary,
  reference: string,
  file: string,
  report: Report,
): string => {
  const index = new GlossaryIndex(glossary);
  const entry = index.entry(reference);
  if (entry) return withReport(file, writeTermPage(entry, index), report);
  const ids = presentTerms(glossary).map(({id}) => id);
  const meant = nearest(reference, ids);
  throw new CommandError(
    `there is no term "${reference}"`,
    meant && `Did you mean ${meant}?`,
  );
};

/** A page as text; what of it fits nowhere any more is reported. */
const withReport = (
  file: string,
  {text, dropped}: {readonly text: string; readonly dropped: number},
  report: Report,
): string => {
  if (dropped) {
    report.warning(
      {file, line: 1},
      `${dropped} of the page's own lines no longer fit and were left out (page.patch); the page was edited since it was imported`,
    );
  }
  return text;
};
