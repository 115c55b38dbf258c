import type {Files} from '../files/files.js';

/** The environment of a command, which tests can replace. */
export interface Io {
  readonly files: Files;
  /** The requested output: data, help, results. */
  stdout(text: string): void;
  /** Everything else: warnings, errors. */
  stderr(text: string): void;
  /** Whether stderr shows colours. */
  readonly colors: boolean;
  /** Whether stderr is a terminal, on which a line can be written over. */
  readonly isTerminal?: boolean;
  /** Version of the package. */
  readonly version: string;
}

/** How a command ended. */
export const EXIT = {
  done: 0,
  /** The input was read and has faults. */
  findings: 1,
  /** Wrong usage, or input that cannot be read. */
  usage: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command: its help, and what it does with its arguments. */
export interface Command {
  readonly help: string;
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}
