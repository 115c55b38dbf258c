/** Reads the pages of single entries: `# NAME ⎊ Term`. */
import * as v from 'valibot';
import {fromMarkdown} from '../../documents/markdown/to-rich-text.js';
import {type RichText, type Term, TermSchema} from 'term-elements/glossary';
import {toText} from 'term-elements/rich-text';
import type {Report} from '../../terminal/report.js';
import {areaPath, termPath} from './address.js';
import {difference} from './difference.js';
import type {AreaDraft, TermDraft} from './draft.js';
import {splitLines} from './lines.js';
import {firstSentences} from '../reading/first-sentences.js';
import {ownTermLines} from './term-lines.js';

/** `# Margin Call ⎊ Definition`: the name, the mark and the kind. */
const HEADLINE = /^\uFEFF?# (.{1,300}) ([^\p{L}\p{N}\s]) (\S.{0,60})$/u;
/** Kinds that stand there of themselves; another is the first of the categories, too. */
const FAMILY = /^(?:Term|Definition)$/;

const FACT = /^\*\*(Published|Author|Categories):\*\*[ \t]*(.{0,300})$/;
const PICTURE = /^!\[([^\]]{0,1000})\]\((\S{1,2000})\)$/;
const LINK = /^\[(.{1,300})\]\((\S{1,2000})\)$/;

/** The headline of the page of an entry, if a text begins with one. */
export const termHeadline = (start: string): RegExpExecArray | null => {
  const [first = '', ...lines] = start.slice(0, 4096).split(/\r\n|\r|\n/, 12);
  const headline = HEADLINE.exec(first);
  const label = headline?.[3] ?? '';
  const isTerm =
    FAMILY.test(label) ||
    lines.some((line) => {
      const [, fact, value = ''] = FACT.exec(line) ?? [];
      return fact === 'Categories' && value.split(', ', 1)[0] === label;
    });
  return isTerm ? headline : null;
};

/** An entry as its page states it. */
export interface ReadTermPage {
  readonly term: TermDraft;
  /** What the page does not say but seems to mean; it counts where nothing is known. */
  readonly guessed: readonly (keyof TermDraft)[];
  /** The areas that the page names. */
  readonly areas: readonly AreaDraft[];
}

interface Parts {
  readonly facts: ReadonlyMap<string, string>;
  readonly image: Term['image'];
  readonly body: readonly string[];
  /** Line of the first of them, from 1. */
  readonly bodyLine: number;
  readonly related: readonly string[];
  readonly areas: readonly AreaDraft[];
}

/**
 * Reads the page of an entry; `undefined` if the text is not such a page.
 *
 * @param id The last part of its address: a page does not say it.
 */
export const readTermPage = (
  text: string,
  id: string,
  file: string,
  report: Report,
): ReadTermPage | undefined => {
  const headline = termHeadline(text);
  if (!headline) return undefined;
  const {lines, byteOrderMark, lineEnd} = splitLines(text);
  const parts = partsOf(lines);
  const {facts, image, related, areas, bodyLine} = parts;
  const kind = headline[3]!.toLowerCase();
  const body = parts.body.join('\n').trim();
  const quote = [...parts.body]
    .findLast((line) => /^> \S/.test(line))
    ?.slice(2);
  const {text: definition, dropped} = fromMarkdown(body);
  for (const {what, line} of dropped) {
    // Headings and the closing sentence are written again from what they became.
    if (!/^a (?:heading|quotation)/.test(what))
      report.dropped({file, line: bodyLine + line - 1}, what);
  }
  const words = definition === undefined ? '' : toText(definition);
  const summary = quote ?? firstSentences(proseOf(words, headline[1]!));
  report.guessed(
    {file, line: bodyLine},
    quote === undefined
      ? 'summary: the first sentences of the page'
      : 'summary: the closing sentence of the page',
  );
  const tags = (facts.get('Categories') ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag && tag !== headline[3]);
  const published = facts.get('Published');
  const author = facts.get('Author');
  const term: TermDraft = {
    id,
    name: headline[1]!,
    kind,
    summary,
    ...(definition !== undefined && {definition}),
    ...(v.is(TermSchema.entries.published, published) &&
      published && {published}),
    ...(author && {author: {name: author}}),
    ...(image && {image}),
    ...(tags.length && {tags}),
    ...(related.length && {related: [...related]}),
    ...(areas.length && {areas: areas.map((area) => area.id)}),
  };
  const patch = difference(ownTermLines(term), lines);
  const page = {
    ...(byteOrderMark && {byteOrderMark}),
    ...(lineEnd !== '\n' && {lineEnd}),
    patch,
  };
  // A family may hold entries of any kind.
  const isFamily = FAMILY.test(headline[3]!);
  return {
    term: {...term, page},
    guessed: isFamily ? ['summary', 'kind'] : ['summary'],
    areas,
  };
};

