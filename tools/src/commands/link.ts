import {realpathSync} from 'node:fs';
import {dirname, relative, resolve, sep} from 'node:path';
import {count} from '../terminal/count.js';
import {stylesOf} from '../terminal/styles.js';
import {ChangedDocumentError} from '../link/changed-document-error.js';
import {unknownMessage} from '../link/references.js';
import type {LinkedText} from '../link/result.js';
import {Lines, type Position} from '../lint/lines.js';
import {MdxError} from '../documents/markdown/mdx-error.js';
import {CommandError} from '../terminal/errors.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';
import {
  type LinkArguments,
  readLinkArguments,
} from '../link/command/arguments.js';
import {documentsOf, type FoundDocument} from '../link/command/documents.js';
import {parseGlossaryText} from '../files/load-glossary.js';
import {OutputTree} from '../files/output/output-tree.js';
import {Progress} from '../terminal/progress.js';

const HELP = `term-elements link "docs/**/*.md" --glossary glossary.json -o out/

Links the words of Markdown, MDX and HTML documents that name entries of a
glossary, by the rules of <term-linker>: the first mention in each section, and
none in code, headings or links. Everything else stays byte for byte, and
linking again changes nothing. A document that cannot be linked without changing
something else is left as it is and reported, with exit code 1.

A single document is written to standard output, and nothing else is. Of
a folder, the documents are written; other files are not copied.

Options
  -g, --glossary FILE   the glossary document (required)
  -o, --output PATH     write there: a file for one document, else a folder
      --in-place        write over the documents themselves
      --check           write nothing; exit with 1 where something would change
      --first WHICH     mentions of a term: first of each section (default), of
                        the page, or all
      --limit N         maximum number of mentions in a document
      --as FORM         link (default in Markdown), tip, or both (default in
                        HTML): a tip with a link in it
      --expand          give the full name after an abbreviation at its first use
      --exclude LIST    selectors of what is left alone, too
      --within LIST     selectors of the only parts that are linked
      --term-href FORM  address of entries that have none; {} is the id
      --json            report in JSON what was linked
  -q, --quiet           no progress
  -h, --help            show this

Example
  term-elements link "docs/**/*.md" --glossary glossary.json -o out/
`;

export const linkCommand: Command = {help: HELP, run};

/** A document, and its result. */
interface Linked {
  readonly document: FoundDocument;
  readonly source: string;
  readonly result: LinkedText;
  /** Why it is left as it is. */
  readonly problem?: Problem | undefined;
}

/** A document that cannot be linked. */
interface Problem extends Position {
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
}

async function run(args: readonly string[], io: Io) {
  const wanted = readLinkArguments(args);
  const folder = process.cwd();
  const documents = await documentsOf(wanted.inputs, folder);
  const glossary = parseGlossaryText(
    await io.files.read(wanted.glossary),
    wanted.glossary,
  );
  const isPrinted = !wanted.output && !wanted.isInPlace && !wanted.isCheck;
  if (isPrinted && documents.length > 1) {
    throw new CommandError(
      `expected a place for ${documents.length} documents, received none`,
      'Give a folder: -o out/. To write over them: --in-place',
    );
  }
  // Parsers are large, and other commands need none of them.
  const {linkText} = await import('../link/command/link-text.js');
  const settings = {...wanted.settings, glossary};
  const all: Linked[] = [];
  const progress = new Progress(io, wanted.isQuiet);
  try {
    for (const [index, document] of documents.entries()) {
      progress.show('linking documents', index / documents.length);
      const source = await io.files.read(resolve(folder, document.path));
      all.push(
        await link(document, source, (path, text) =>
          linkText(path, text, settings),
        ),
      );
    }
  } finally {
    progress.end();
  }
  await write(all, wanted, io);
  writeReport(all, wanted, io);
  const isChanged = all.some(({result}) => result.links.length);
  const hasProblem = all.some(({problem}) => problem);
  return hasProblem || (wanted.isCheck && isChanged)
    ? EXIT.findings
    : EXIT.done;
}

/** A document that cannot be linked stays as it is. */
const link = async (
  document: FoundDocument,
  source: string,
  linkText: (path: string, text: string) => Promise<LinkedText>,
): Promise<Linked> => {
  try {
    return {document, source, result: await linkText(document.path, source)};
  } catch (error) {
    const isAbout =
      error instanceof MdxError || error instanceof ChangedDocumentError;
    if (!isAbout) throw error;
    const {message, help, offset} = error;
    const problem = {...new Lines(source).position(offset), message, help};
    return {document, source, result: unlinked(source), problem};
  }
};

const unlinked = (text: string): LinkedText => ({
  text,
  links: [],
  kept: 0,
  withoutAddress: [],
  unknown: [],
});

