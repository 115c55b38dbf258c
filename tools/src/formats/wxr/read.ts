import {fromHtml} from '../../documents/html/to-rich-text.js';
import type {RichText} from 'term-elements/glossary';
import {toText} from 'term-elements/rich-text';
import type {Report} from '../../terminal/report.js';
import {firstSentences} from '../reading/first-sentences.js';
import type {
  Imported,
  Importer,
  ImportInput,
  ImportOptions,
} from '../reading/importer.js';
import {keepValid} from '../reading/keep-valid.js';
import {readItems, type WxrItem} from './read-items.js';

/** Types of posts by which plug-ins for glossaries call their entries. */
const GLOSSARY =
  /^(?:glossary|glossar|term|encyclopedia|dictionary|lexicon|wiki|kb)/i;
/** Types of posts without content of their own. */
const OTHERS =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*)$/;

/**
 * The export of a WordPress site. `--map type=glossary` says which type of post
 * the entries are; else it is the one that sounds like a glossary, else posts
 * and pages.
 */
export const wxrImporter: Importer = {
  recognises: (file, start) =>
    /\.xml$/i.test(file) && /xmlns:wp=|wordpress\.org\/export\//.test(start),
  read,
};

async function* read(
  input: ImportInput,
  {map}: ImportOptions,
  report: Report,
): AsyncGenerator<Imported> {
  const {file} = input;
  const wanted = map.get('type') ?? (await typeOf(input, report));
  for await (const found of readItems(input)) {
    if (found.type === 'channel') {
      yield {type: 'glossary', value: found.value};
      continue;
    }
    const {item, line} = found;
    const place = {file, line};
    const type = item.get('wp:post_type') ?? 'post';
    const isWanted =
      wanted === undefined
        ? type === 'post' || type === 'page'
        : type === wanted;
    if (!isWanted) {
      if (!OTHERS.test(type))
        report.dropped(place, `an entry of type ${JSON.stringify(type)}`);
      continue;
    }
    const status = item.get('wp:status') ?? 'publish';
    if (status !== 'publish') {
      report.dropped(place, `an entry that is not published (${status})`);
      continue;
    }
    const value = keepValid(termOf(item, place, report), place, report);
    // A slug is one of its type of posts only.
    const otherId = `${type}/${value?.id ?? ''}`;
    if (value)
      yield {
        type: 'term',
        value,
        line,
        ...(value.id !== undefined && {otherId}),
      };
  }
}

/** The type of the entries, where there is one that sounds like them. */
const typeOf = async (
  input: ImportInput,
  report: Report,
): Promise<string | undefined> => {
  for await (const found of readItems(input)) {
    if (found.type === 'channel') continue;
    const type = found.item.get('wp:post_type') ?? '';
    if (!GLOSSARY.test(type)) continue;
    report.guessed(
      {file: input.file, line: found.line},
      `entries are posts of type ${JSON.stringify(type)}; --map type=… says otherwise`,
    );
    return type;
  }
  return undefined;
};

/** What editors write beside the text: blocks as comments, and calls of plug-ins. */
const BLOCK = /<!--\s{0,9}\/?wp:.{0,2000}?-->/g;
const SHORTCODE = /\[\/?[a-z][a-z\d_-]{0,40}(?:\s[^[\]]{0,1000})?\/?\]/gi;

const DATE = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;

/** `2026-03-19 10:00:43`, which is GMT; zeros stand for no date. */
const dateOf = (text: string | undefined): string | undefined => {
  const [, day, time] = DATE.exec(text ?? '') ?? [];
  return day && !day.startsWith('0000') ? `${day}T${time}+00:00` : undefined;
};

interface At {
  readonly file: string;
  readonly line: number;
}

const contentOf = (
  html: string,
  place: At,
  report: Report,
): RichText | undefined => {
  const bare = html.replace(BLOCK, '');
  const shortcodes = bare.match(SHORTCODE)?.length ?? 0;
  if (shortcodes) report.dropped(place, 'a shortcode of a plug-in');
  const {text, dropped} = fromHtml(
    // WordPress makes paragraphs of blank lines when it shows a text.
    bare
      .replace(SHORTCODE, '')
      .split(/\n[ \t]*\n/)
      .map((part) => (/^\s*</.test(part) ? part : `<p>${part}</p>`))
      .join('\n'),
  );
  for (const {what} of dropped) report.dropped(place, what);
  return text;
};

/** WordPress keeps titles and names of categories as HTML: `Gas &amp; fees`. */
const wordsOf = (html: string): string => {
  const {text} = /[&<]/.test(html) ? fromHtml(html) : {};
  return (text === undefined ? html : toText(text)).trim();
};

const termOf = (
  item: WxrItem,
  place: At,
  report: Report,
): Record<string, unknown> => {
  const definition = contentOf(
    item.get('content:encoded') ?? '',
    place,
    report,
  );
  const excerpt = contentOf(item.get('excerpt:encoded') ?? '', place, report);
  const words = definition === undefined ? '' : toText(definition).trim();
  const summary =
    excerpt === undefined ? firstSentences(words) : toText(excerpt).trim();
  if (excerpt === undefined && summary && summary !== words)
    report.guessed(place, 'summary: the first sentences of the text');
  const isAll = typeof definition === 'string' && definition === summary;
  const author = item.get('dc:creator');
  const tags = item.all('category').map(wordsOf);
  return {
    id: item.get('wp:post_name') || undefined,
    name: wordsOf(item.get('title') ?? ''),
    summary: summary || undefined,
    definition: isAll ? undefined : definition,
    url: item.get('link')?.trim() || undefined,
    tags: tags.length ? tags : undefined,
    published: dateOf(item.get('wp:post_date_gmt')),
    modified: dateOf(item.get('wp:post_modified_gmt')),
    author: author ? {type: 'Person', name: author} : undefined,
  };
};
