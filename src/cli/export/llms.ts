import {GlossaryIndex} from '../../glossary/glossary-index.js';
import {absoluteAddress} from '../../glossary/address.js';
import type {Glossary} from '../../glossary/types.js';
import {layOut, presentTerms, type ShownGlossary} from '../../site/layout.js';
import {
  entryMarkdown,
  lineMarkdown,
  linkMarkdown,
  plainMarkdown,
  richMarkdown,
} from '../../site/markdown.js';
import {SitePaths} from '../../site/paths.js';
import type {FolderExporter} from './exporter.js';

/**
 * `llms.txt`, the contents of a glossary as language models are told of them,
 * and `llms-full.txt`, all its texts. Both are Markdown.
 *
 * @see https://llmstxt.org/
 */
export const llmsExporter: FolderExporter = {
  name: 'llms',
  title: 'llms.txt and llms-full.txt, for language models',
  *files(glossary, {file, siteUrl}, report) {
    const placed = withAddresses(glossary, siteUrl);
    const without = placed.terms.filter(({url}) => url === undefined).length;
    if (without) {
      report.warning(
        {file, line: 1},
        `${without.toLocaleString('en')} terms have no address, so llms.txt names them without a link; --site-url gives them one`,
      );
    }
    yield {path: 'llms.txt', content: contentsOf(placed)};
    yield {path: 'llms-full.txt', content: fullText(placed)};
  },
};

/** The same glossary, its addresses absolute; with a site, every page has one. */
const withAddresses = (
  glossary: Glossary,
  siteUrl: string | undefined,
): ShownGlossary => {
  const layout = siteUrl && layOut(glossary, new SitePaths(siteUrl));
  const absolute = (url: string | undefined) =>
    absoluteAddress(url, siteUrl ?? 'invalid:') ?? undefined;
  const placed = <T extends {readonly url?: string | undefined}>(
    value: T,
    address: string | undefined,
  ): T => ({
    ...value,
    url:
      absolute(value.url) ??
      (address === undefined ? undefined : `${siteUrl}${address}`),
  });
  return {
    ...glossary,
    terms: presentTerms(glossary).map((term) =>
      placed(term, layout ? layout.terms.get(term)?.address : undefined),
    ),
    areas: (glossary.areas ?? []).map((area) =>
      placed(area, layout ? layout.areas.get(area)?.address : undefined),
    ),
  };
};

/** `> 130 terms in 8 areas, published by …` */
const aboutLine = ({terms, areas = [], publisher}: ShownGlossary): string => {
  const count = (number: number, noun: string) =>
    `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
  const among = areas.length ? ` in ${count(areas.length, 'area')}` : '';
  const by = publisher ? `, published by ${lineMarkdown(publisher.name)}` : '';
  return `> Glossary: ${count(terms.length, 'term')}${among}${by}.`;
};

const rowOf = (
  name: string,
  url: string | undefined,
  text: string | undefined,
): string =>
  `- ${linkMarkdown(name, url)}${text?.trim() ? `: ${lineMarkdown(text)}` : ''}`;

const contentsOf = (glossary: ShownGlossary): string => {
  const areas = (glossary.areas ?? []).map(({name, url, description}) =>
    rowOf(name, url, description),
  );
  const terms = glossary.terms.map(({name, url, summary}) =>
    rowOf(name, url, summary),
  );
  return [
    `# ${lineMarkdown(glossary.name)}`,
    aboutLine(glossary),
    ...(areas.length ? ['## Areas', areas.join('\n')] : []),
    ...(terms.length ? ['## Terms', terms.join('\n')] : []),
  ]
    .join('\n\n')
    .concat('\n');
};

const fullText = (glossary: ShownGlossary): string => {
  const index = new GlossaryIndex(glossary);
  const {areas = [], terms} = glossary;
  const areaBlocks = areas.flatMap((area) => {
    const questions = (area.questions ?? []).flatMap(({question, answer}) => [
      `#### ${lineMarkdown(question)}`,
      richMarkdown(answer, index),
    ]);
    const members = index
      .termsOf(area)
      .map(({name, url}) => linkMarkdown(name, url))
      .join(', ');
    return [
      `### ${linkMarkdown(area.name, area.url)}`,
      ...(area.description ? [plainMarkdown(area.description)] : []),
      ...(members ? [`Terms: ${members}`] : []),
      ...questions,
    ];
  });
  const termBlocks = terms.flatMap((term) => [
    `### ${linkMarkdown(term.name, term.url)}`,
    ...entryMarkdown(index.entryOf(term)),
  ]);
  return [
    `# ${lineMarkdown(glossary.name)}`,
    aboutLine(glossary),
    ...(areaBlocks.length ? ['## Areas', ...areaBlocks] : []),
    ...(termBlocks.length ? ['## Terms', ...termBlocks] : []),
  ]
    .join('\n\n')
    .concat('\n');
};
