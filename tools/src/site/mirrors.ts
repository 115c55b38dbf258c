/** The pages of a site as Markdown, for programs. Pure. */
import {type Area, type Resource, type Term} from 'term-elements/glossary';
import type {Edition} from './edition.js';
import {addressOf} from './frame.js';
import {
  entryMarkdown,
  lineMarkdown,
  linkMarkdown,
  plainMarkdown,
  richMarkdown,
} from './markdown.js';
import {countTerms} from './locale-strings.js';

const joined = (blocks: readonly (string | false | undefined)[]): string =>
  `${blocks.filter((block) => typeof block === 'string' && block).join('\n\n')}\n`;

const termRow = (edition: Edition, term: Term): string => {
  const link = linkMarkdown(
    term.name,
    addressOf(edition, edition.pathOf(term)),
  );
  return `- ${link}${term.summary.trim() && `: ${lineMarkdown(term.summary)}`}`;
};

const rows = (edition: Edition, terms: readonly Term[]): string =>
  terms.map((term) => termRow(edition, term)).join('\n');

const areaRow = (edition: Edition, area: Area): string => {
  const link = linkMarkdown(
    area.name,
    addressOf(edition, edition.pathOfArea(area)),
  );
  return `- ${link}${area.description ? `: ${lineMarkdown(area.description)}` : ''}`;
};

/** An entry. */
export const termMirror = (edition: Edition, term: Term): string => {
  const {words, index, areasOf, referredBy} = edition;
  const areas = areasOf.get(term.id) ?? [];
  const referrers = referredBy.get(term.id) ?? [];
  const list = (label: string, links: readonly string[]) =>
    links.length > 0 && `${label}: ${links.join(', ')}`;
  return joined([
    `# ${lineMarkdown(term.name)}`,
    ...entryMarkdown(index.entryOf(term)),
    list(
      words.inAreas,
      areas.map((area) =>
        linkMarkdown(area.name, addressOf(edition, edition.pathOfArea(area))),
      ),
    ),
    list(
      words.referredBy,
      referrers.map((other) =>
        linkMarkdown(other.name, addressOf(edition, edition.pathOf(other))),
      ),
    ),
  ]);
};

/** A page of an area, with its questions. */
export const areaMirror = (
  edition: Edition,
  area: Area,
  resource: Resource,
): string => {
  const {index, words} = edition;
  const page = index.areaPage({area: resource.url!});
  const {number} = resource;
  const others = (area.resources ?? []).filter((other) => other !== resource);
  return joined([
    `# ${lineMarkdown(area.name)}${number === undefined ? '' : ` (${number})`}`,
    area.description && plainMarkdown(area.description),
    ...(page?.questions ?? []).flatMap(({question, answer}) => [
      `## ${lineMarkdown(question)}`,
      richMarkdown(answer, index),
    ]),
    resource.terms.length > 0 && `## ${words.allTerms}`,
    (page?.entries ?? []).map(({term}) => termRow(edition, term)).join('\n'),
    others.length > 0 && `## ${words.pages}`,
    others
      .map(
        (other) =>
          `- ${linkMarkdown(other.number === undefined ? area.name : `${area.name} (${other.number})`, other.url)}`,
      )
      .join('\n'),
  ]);
};

/** The home page, or another that lists entries. */
export const listMirror = (
  edition: Edition,
  title: string,
  {terms = [], areas = []}: {terms?: readonly Term[]; areas?: readonly Area[]},
): string => {
  const {words} = edition;
  return joined([
    `# ${lineMarkdown(title)}`,
    terms.length > 0 && `> ${countTerms(words, terms.length)}`,
    areas.length > 0 && `## ${words.areas}`,
    areas.map((area) => areaRow(edition, area)).join('\n'),
    terms.length > 0 && `## ${words.allTerms}`,
    rows(edition, terms),
  ]);
};
