/** A folder with a Markdown file for each entry, which `import` reads back. */
import {stringify} from 'yaml';
import {fromMarkdown} from '../../documents/markdown/to-rich-text.js';
import {
  type Glossary,
  isWhole,
  type RichText,
  type Term,
} from 'term-elements/glossary';
import type {Report} from '../../terminal/report.js';
import type {
  ExportOptions,
  FolderExporter,
  OutputFile,
} from '../writing/exporter.js';

/** As long lines as the texts are; what looks like another type is quoted. */
const YAML = {
  schema: 'core',
  version: '1.2',
  lineWidth: 0,
  aliasDuplicateObjects: false,
  defaultStringType: 'PLAIN',
} as const;

export const markdownExporter: FolderExporter = {
  files,
};

function* files(
  {terms, areas, ...head}: Glossary,
  {file}: ExportOptions,
  report: Report,
): Generator<OutputFile> {
  const place = {file, line: 1};
  if (areas && !areas.length)
    report.dropped(place, 'areas: there is nothing in the list');
  yield {
    path: '_glossary.yaml',
    content: stringify(areas ? {...head, areas} : head, YAML),
  };
  const names = new FileNames();
  let last: string | undefined;
  for (const entry of terms) {
    if (!isWhole(entry)) {
      report.dropped(
        place,
        'terms: one that changes or removes a term of another glossary',
      );
      continue;
    }
    if (last !== undefined && entry.id < last)
      report.dropped(place, 'terms: their order; files are read by name');
    last = entry.id;
    yield fileOf(entry, names);
  }
}

const fileOf = (term: Term, names: FileNames): OutputFile => {
  const name = names.of(term.id);
  const {id, definition, ...properties} = term;
  const body = bodyOf(definition, term.name);
  const front = {
    ...(name === id ? {} : {id}),
    ...properties,
    ...(definition === undefined || body !== undefined ? {} : {definition}),
  };
  const text = `---\n${stringify(front, YAML)}---\n`;
  return {
    path: `${name}.md`,
    content: body === undefined ? text : `${text}\n${body}\n`,
  };
};

/** The definition as the text of the file, where that gives it back. */
const bodyOf = (
  definition: RichText | undefined,
  name: string,
): string | undefined => {
  if (typeof definition !== 'object') return undefined;
  const {markdown} = definition;
  const isSame =
    Object.keys(definition).length === 1 &&
    markdown.trim() === markdown &&
    !markdown.includes('\r') &&
    !/^#[ \t]/.test(markdown) &&
    readBack(markdown) === markdown;
  return isSame && name !== undefined ? markdown : undefined;
};

const readBack = (markdown: string): string | undefined => {
  const {text, dropped} = fromMarkdown(markdown);
  if (dropped.length) return undefined;
  return typeof text === 'string' ? text : text?.markdown;
};

/** Names that every file system takes and distinguishes. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

class FileNames {
  readonly #taken = new Set<string>(['_glossary']);

  /** A name for the file of an entry: its id, or what is close to it. */
  of(id: string): string {
    const isPlain = PLAIN.test(id) && !RESERVED.test(id) && !id.endsWith('.');
    const base = isPlain
      ? id
      : `${
          id
            .replace(/[^\p{L}\p{N}]+/gu, '-')
            .slice(0, 60)
            .replace(/^-+|-+$/g, '') || 'entry'
        }-entry`;
    let name = base;
    for (let number = 2; this.#isTaken(name); number++)
      name = `${base}-${number}`;
    this.#taken.add(keyOf(name));
    return name;
  }

  #isTaken(name: string): boolean {
    return this.#taken.has(keyOf(name));
  }
}

/** Some file systems know no upper and lower case. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();
