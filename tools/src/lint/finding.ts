import type {Finding as CheckFinding} from '../checks/finding.js';
import type {LintDocument, Span} from '../documents/document.js';
import type {Position} from './lines.js';

export type Severity = 'error' | 'warning';

/** Something that a rule has found: where, and what to do about it. */
export interface Finding {
  /** Name of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** As the user named it, or relative to the folder that was linted from. */
  readonly file: string;
  readonly start: Position;
  /** Behind the last character. */
  readonly end: Position;
  readonly message: string;
  /** What to do about it, if the rule knows. */
  readonly help: string | undefined;
  /** Where in the glossary, as keys and indexes; absent for a place in a document. */
  readonly path?: string | undefined;
}

/** A place in the glossary. */
export interface GlossaryPlace {
  readonly keys: readonly (string | number)[];
  /** The name of the property is meant, not its value. */
  readonly name?: boolean | undefined;
}

/** A place in a document. */
export interface DocumentPlace extends Span {
  readonly document: LintDocument;
}

/** A place in a document that need not be in memory any more. */
export type FilePlace = Pick<Finding, 'file' | 'start' | 'end'>;

/** What a rule reports; the linter adds the rest. */
export interface Problem {
  readonly at: DocumentPlace | FilePlace | GlossaryPlace;
  readonly message: string;
  readonly help?: string | undefined;
}

/** A finding of the checks of a glossary, as a rule reports it. */
export const problemOf = ({keys, name, message}: CheckFinding): Problem => ({
  at: {keys, name},
  message,
});

/** A part of a document as lines and columns. */
export const placeIn = (
  {file, lines}: LintDocument,
  {start, end}: Span,
): FilePlace => ({
  file,
  start: lines.position(start),
  end: lines.position(end),
});
