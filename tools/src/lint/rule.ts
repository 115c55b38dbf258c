import type {LintDocument} from '../documents/document.js';
import type {Problem, Severity} from './finding.js';
import type {LintGlossary} from './glossary.js';
import type {Site} from './site.js';

/** An option of a rule: its type, what holds without it, and what it is for. */
export type OptionSpec =
  | {
      readonly type: 'number';
      readonly default: number;
      /** Smallest value; 0 by default. */
      readonly least?: number;
      readonly about: string;
    }
  | {
      readonly type: 'boolean';
      readonly default: boolean;
      readonly about: string;
    }
  | {
      readonly type: 'texts';
      readonly default: readonly string[];
      readonly about: string;
    };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

interface OptionTypes {
  readonly number: number;
  readonly boolean: boolean;
  readonly texts: readonly string[];
}

/** The values of options. */
export type OptionsOf<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: OptionTypes[Specs[Name]['type']];
};

/** The context of a rule in a run of the linter. */
export interface RuleContext<Options> {
  readonly glossary: LintGlossary;
  readonly options: Options;
  /** The files around the documents. */
  readonly site: Site;
}

/**
 * A rule in a run. Its state is in its closure, so that documents need not stay
 * in memory.
 */
export interface Visitor {
  /** Judges the glossary alone. */
  glossary?(): Iterable<Problem>;
  /** Judges a document, one after the other. */
  document?(document: LintDocument): Iterable<Problem>;
  /** Judges what needs all documents. */
  end?(): Iterable<Problem> | AsyncIterable<Problem>;
}

/** Judges one thing. Its texts make the help, the documentation and the SARIF output. */
export interface Rule<Specs extends OptionSpecs = OptionSpecs> {
  /** As configuration and comments name it. */
  readonly name: string;
  /** What it finds, in one line without a full stop. */
  readonly title: string;
  /** Why that matters to a reader or an owner. */
  readonly why: string;
  /** What to do about a finding. */
  readonly fix: string;
  /** Without configuration. */
  readonly severity: Severity | 'off';
  readonly options: Specs;
  start(context: RuleContext<OptionsOf<Specs>>): Visitor;
}

/** Defines a rule, with its options typed by their specification. */
export const rule = <const Specs extends OptionSpecs>(
  stated: Rule<Specs>,
): Rule => stated as unknown as Rule;
