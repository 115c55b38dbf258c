import {type Glossary, pathText} from 'term-elements/glossary';
import {Directives} from './directives.js';
import type {LintDocument} from '../documents/document.js';
import {
  type Finding,
  type GlossaryPlace,
  placeIn,
  type Problem,
  type Severity,
} from './finding.js';
import {LintGlossary} from './glossary.js';
import {Lines, type Position} from './lines.js';
import type {MdxError} from '../documents/markdown/mdx-error.js';
import type {Visitor} from './rule.js';
import {RULES} from './rules/index.js';
import type {RuleSettings} from './settings.js';
import type {Site} from './site.js';

/** A valid glossary, and where its parts stand. */
export interface GlossaryInput {
  readonly document: Glossary;
  /** The file and the lines of a part, by the keys that lead to it. */
  place(place: GlossaryPlace): {
    readonly file: string;
    readonly start: Position;
    readonly end: Position;
  };
}

export interface LinterOptions {
  readonly glossary: GlossaryInput;
  readonly rules: RuleSettings;
  readonly site: Site;
}

/** Comments that name rules which do not exist are reported under this name. */
export const UNKNOWN_RULE = 'unknown-rule';

/** Documents that cannot be read are reported under this name. */
export const UNREADABLE = 'unreadable-document';

/** A rule that is on. */
interface Active extends Visitor {
  readonly name: string;
  readonly severity: Severity;
}

/**
 * Lints documents against a glossary: pass the documents to it one by one, then
 * call `end`. It stores only the findings of a document.
 */
export class Linter {
  readonly #active: readonly Active[];
  readonly #glossary: GlossaryInput;
  /** Of documents in which comments turn something off. */
  readonly #directives = new Map<string, Directives>();
  readonly #findings: Finding[] = [];

  constructor({glossary, rules, site}: LinterOptions) {
    this.#glossary = glossary;
    const asked = new LintGlossary(glossary.document);
    this.#active = RULES.flatMap((rule) => {
      const setting = rules.get(rule.name);
      if (!setting || setting.severity === 'off') return [];
      const {severity, options} = setting;
      const visitor = rule.start({glossary: asked, options, site});
      return [{...visitor, name: rule.name, severity}];
    });
    for (const rule of this.#active) {
      for (const problem of rule.glossary?.() ?? []) this.#add(rule, problem);
    }
  }

  document(document: LintDocument): void {
    const names = RULES.map(({name}) => name);
    const directives = new Directives(document, names);
    for (const problem of directives.problems) {
      this.#add({name: UNKNOWN_RULE, severity: 'warning'}, problem);
    }
    if (!directives.isEmpty) this.#directives.set(document.file, directives);
    for (const rule of this.#active) {
      for (const problem of rule.document?.(document) ?? []) {
        this.#add(rule, problem);
      }
    }
  }

  /** Reports a document that is left out because it is not valid MDX. */
  unreadable(file: string, source: string, error: MdxError): void {
    const {message, help, offset} = error;
    const start = new Lines(source).position(offset);
    this.#add(
      {name: UNREADABLE, severity: 'error'},
      {at: {file, start, end: start}, message, help},
    );
  }

  /** The findings that need all documents, and then everything: by file and place. */
  async end(): Promise<readonly Finding[]> {
    for (const rule of this.#active) {
      for await (const problem of rule.end?.() ?? []) this.#add(rule, problem);
    }
    return this.#findings.sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.start.line - b.start.line ||
        a.start.column - b.start.column ||
        compare(a.rule, b.rule),
    );
  }

  #add(
    {name, severity}: Pick<Active, 'name' | 'severity'>,
    {at, message, help}: Problem,
  ): void {
    const place =
      'keys' in at
        ? {...this.#glossary.place(at), path: pathText(at.keys)}
        : 'document' in at
          ? placeIn(at.document, at)
          : at;
    const {file, start} = place;
    if (this.#directives.get(file)?.silences(name, start.line)) return;
    this.#findings.push({rule: name, severity, message, help, ...place});
  }
}

/** By code units: the same order on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
