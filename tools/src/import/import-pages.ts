/** Published pages, which are given back by export: their merging has rules of its own. */
import type {Io} from '../terminal/io.js';
import {rewriteJson} from '../files/json/rewrite.js';
import {parseGlossaryText} from '../files/load-glossary.js';
import type {GlossaryDraft} from '../formats/published-page/draft.js';
import {mergePages} from '../formats/published-page/merge.js';
import type {ImportedPage} from '../formats/published-page/page.js';
import {startGlossary} from '../formats/published-page/start-glossary.js';
import type {Warning} from '../terminal/warning.js';
import {countQuestions} from './count-questions.js';
import type {ImportInput} from '../formats/reading/importer.js';

/** What an import came to. */
export interface ImportResult {
  readonly changed: boolean;
  readonly terms: number;
  readonly questions: number;
  readonly warnings: readonly Warning[];
}

/** A page with its byte order mark, which belongs to it. */
export const readPageInput = async (
  input: ImportInput,
): Promise<ImportedPage> => {
  // Readers of pages are large, and tables need none of them.
  const {readPageFile} = await import('../files/read-page-file.js');
  return readPageFile(await (input.original?.() ?? input.text()), input.file);
};

/** Properties of the glossary, which come before its entries. */
const inOrder = ({
  $schema,
  terms,
  areas,
  ...head
}: GlossaryDraft): GlossaryDraft => ({
  ...($schema !== undefined && {$schema}),
  ...head,
  terms,
  ...(areas && {areas}),
});

/** Writes a glossary over the text that was there. */
export const writeGlossary = async (
  glossary: GlossaryDraft,
  known: string | undefined,
  output: string,
  io: Io,
): Promise<boolean> => {
  const text =
    known === undefined
      ? `${JSON.stringify(inOrder(glossary), null, 2)}\n`
      : rewriteJson(known, glossary);
  // What is written is a glossary, whatever was in the inputs.
  parseGlossaryText(text, output);
  const changed = text !== known;
  if (changed) await io.files.replace(output, text);
  return changed;
};

export const importPages = async (
  inputs: readonly ImportInput[],
  output: string,
  io: Io,
): Promise<ImportResult> => {
  const pages: ImportedPage[] = [];
  for (const input of inputs) pages.push(await readPageInput(input));
  const known = await io.files.readIfAny(output);
  const glossary =
    known === undefined
      ? startGlossary(pages as [ImportedPage, ...ImportedPage[]])
      : (parseGlossaryText(known, output) as GlossaryDraft);
  mergePages(glossary, pages);
  return {
    changed: await writeGlossary(glossary, known, output, io),
    terms: glossary.terms.length,
    questions: countQuestions(glossary),
    warnings: pages.flatMap(({warnings}) => warnings),
  };
};
