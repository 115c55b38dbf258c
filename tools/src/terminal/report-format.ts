import {nearest} from '../checks/nearest.js';
import type {Arguments} from './arguments.js';
import {CommandError} from './errors.js';

const FORMATS = ['text', 'json', 'sarif'] as const;

/** How findings are reported: for people, for programs, or for code hosts. */
export type ReportFormat = (typeof FORMATS)[number];

const isFormat = (word: string): word is ReportFormat =>
  (FORMATS as readonly string[]).includes(word);

/**
 * What `--format`, or `--json` for short, asks for.
 *
 * @throws {CommandError} For an unknown format, and for two that disagree.
 */
export const reportFormatOf = ({values, flags}: Arguments): ReportFormat => {
  const isJson = flags.has('json');
  const format = values.get('format') ?? (isJson ? 'json' : 'text');
  if (!isFormat(format)) {
    const meant = nearest(format, FORMATS);
    throw new CommandError(
      `--format: expected ${FORMATS.join(', ')}, received "${format}"`,
      meant && `Did you mean ${meant}?`,
    );
  }
  if (isJson && format !== 'json') {
    throw new CommandError(
      `--json and --format ${format} do not go together`,
      'Ask for one of them: --json is --format json.',
    );
  }
  return format;
};
