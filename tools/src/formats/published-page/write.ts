/** Writes an area page in the Markdown form in which it is published. */
import {type AreaPage, linkAddress} from 'term-elements/glossary';
import {
  areaHeadline,
  areaQuestions,
  buildAreaNodes,
  cardText,
} from 'term-elements/structured-data';
import {baseOf} from './area-page.js';
import {applyPatch} from './apply-patch.js';
import {joinLines} from './lines.js';

/** A node as the lines of its block: JSON as it is, nothing escaped. */
export const blockLines = (node: unknown): string[] =>
  JSON.stringify(node, null, 4).split('\n');

const cardLines = (page: AreaPage): string[] =>
  page.entries.flatMap((entry) => {
    const text = cardText(page, entry);
    const {name, url = ''} = entry.term;
    return [
      `## [${name}](${linkAddress(url) ?? ''})`,
      '',
      ...(text ? [text, ''] : []),
    ];
  });

/**
 * The page as far as it follows from the glossary: everything but the patch,
 * the byte order mark and the line ends.
 */
export const derivedLines = (page: AreaPage): string[] => {
  const base = baseOf(page);
  const address = page.resource?.url ?? page.area.url;
  const questions = areaQuestions(page, base).flatMap(({question, answer}) => [
    `## ${question}`,
    '',
    answer,
    '',
  ]);
  const blocks = buildAreaNodes(page, base).flatMap((node) => [
    '```json',
    ...blockLines(node),
    '```',
    '',
  ]);
  return [
    `# ${areaHeadline(page)}`,
    '',
    '---',
    '',
    ...(questions.length ? [...questions, '', '---', ''] : []),
    ...cardLines(page),
    '---',
    '',
    '## Raw Schema Data',
    '',
    ...blocks,
    '',
    ...(address ? ['---', '', `**Original URL:** ${address}`, ''] : []),
  ].flatMap((line) => line.split('\n'));
};

/** A page as text, with the number of changes that no longer fit anywhere. */
export const writePage = (
  page: AreaPage,
): {readonly text: string; readonly dropped: number} => {
  const {
    patch = [],
    byteOrderMark = false,
    lineEnd = '\n',
  } = page.resource?.page ?? {};
  const {lines, dropped} = applyPatch(derivedLines(page), patch);
  return {text: joinLines({lines, byteOrderMark, lineEnd}), dropped};
};