const write = async (
  all: readonly Linked[],
  {output, isInPlace, isCheck, isJson}: LinkArguments,
  io: Io,
) => {
  if (isCheck) return;
  const [only, ...others] = all;
  if (isInPlace) {
    await writeTree(
      placesInPlace(all.filter(({result}) => result.links.length)),
    );
  } else if (output === undefined) {
    if (!isJson) io.stdout(only!.result.text);
  } else if (!others.length && isFile(output)) {
    await io.files.replace(output, only!.result.text);
  } else {
    await writeTree({
      folder: output,
      files: all.map(({document, result}) => [document.place, result.text]),
    });
  }
};

/** Files of one folder, by their paths inside it. */
interface FolderOfTexts {
  readonly folder: string;
  readonly files: readonly (readonly [path: string, text: string])[];
}

/** Documents in the folder around them all. */
const placesInPlace = (all: readonly Linked[]): FolderOfTexts => {
  const paths = all.map(({document}) => realpathSync(document.path));
  let folder = dirname(paths[0] ?? resolve('x'));
  const isInside = (path: string) => !relative(folder, path).startsWith('..');
  while (!paths.every(isInside) && dirname(folder) !== folder)
    folder = dirname(folder);
  return {
    folder,
    files: all.map(({result}, index) => [
      relative(folder, paths[index]!).split(sep).join('/'),
      result.text,
    ]),
  };
};

/** Writes all files, or none. */
const writeTree = async ({folder, files}: FolderOfTexts) => {
  if (!files.length) return;
  const tree = new OutputTree(folder);
  try {
    for (const [path, text] of files) await tree.write(path, text);
    await tree.commit();
  } finally {
    await tree.discard();
  }
};

/** A name that ends as those of documents do means a file. */
const isFile = (output: string): boolean =>
  /\.(?:md|markdown|mdx|html?)$/i.test(output);

const writeReport = (all: readonly Linked[], wanted: LinkArguments, io: Io) => {
  const {output, isCheck, isInPlace, isJson} = wanted;
  reportProblems(all, io);
  if (isJson) {
    io.stdout(`${JSON.stringify(jsonOf(all), null, 2)}\n`);
    return;
  }
  reportUnaddressed(all, io);
  reportUnknown(all, io);
  const sum = (count: (linked: Linked) => number) =>
    all.reduce((total, linked) => total + count(linked), 0);
  const links = sum(({result}) => result.links.length);
  const kept = sum(({result}) => result.kept);
  const changed = sum(({result}) => (result.links.length ? 1 : 0));
  if (isCheck)
    for (const {document, result} of all)
      if (result.links.length)
        io.stderr(
          `${document.path}: ${count(result.links.length, 'mention')} not linked\n`,
        );
  const what = isCheck ? 'to be linked' : 'linked';
  const before = kept ? `, ${kept.toLocaleString('en')} were already` : '';
  const text = `${output === undefined ? '' : `${output}: `}${count(all.length, 'document')}: ${count(links, 'mention')} ${what} in ${count(changed)} of them${before}\n`;
  if (output !== undefined || isInPlace || isCheck) io.stdout(text);
  else io.stderr(text);
};

const reportProblems = (all: readonly Linked[], io: Io) => {
  const {red} = stylesOf(io.colors);
  for (const {document, problem} of all) {
    if (!problem) continue;
    const {line, column, message, help} = problem;
    io.stderr(
      `${document.path}:${line}:${column}: ${red('error:')} ${message}. The file is left as it is.\n${help}\n`,
    );
  }
};

/** Links in which authors name entries that are not there; they stay as they are. */
const reportUnknown = (all: readonly Linked[], io: Io) => {
  const {yellow} = stylesOf(io.colors);
  for (const {document, source, result} of all) {
    if (!result.unknown.length) continue;
    const lines = new Lines(source);
    for (const {offset, reference} of result.unknown) {
      const {line, column} = lines.position(offset);
      io.stderr(
        `${document.path}:${line}:${column}: ${yellow('warning:')} ${unknownMessage(reference)}\n`,
      );
    }
  }
};

const SHOWN = 5;

const reportUnaddressed = (all: readonly Linked[], io: Io) => {
  const ids = [...new Set(all.flatMap(({result}) => result.withoutAddress))];
  if (!ids.length) return;
  const {yellow} = stylesOf(io.colors);
  const more = ids.length > SHOWN ? ', …' : '';
  io.stderr(
    `${yellow('warning:')} ${count(ids.length, 'term')} named but not linked, because they have no address: ${ids.slice(0, SHOWN).join(', ')}${more}\n` +
      'Give their addresses with --term-href /glossary/{}/, or write tips with --as tip\n',
  );
};

const jsonOf = (all: readonly Linked[]) => ({
  documents: all.map(({document, source, result, problem}) => {
    const lines = new Lines(source);
    return {
      file: document.path,
      problem,
      kept: result.kept,
      withoutAddress: result.withoutAddress,
      unknown: result.unknown.map(({offset, reference}) => ({
        ...lines.position(offset),
        reference,
      })),
      links: result.links.map(({offset, words, reference}) => ({
        ...lines.position(offset),
        words,
        terms: reference.split(' '),
      })),
    };
  }),
});
