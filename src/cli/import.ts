import pc from 'picocolors';
import type {Glossary} from '../glossary/types.js';
import {readArguments} from './arguments.js';
import {CommandError} from './errors.js';
import {type Command, EXIT, type Io} from './io.js';
import {rewriteJson} from './json/rewrite.js';
import {parseGlossaryText} from './load-glossary.js';
import type {GlossaryDraft} from './page-form/draft.js';
import {mergePages} from './page-form/merge.js';
import type {ImportedPage} from './page-form/page.js';
import {startGlossary} from './page-form/start-glossary.js';
import {readPageFile} from './read-page-file.js';
import {warningText} from './warning.js';

const HELP = `term-elements import FILE… -o glossary.json

Reads published area pages, Markdown or HTML, into one glossary. Importing onto
a glossary that is there changes only what the pages say otherwise.

Options
  -o, --output FILE   the glossary to write, or to bring up to date
      --json          tell in JSON what was done
  -h, --help          show this

Example
  term-elements import pages/*.md -o glossary.json
`;

export const importCommand: Command = {
  summary: 'read published pages into a glossary',
  help: HELP,
  run,
};

async function run(args: readonly string[], io: Io) {
  const {files, values, flags} = readArguments('import', args, {
    output: {type: 'string', short: 'o'},
    json: {type: 'boolean'},
  });
  const output = values.get('output');
  const [first, ...others] = files;
  if (first === undefined || output === undefined) {
    throw new CommandError(
      first
        ? 'expected an output file, received none'
        : 'expected pages to import, received none',
      'Example: term-elements import page.md -o glossary.json',
    );
  }
  const read = async (file: string) =>
    readPageFile(await io.files.read(file), file);
  const pages: [ImportedPage, ...ImportedPage[]] = [await read(first)];
  for (const file of others) pages.push(await read(file));
  const known = await io.files.readIfAny(output);
  const glossary = mergeAll(pages, known, output);
  const text =
    known === undefined
      ? `${JSON.stringify(glossary, null, 2)}\n`
      : rewriteJson(known, glossary);
  // What is written is a glossary, whatever was in the pages.
  parseGlossaryText(text, output);
  const changed = text !== known;
  if (changed) await io.files.replace(output, text);
  report(pages, glossary, {output, changed, json: flags.has('json')}, io);
  return EXIT.done;
}

const mergeAll = (
  pages: readonly [ImportedPage, ...ImportedPage[]],
  known: string | undefined,
  output: string,
): Glossary => {
  const glossary =
    known === undefined
      ? startGlossary(pages)
      : (parseGlossaryText(known, output) as GlossaryDraft);
  mergePages(glossary, pages);
  return glossary;
};

const report = (
  pages: readonly ImportedPage[],
  glossary: Glossary,
  {output, changed, json}: {output: string; changed: boolean; json: boolean},
  io: Io,
) => {
  const colors = pc.createColors(io.colors);
  const warnings = pages.flatMap((page) => page.warnings);
  for (const warning of warnings) {
    io.stderr(warningText(warning, colors.yellow));
  }
  const terms = glossary.terms.length;
  const questions = countQuestions(glossary);
  if (json) {
    const told = {written: output, changed, terms, questions, warnings};
    io.stdout(`${JSON.stringify(told, null, 2)}\n`);
    return;
  }
  const done = changed ? `wrote ${output}` : `${output} is as it was`;
  const noted = warnings.length ? `, ${count(warnings.length, 'warning')}` : '';
  io.stdout(
    `${done}: ${count(terms, 'term')}, ${count(questions, 'question')}${noted}\n`,
  );
};

/** Questions of all areas; those that a page has for itself count with it. */
const countQuestions = (glossary: Glossary): number => {
  let questions = 0;
  for (const area of glossary.areas ?? []) {
    const texts = [
      ...(area.questions ?? []),
      ...(area.resources ?? []).flatMap(({page}) => page?.questions ?? []),
    ].map(({question}) => question);
    questions += new Set(texts).size;
  }
  return questions;
};

const count = (number: number, noun: string) =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
