import {fromMarkdown} from '../../documents/markdown/to-rich-text.js';
import type {RichText} from 'term-elements/glossary';
import {toText} from 'term-elements/rich-text';
import {CommandError} from '../../terminal/errors.js';
import type {AreaDraft} from '../published-page/draft.js';
import type {Place, Report} from '../../terminal/report.js';
import type {
  Imported,
  Importer,
  ImportInput,
  ImportOptions,
} from '../reading/importer.js';
import {keepValid} from '../reading/keep-valid.js';
import {tagName, withoutTemplateTags} from '../reading/template-tags.js';
import {termOf} from '../mapped-json/term.js';
import {type MarkdownFile, splitFrontMatter} from './front-matter.js';
import {readYaml} from './read-yaml.js';

/** Properties of the glossary itself, beside the files of its entries. */
const HEAD = /(?:^|\/)_glossary\.(?:ya?ml|md)$/i;

/**
 * A folder with a Markdown file for each entry: properties in its front matter,
 * the text below it. `_glossary.yaml` has those of the glossary itself, and
 * its areas.
 */
export const markdownImporter: Importer = {
  recognises: (file, start) =>
    HEAD.test(file) ||
    (/\.(?:md|markdown|mdown)$/i.test(file) &&
      /^(?:---[ \t]*\S{0,40}[ \t]*|\+\+\+[ \t]*)(?:\r\n|\r|\n)/.test(start)),
  read,
};

async function* read(
  input: ImportInput,
  {map}: ImportOptions,
  report: Report,
): AsyncGenerator<Imported> {
  const {file, path = file} = input;
  const text = await input.text();
  if (HEAD.test(path)) {
    yield* headOf(text, file, report);
    return;
  }
  if (!text.trim()) {
    report.dropped({file, line: 1}, 'an empty file');
    return;
  }
  const parts = splitFrontMatter(text, file);
  const {yaml, yamlLine} = parts;
  const front =
    yaml === undefined ? undefined : readYaml(yaml, file, yamlLine, report);
  const place = {file, line: yamlLine};
  const isOwn = isOwnForm(front?.value);
  const left = isOwn ? undefined : leftOut(path, front?.value);
  if (left !== undefined) {
    report.dropped({file, line: 1}, left);
    return;
  }
  const term = termOf(front?.value ?? {}, map, place, report);
  if (isOwn) addBody(term, parts, file, report);
  else {
    tidy(term, place, report);
    addBody(term, withoutTags(parts, file, report), file, report);
  }
  if (!Object.hasOwn(term, 'name')) addName(term, parts, path, file, report);
  const hasId = Object.hasOwn(term, 'id');
  const entryPath = isOwn ? path : path.replace(BUNDLE, '');
  if (!hasId) term.id = idOf(entryPath);
  const {id, name} = term;
  const value = keepValid({id, name, ...term}, place, report);
  const otherId = otherIdOf(
    entryPath.includes('/') ? entryPath : file.split('/').slice(-2).join('/'),
  );
  if (value)
    yield {
      type: 'term',
      value,
      line: yamlLine,
      ...(!hasId && otherId !== value.id && {otherId}),
    };
}

/** Whether a file is as `export --format markdown` writes it: nothing in it is for a generator. */
const isOwnForm = (front: Properties | undefined): boolean =>
  front !== undefined &&
  Object.hasOwn(front, 'name') &&
  Object.hasOwn(front, 'summary');

type Properties = Readonly<Record<string, unknown>>;

/** Why a file of a site generator is no entry. */
const leftOut = (
  path: string,
  front: Properties | undefined,
): string | undefined => {
  if (/(?:^|\/)_[^/]*$/.test(path))
    return 'a file whose name begins with "_": a page of the folder, or a template';
  return front?.draft === true ? 'a draft' : undefined;
};

const withoutTags = (
  parts: MarkdownFile,
  file: string,
  report: Report,
): MarkdownFile => ({
  ...parts,
  body: withoutTemplateTags(parts.body, (tag, line) =>
    report.dropped({file, line: parts.bodyLine + line - 1}, tagName(tag)),
  ),
});

/** Where generators keep an entry with its pictures in a folder: `swap/index.md`. */
const BUNDLE = /(?<=[^/])\/index\.[^./]*$/;

/** `margin/initial-margin.md`: `initial-margin`. */
const idOf = (path: string): string =>
  (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '') || path;

