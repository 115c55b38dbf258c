/**
 * A glossary for language models. Pure.
 *
 * @see https://llmstxt.org/
 */
import {type Area, GlossaryIndex, type Term} from 'term-elements/glossary';
import type {ShownGlossary} from './layout.js';
import {
  entryMarkdown,
  lineMarkdown,
  linkMarkdown,
  plainMarkdown,
  richMarkdown,
} from './markdown.js';

/** A link of the table of contents. */
export interface ContentsLink {
  readonly name: string;
  readonly url: string | undefined;
  readonly text?: string | undefined;
}

/** `> Glossary: 130 terms in 8 areas, published by …` */
const aboutLine = ({terms, areas = [], publisher}: ShownGlossary): string => {
  const count = (number: number, noun: string) =>
    `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
  const among = areas.length ? ` in ${count(areas.length, 'area')}` : '';
  const by = publisher ? `, published by ${lineMarkdown(publisher.name)}` : '';
  return `> Glossary: ${count(terms.length, 'term')}${among}${by}.`;
};

const rowOf = ({name, url, text}: ContentsLink): string =>
  `- ${linkMarkdown(name, url)}${text?.trim() ? `: ${lineMarkdown(text)}` : ''}`;

const joined = (blocks: readonly string[]) => `${blocks.join('\n\n')}\n`;

/**
 * `llms.txt`: what there is and where.
 *
 * @param sections Links by the headings that they stand under.
 */
export const llmsContents = (
  glossary: ShownGlossary,
  sections: ReadonlyMap<string, readonly ContentsLink[]>,
): string =>
  joined([
    `# ${lineMarkdown(glossary.name)}`,
    aboutLine(glossary),
    ...[...sections].flatMap(([heading, links]) =>
      links.length ? [`## ${heading}`, links.map(rowOf).join('\n')] : [],
    ),
  ]);

/** Areas and terms, as the sections of `llms.txt`. */
export const sectionsOf = ({
  areas = [],
  terms,
}: ShownGlossary): ReadonlyMap<string, readonly ContentsLink[]> =>
  new Map([
    [
      'Areas',
      areas.map(({name, url, description}) => ({name, url, text: description})),
    ],
    [
      'Terms',
      terms.map(({name, url, summary}) => ({name, url, text: summary})),
    ],
  ]);

/** An area with its questions and the names of its terms, in blocks. */
export const areaMarkdown = (
  area: Area,
  index: GlossaryIndex,
): readonly string[] => {
  const members = index
    .termsOf(area)
    .map(({name, url}) => linkMarkdown(name, url))
    .join(', ');
  return [
    `### ${linkMarkdown(area.name, area.url)}`,
    area.description ? plainMarkdown(area.description) : '',
    members && `Terms: ${members}`,
    ...(area.questions ?? []).flatMap(({question, answer}) => [
      `#### ${lineMarkdown(question)}`,
      richMarkdown(answer, index),
    ]),
  ].filter(Boolean);
};

/** A term below its heading, in blocks. */
export const termMarkdown = (
  term: Term,
  index: GlossaryIndex,
): readonly string[] => [
  `### ${linkMarkdown(term.name, term.url)}`,
  ...entryMarkdown(index.entryOf(term)),
];

/** `llms-full.txt`: all texts of the glossary, piece by piece. */
export function* llmsFullText(glossary: ShownGlossary): Generator<string> {
  const index = new GlossaryIndex(glossary);
  const {areas = [], terms} = glossary;
  yield joined([`# ${lineMarkdown(glossary.name)}`, aboutLine(glossary)]);
  if (areas.length) yield '\n## Areas\n';
  for (const area of areas) {
    yield `\n${joined(areaMarkdown(area, index))}`;
  }
  if (terms.length) yield '\n## Terms\n';
  for (const term of terms) {
    yield `\n${joined(termMarkdown(term, index))}`;
  }
}
