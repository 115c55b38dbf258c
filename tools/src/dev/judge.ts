/** All findings of the sources as they are now. */
import {resolve} from 'node:path';
import {
  type Glossary,
  GlossaryFormatError,
  parseGlossary,
} from 'term-elements/glossary';
import type {Finding} from '../lint/finding.js';
import {Linter} from '../lint/linter.js';
import type {CommandError} from '../terminal/errors.js';
import {examine} from '../checks/examine.js';
import type {Io} from '../terminal/io.js';
import type {LintConfig} from '../lint/command/config.js';
import {findDocuments} from '../lint/command/find-documents.js';
import {FolderSite} from '../lint/command/folder-site.js';
import {lintDocument} from '../lint/command/lint-document.js';
import type {Reading} from './read-sources.js';

export interface Judgement {
  /** Absent where the sources are no glossary at the moment. */
  readonly glossary: Glossary | undefined;
  readonly findings: readonly Finding[];
  /** Documents that were linted. */
  readonly documents: number;
}

export interface JudgeOptions {
  readonly io: Io;
  readonly config: LintConfig;
  /** Files, folders and patterns of documents. */
  readonly documents: readonly string[];
  readonly folder: string;
}

export const judge = async (
  reading: Reading,
  options: JudgeOptions,
): Promise<Judgement> => {
  const formatFaults = formatFindings(reading);
  const glossary = glossaryOf(reading.text);
  if (!glossary) return {glossary, findings: formatFaults, documents: 0};
  const {findings, documents} = await linted(glossary, reading, options);
  const known = new Set(
    findings.map(({path, message}) => `${path}: ${message}`),
  );
  return {
    glossary,
    findings: [
      ...formatFaults.filter(({message}) => !known.has(message)),
      ...findings,
    ],
    documents,
  };
};

const glossaryOf = (text: string): Glossary | undefined => {
  try {
    return parseGlossary(JSON.parse(text));
  } catch (error) {
    const isFault =
      error instanceof SyntaxError || error instanceof GlossaryFormatError;
    if (isFault) return undefined;
    throw error;
  }
};

/** What `term-elements validate` says. */
const formatFindings = ({text, file, place}: Reading): Finding[] =>
  examine(text, file).map(({keys, severity, message, line, column, path}) => {
    const here = {line, column};
    const at = keys.length ? place({keys}) : {file, start: here, end: here};
    return {rule: 'format', severity, message, help: undefined, path, ...at};
  });

const linted = async (
  document: Glossary,
  {place}: Reading,
  {io, config, documents, folder}: JudgeOptions,
) => {
  const site = new FolderSite({
    folder,
    url: config.siteUrl,
    siteFolder: config.siteFolder,
  });
  const glossary = {document, place};
  const linter = new Linter({glossary, rules: config.rules, site});
  const files = documents.length
    ? await findDocuments(documents, {folder, ignore: config.ignore})
    : [];
  for (const file of files) {
    const text = await io.files.readIfAny(resolve(folder, file));
    // It may have gone since the folder was read.
    if (text === undefined) continue;
    await lintDocument(file, text, {linter, site});
  }
  return {findings: await linter.end(), documents: files.length};
};

/** A source that cannot be read at all, as a finding. */
export const failure = (error: CommandError, file: string): Finding => {
  const here = {line: 1, column: 1};
  const [, named, line, column, message] =
    /^(.+?):(\d+)(?::(\d+))?: ([^]*)$/.exec(error.message) ?? [];
  const start =
    line === undefined
      ? here
      : {line: Number(line), column: Number(column ?? 1)};
  return {
    rule: 'format',
    severity: 'error',
    file: named ?? file,
    start,
    end: start,
    message: message ?? error.message,
    help: error.wayOut,
  };
};