/** Old addresses, which Hugo calls aliases. */
const ADDRESS = /^(?:\/|https?:\/\/).*?([^/]+)\/*$/;

/** Takes out of properties what is for a site generator. */
const tidy = (
  term: Record<string, unknown>,
  place: Place,
  report: Report,
): void => {
  for (const key of ['name', 'summary'] as const) {
    const text = term[key];
    if (typeof text !== 'string') continue;
    term[key] = withoutTemplateTags(
      text,
      (tag) => report.dropped(place, tagName(tag)),
      {asText: true},
    ).trim();
  }
  const {aliases, formerIds, id} = term;
  if (!Array.isArray(aliases)) return;
  const names = aliases.filter(
    (alias) => typeof alias !== 'string' || !ADDRESS.test(alias),
  );
  if (names.length === aliases.length) return;
  const former = aliases.flatMap((alias) =>
    typeof alias === 'string' ? (ADDRESS.exec(alias)?.[1] ?? []) : [],
  );
  report.guessed(place, 'formerIds: the last parts of addresses in "aliases"');
  const known = Array.isArray(formerIds) ? (formerIds as unknown[]) : [];
  term.formerIds = [...new Set([...known, ...former])].filter(
    (other) => other !== id,
  );
  if (names.length) term.aliases = names;
  else delete term.aliases;
};

/** Files of two folders may have one name: `margin/initial-margin`. */
const otherIdOf = (path: string): string =>
  path
    .replace(/\.[^./]*$/, '')
    .split('/')
    .filter((part) => part && !/^\.+$/.test(part))
    .join('/');

/** The text below the front matter: the definition, or the summary where there is no other. */
const addBody = (
  term: Record<string, unknown>,
  {body, bodyLine}: MarkdownFile,
  file: string,
  report: Report,
): void => {
  const source = body.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '').trimEnd();
  const firstLine =
    bodyLine + (body.slice(0, body.indexOf(source)).match(/\n/g) ?? []).length;
  if (!source) return;
  const {text, dropped} = fromMarkdown(withoutTitle(source, term));
  for (const {what, line} of dropped)
    report.dropped({file, line: firstLine + line - 1}, what);
  if (text === undefined) return;
  const place = {file, line: firstLine};
  if (Object.hasOwn(term, 'summary')) {
    if (Object.hasOwn(term, 'definition'))
      report.dropped(place, 'a text below a definition: there is one already');
    else term.definition = asMarkdown(text);
    return;
  }
  const [first, ...others] = toText(text).split('\n');
  term.summary = first;
  report.guessed(place, 'summary: the first paragraph of the text');
  if (others.length && !Object.hasOwn(term, 'definition'))
    term.definition = asMarkdown(text);
};

/** A text in a Markdown file is Markdown, also where no mark is in it. */
const asMarkdown = (text: RichText): RichText =>
  typeof text === 'string'
    ? {markdown: text}
    : {markdown: text.markdown.trim()};

const TITLE = /^#[ \t]+(.{1,300}?)[ \t#]*(?:\r\n|\r|\n|$)/;

/** Many files say their title again above the text. */
const withoutTitle = (
  body: string,
  term: Readonly<Record<string, unknown>>,
): string => {
  const title = TITLE.exec(body);
  const isName =
    title && (!Object.hasOwn(term, 'name') || term.name === title[1]);
  // Its line stays, so that line numbers are right.
  return isName ? body.slice(title[0].trimEnd().length) : body;
};

const addName = (
  term: Record<string, unknown>,
  {body, bodyLine}: MarkdownFile,
  path: string,
  file: string,
  report: Report,
): void => {
  const title = TITLE.exec(body.trimStart())?.[1];
  const spaced = idOf(path).replace(/[-_]+/g, ' ').trim();
  term.name = title ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
  report.guessed(
    {file, line: bodyLine},
    `name: ${title === undefined ? 'made of the name of the file' : 'the first heading'}`,
  );
};

function* headOf(
  text: string,
  file: string,
  report: Report,
): Generator<Imported> {
  const {yaml = text, yamlLine} = /\.md$/i.test(file)
    ? splitFrontMatter(text, file)
    : {yaml: text, yamlLine: 1};
  const {value, lineOf} = readYaml(yaml, file, yamlLine, report);
  const {areas = [], ...head} = value;
  const {terms: _, ...rest} = head;
  if (Object.hasOwn(head, 'terms'))
    report.dropped(
      {file, line: lineOf('terms')},
      'terms: here each is a file of its own',
    );
  yield {type: 'glossary', value: rest};
  if (!Array.isArray(areas)) {
    throw new CommandError(
      `${file}:${lineOf('areas')}: areas: expected a list, received something else`,
      'Write "- id: margin" below it, with the properties of the area indented.',
    );
  }
  for (const area of areas as AreaDraft[])
    yield {type: 'area', value: area, line: lineOf('areas')};
}
