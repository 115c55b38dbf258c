import type {RichText} from 'term-elements/glossary';
import {toText} from 'term-elements/rich-text';
import {fromMarkdown} from '../../documents/markdown/to-rich-text.js';
import {parserFor} from '../../documents/markdown/parse.js';
import {MdxError} from '../../documents/markdown/mdx-error.js';
import {isHostileMarkdown} from '../../documents/rich-text/hostile.js';
import {CommandError} from '../../terminal/errors.js';
import type {Report} from '../../terminal/report.js';
import {headingKey} from '../../documents/anchors.js';
import {termOf} from '../mapped-json/term.js';
import {slugOf} from '../published-page/address.js';
import {firstSentences} from '../reading/first-sentences.js';
import type {
  Imported,
  Importer,
  ImportInput,
  ImportOptions,
} from '../reading/importer.js';
import {keepValid} from '../reading/keep-valid.js';
import {tagName, withoutTemplateTags} from '../reading/template-tags.js';
import {
  abbreviations,
  definitions,
  headings,
  listItems,
  type PageEntry,
  type ParsedPage,
  tableRows,
} from './forms.js';

const MARKDOWN = /\.(?:md|markdown|mdown|mdx)$/i;
const GLOSSARY =
  /glossar|glosario|terminolog|lexicon|vocabular|definitions|abbreviations|acronyms/i;
/** The title of a page: in its front matter, or its first heading. */
const TITLE = /^(?:title:[ \t]*|#[ \t]+)(.{1,200})$/m;

/** Cards of a published area page, which has a reader of its own. */
const CARDS = /^## \[|^\s{0,3}```json$|"@context"/m;

/** What begins an entry: at least two make a glossary. */
const ENTRY =
  /^(?:#{2,6}[ \t]+\S|\|.*\|[ \t]*$|[-*+][ \t]+(?:\*\*|__|`)|:[ \t]+\S|\*\[[^\]\n]+\]:)/gm;

/** A Markdown page that is called a glossary and has its entries in it. */
export const onePageImporter: Importer = {
  recognises: (file, start) => {
    if (!MARKDOWN.test(file) || CARDS.test(start)) return false;
    const name = file.split('/').at(-1) ?? file;
    const title = TITLE.exec(start)?.[1] ?? '';
    return (
      (GLOSSARY.test(name) || GLOSSARY.test(title)) &&
      (start.match(ENTRY)?.length ?? 0) > 1
    );
  },
  read,
};

const FORMS = [tableRows, listItems, definitions, abbreviations];

async function* read(
  input: ImportInput,
  {map}: ImportOptions,
  report: Report,
): AsyncGenerator<Imported> {
  const {file} = input;
  // As published pages are read: what is not UTF-8 is refused.
  const whole = await (input.original?.() ?? input.text());
  const source = whole.replace(/^\uFEFF/, '');
  const page = await parsed(source, file);
  const level = levelOf(map);
  let found = headings(page, level);
  if (level === undefined)
    for (const form of FORMS) {
      const other = form(page);
      if (other.entries.length > found.entries.length) found = other;
    }
  const {entries, skipped = []} = found;
  if (!entries.length) {
    report.dropped(
      {file, line: 1},
      source.trim()
        ? 'a page without a heading, a table row, a list item or a definition for each term'
        : 'an empty file',
    );
    return;
  }
  for (const {line, what} of skipped) report.dropped({file, line}, what);
  const ids = idsOf(entries);
  const places = new Map<string, string>();
  for (const [index, {name}] of entries.entries())
    for (const place of [ids[index]!, headingKey(name)])
      if (!places.has(place)) places.set(place, ids[index]!);
  const termAt = (url: string): string | undefined => {
    const fragment = /^#(.+)$/.exec(url)?.[1];
    if (fragment === undefined) return undefined;
    return places.get(fragment) ?? places.get(headingKey(decoded(fragment)));
  };
  for (const [index, entry] of entries.entries()) {
    const place = {file, line: entry.line};
    const term = termFrom({...entry, id: ids[index]!}, page, {
      termAt,
      file,
      report,
    });
    const value = keepValid(term, place, report);
    if (value) yield {type: 'term', value, line: entry.line};
  }
}

const parsed = async (source: string, file: string): Promise<ParsedPage> => {
  if (isHostileMarkdown(source)) {
    throw new CommandError(
      `${file}:1: expected a page of Markdown, received quotes or lists inside each other, 50 deep`,
    );
  }
  try {
    return {tree: (await parserFor(file)).document(source).tree, source};
  } catch (error) {
    if (!(error instanceof MdxError)) throw error;
    throw new CommandError(`${file}: ${error.message}`, error.help);
  }
};

const levelOf = (map: ReadonlyMap<string, string>): number | undefined => {
  const level = map.get('level');
  if (level === undefined) return undefined;
  if (/^[1-6]$/.test(level)) return Number(level);
  throw new CommandError(
    `--map level: expected a number from 1 to 6, received "${level}"`,
    'Example: --map level=3',
  );
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Ids as site generators make them of headings; of two equal ones the second is `name-1`. */
const idsOf = (entries: readonly PageEntry[]): readonly string[] => {
  const counts = new Map<string, number>();
  return entries.map(({id, name}) => {
    const own = id ?? (slugOf(name) || 'term');
    const count = counts.get(own) ?? 0;
    counts.set(own, count + 1);
    return count ? `${own}-${count}` : own;
  });
};

interface Reading {
  readonly termAt: (url: string) => string | undefined;
  readonly file: string;
  readonly report: Report;
}

const termFrom = (
  {abbreviation, aliases, cells, id, line, name, text: parts}: PageEntry,
  {source}: ParsedPage,
  {termAt, file, report}: Reading,
): Record<string, unknown> => {
  const place = {file, line};
  const written = parts.map(({start, end}) => source.slice(start, end));
  const first = parts[0]?.line ?? line;
  const plain = withoutTemplateTags(written.join('\n\n'), (tag, own) =>
    report.dropped({file, line: first + own - 1}, tagName(tag)),
  );
  const {text, dropped} = fromMarkdown(withoutIndent(plain), {termAt});
  for (const {what, line: own} of dropped)
    report.dropped({file, line: first + own - 1}, what);
  const words = text === undefined ? '' : toText(text).trim();
  const summary = firstSentences(withoutHeading(text, words));
  const isAll = typeof text === 'string' && summary === words;
  if (words && !isAll)
    report.guessed(place, 'summary: the first sentences of the text');
  return {
    id,
    name,
    aliases: aliases?.length ? aliases : undefined,
    abbreviation,
    summary: summary || undefined,
    definition: text !== undefined && !isAll ? text : undefined,
    ...(cells && termOf(Object.fromEntries(cells), new Map(), place, report)),
  };
};

/** Items of a list are indented as a whole. */
const withoutIndent = (text: string): string =>
  text.replace(/\n[ \t]{1,4}/g, '\n');

/** A heading at the beginning of a text says nothing about the term. */
const withoutHeading = (text: RichText | undefined, words: string): string =>
  typeof text === 'object' && /^\*\*[^*\n]+\*\*(?:\n|$)/.test(text.markdown)
    ? words.slice(words.indexOf('\n') + 1).trim() || words
    : words;