/** The sentence with which a page ends that has been derived of an entry with a definition. */
const CLOSING = /(?:^|\n\n)> [^\n]+$/;

/**
 * The definition of an entry whose page these lines would be if it were derived:
 * as it is written there, and none where the sentence stands in its place.
 */
export const derivedDefinition = (
  lines: readonly string[],
): RichText | undefined => {
  const body = partsOf(lines).body.join('\n').trim();
  if (!CLOSING.test(body)) return undefined;
  const markdown = body.replace(CLOSING, '').replace(/^## (.+)$/gm, '**$1**');
  const {text} = fromMarkdown(markdown);
  return typeof text === 'string' ? text : {markdown};
};

/** The words of a page without its headings, which are short lines. */
const proseOf = (words: string, name: string): string =>
  words
    .split('\n')
    .find((line) => line !== name && /[.!?]$/.test(line.trim())) ?? words;

const partsOf = (lines: readonly string[]): Parts => {
  const facts = new Map<string, string>();
  let image: Term['image'];
  let at = 1;
  for (; at < lines.length; at++) {
    const line = lines[at]!.trim();
    const [, name, value] = FACT.exec(line) ?? [];
    const [, caption, url] = PICTURE.exec(line) ?? [];
    if (name) facts.set(name, value!.trim());
    else if (url && !image) image = caption ? {url, caption} : {url};
    else if (line && line !== '---') break;
  }
  const start = at;
  const end = lines.findIndex(
    (line, index) =>
      index >= start && /^## (?:Glossary|Raw Schema Data)\s*$/.test(line),
  );
  const inner = lines.slice(start, end < 0 ? lines.length : end);
  const related = relatedAtEnd(inner);
  return {
    facts,
    image,
    body: inner.slice(0, inner.length - related.lines),
    bodyLine: start + 1,
    related: related.ids,
    areas: end < 0 ? [] : areasIn(lines.slice(end)),
  };
};

/** The list of links with which the text ends. */
const relatedAtEnd = (
  lines: readonly string[],
): {readonly ids: readonly string[]; readonly lines: number} => {
  const ids: string[] = [];
  let from = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]!.trim();
    if (!line || line === '---') continue;
    const url = line.startsWith('- ')
      ? LINK.exec(line.slice(2))?.[2]
      : undefined;
    const {slug, kind} = url === undefined ? {} : termPath(url);
    if (!slug || kind === 'area') break;
    ids.unshift(slug);
    from = at;
  }
  return {ids, lines: lines.length - from};
};

const areasIn = (lines: readonly string[]): readonly AreaDraft[] =>
  lines.flatMap((line) => {
    const [, name, url] = line.startsWith('### ')
      ? (LINK.exec(line.slice(4).trim()) ?? [])
      : [];
    if (!name || !url) return [];
    const {id} = areaPath(url);
    return id === undefined ? [] : [{id, name, url}];
  });
