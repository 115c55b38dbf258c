import {
  faultText,
  type Glossary,
  GlossaryFormatError,
  parseGlossary,
} from 'term-elements/glossary';
import {CommandError} from '../terminal/errors.js';
import {requireShallow} from './json/depth.js';
import {LocatedJson} from './json/located.js';

/** Faults of a document that are listed before the reader is sent to `validate`. */
const SHOWN = 10;

/**
 * A glossary document from its text.
 *
 * @throws {CommandError} With the lines of what is not as it should be.
 */
export const parseGlossaryText = (text: string, path: string): Glossary => {
  const wayOut = `See all of it: term-elements validate ${path}`;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const [fault] = new LocatedJson(text).faults;
    const {line, column, message} = fault ?? {line: 1, column: 1, message: ''};
    throw new CommandError(
      `${path}:${line}:${column}: expected JSON${message && `: ${message}`}`,
      wayOut,
    );
  }
  requireShallow(value, path);
  try {
    return parseGlossary(value, path);
  } catch (error) {
    if (!(error instanceof GlossaryFormatError)) throw error;
    const located = new LocatedJson(text);
    const lines = error.faults.slice(0, SHOWN).map((fault) => {
      const {line, column} = located.place(fault.keys);
      return `${path}:${line}:${column}: ${faultText(fault)}`;
    });
    throw new CommandError(
      [`${path} is not a valid glossary:`, ...lines].join('\n  '),
      wayOut,
    );
  }
};
