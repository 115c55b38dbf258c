/** Entries of other formats, among pages or not. */
import {CommandError} from '../terminal/errors.js';
import type {Io} from '../terminal/io.js';
import {parseGlossaryText} from '../files/load-glossary.js';
import type {GlossaryDraft} from '../formats/published-page/draft.js';
import {mergePages} from '../formats/published-page/merge.js';
import type {ImportedPage} from '../formats/published-page/page.js';
import {startGlossary} from '../formats/published-page/start-glossary.js';
import type {Report} from '../terminal/report.js';
import {countQuestions} from './count-questions.js';
import {DistinctEntries} from './distinct-entries.js';
import type {
  Imported,
  ImportInput,
  ImportOptions,
} from '../formats/reading/importer.js';
import {
  type ImportResult,
  readPageInput,
  writeGlossary,
} from './import-pages.js';
import {PAGE, type PlacedInput} from './inputs.js';
import {ImportMerge} from './merge-imported.js';
import {looksLikeName, resolveRelated} from './related-names.js';
import {GlossaryFile, nameOf} from './write-imported.js';

interface Run {
  readonly options: ImportOptions;
  readonly report: Report;
  readonly io: Io;
}

/** A run without entries has not recognised its input, and writes nothing. */
const nothingIn = (file: string, report: Report): CommandError => {
  const [note] = report.notes;
  const cause = note ? ` (${note.message})` : '';
  return new CommandError(
    `${note?.file ?? file}:${note?.line ?? 1}: expected entries, found none${cause}`,
    'term-elements import --help lists the formats; --from names one.',
  );
};

/** What is read of inputs that are no pages, with the input that it comes from. */
async function* entriesOf(
  inputs: readonly PlacedInput[],
  {options, report}: Run,
): AsyncGenerator<{readonly item: Imported; readonly input: ImportInput}> {
  let isEmpty = true;
  for (const {input, importer} of inputs) {
    if (importer === PAGE) isEmpty = false;
    else
      for await (const item of importer.read(input, options, report)) {
        isEmpty = false;
        yield {item, input};
      }
  }
  if (isEmpty) throw nothingIn(inputs[0]!.input.file, report);
}

/**
 * Writes entries into a glossary: into a new one as they come, and all at once
 * where inputs, or a glossary that is there, may speak of the same entry.
 */
export const importEntries = async (
  inputs: readonly PlacedInput[],
  output: string,
  run: Run,
): Promise<ImportResult> => {
  const known = await run.io.files.readIfAny(output);
  const isNew =
    known === undefined && !inputs.some(({importer}) => importer === PAGE);
  const written = isNew ? await importNew(inputs, output, run) : undefined;
  return written ?? importOnto(inputs, output, known, run);
};

/** Nothing is written where entries of several inputs may be the same. */
const importNew = async (
  inputs: readonly PlacedInput[],
  output: string,
  run: Run,
): Promise<ImportResult | undefined> => {
  const file = new GlossaryFile(output);
  const distinct =
    inputs.length > 1 ? new DistinctEntries((id) => file.has(id)) : undefined;
  // Names in the place of ids are resolved where all entries are in memory.
  const names = new Set<string>();
  try {
    for await (const {item, input} of entriesOf(inputs, run)) {
      for (const related of (item.type === 'term' && item.value.related) || [])
        if (looksLikeName(related)) names.add(related);
      if (item.type === 'term' && distinct?.add(item.value) === false) {
        run.report.clear();
        return undefined;
      }
      await file.add(item, input.file, run.report);
    }
    if ([...names].some((name) => !file.has(name))) {
      run.report.clear();
      return undefined;
    }
    const written = await file.end(run.options.language);
    return {...written, changed: true, warnings: []};
  } finally {
    await file.discard();
  }
};

const importOnto = async (
  inputs: readonly PlacedInput[],
  output: string,
  known: string | undefined,
  run: Run,
): Promise<ImportResult> => {
  const pages: ImportedPage[] = [];
  for (const {input, importer} of inputs)
    if (importer === PAGE) pages.push(await readPageInput(input));
  const [first, ...others] = pages;
  const glossary =
    known !== undefined
      ? (parseGlossaryText(known, output) as GlossaryDraft)
      : first
        ? startGlossary([first, ...others])
        : {format: 1 as const, name: nameOf(output), terms: []};
  if (first) mergePages(glossary, pages);
  const merge = new ImportMerge(glossary, run.report, run.options.language);
  for await (const {item, input} of entriesOf(inputs, run))
    merge.add(item, input);
  resolveRelated(glossary, inputs[0]!.input.file, run.report);
  if (merge.paged.size) {
    const {reconcileTermPages} = await import('./reconcile-term-pages.js');
    reconcileTermPages(glossary, merge.paged);
  }
  const {language} = run.options;
  if (language !== undefined) glossary.language ??= language;
  return {
    changed: await writeGlossary(glossary, known, output, run.io),
    terms: glossary.terms.length,
    questions: countQuestions(glossary),
    warnings: pages.flatMap(({warnings}) => warnings),
  };
};
