/** Writes the page of one entry in the Markdown form in which it is published. */
import {
  areaDescription,
  buildDefinedTermSet,
} from 'term-elements/structured-data';
import {
  type Area,
  type Entry,
  type GlossaryIndex,
  kindLabel,
  linkAddress,
  publisherMark,
  type RichText,
  type Term,
} from 'term-elements/glossary';
import {pageOfResource} from './area-page.js';
import {markOf} from './observe-forms.js';
import {blockLines} from './write.js';

const SITE = 'https://glossary.invalid/';

/** A paragraph that is strong from end to end was a heading. */
const HEADING = /^\*\*([^*]+)\*\*$/;

const bodyLines = (definition: RichText | undefined): readonly string[] => {
  if (definition === undefined) return [];
  const text =
    typeof definition === 'string' ? definition : definition.markdown;
  return text
    .split(/\n[ \t]*\n/)
    .flatMap((part) => [part.replace(HEADING, '## $1'), '']);
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a page says that has been imported: nothing of it depends on other entries. */
export const ownTermLines = (
  {name, kind = 'term', published, author, tags = [], image, definition}: Term,
  mark = markOf(undefined),
  label = capital(kind),
): string[] => {
  const facts = [
    ...(published === undefined ? [] : [`**Published:** ${published}`]),
    ...(author ? [`**Author:** ${author.name}`] : []),
    `**Categories:** ${[label, ...tags].join(', ')}`,
  ];
  const picture = linkAddress(image?.url);
  return [
    `# ${name} ${mark} ${label}`,
    '',
    ...facts,
    '',
    '---',
    '',
    ...(picture ? [`![${image?.caption ?? ''}](${picture})`, ''] : []),
    ...bodyLines(definition),
  ].flatMap((line) => line.split('\n'));
};

/** A page that has never been published: what its family says, and its JSON-LD. */
export const derivedTermLines = (
  entry: Entry,
  index: GlossaryIndex,
): string[] => {
  const {term, glossary, related} = entry;
  const mark = publisherMark(glossary) ?? markOf(undefined);
  const label = kindLabel(glossary, term) ?? 'Term';
  const isTold = term.definition !== undefined;
  const own = ownTermLines(
    isTold ? term : {...term, definition: term.summary},
    mark,
    label,
  );
  const areas = areasOf(term, index);
  const {url = SITE} = glossary;
  const set = buildDefinedTermSet([entry], url);
  return [
    ...own,
    ...(isTold ? [`> ${term.summary}`, ''] : []),
    ...related.flatMap((other) => [
      `- [${other.name}](${linkAddress(other.url) ?? ''})`,
      '',
    ]),
    ...(areas.length ? ['## Glossary', ''] : []),
    ...areas.flatMap((area) => areaLines(area, index)),
    '---',
    '',
    '## Raw Schema Data',
    '',
    '```json',
    ...blockLines(set),
    '```',
    '',
  ].flatMap((line) => line.split('\n'));
};

const areasOf = ({id, areas = []}: Term, index: GlossaryIndex): Area[] =>
  (index.glossary.areas ?? []).filter(
    (area) =>
      areas.includes(area.id) ||
      area.resources?.some(({terms}) => terms.includes(id)),
  );

const areaLines = (area: Area, index: GlossaryIndex): string[] => {
  const page = pageOfResource(index, area, {terms: []});
  const description = areaDescription(page);
  return [
    `### [${area.name}](${linkAddress(area.url) ?? ''})`,
    '',
    ...(description ? [description, ''] : []),
  ];
};
