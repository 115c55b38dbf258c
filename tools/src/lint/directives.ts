/** Comments in documents that turn rules off. */
import {nearest} from '../checks/nearest.js';
import type {Comment, LintDocument} from '../documents/document.js';
import {placeIn, type Problem} from './finding.js';

const DIRECTIVE =
  /^\s*term-elements-(disable-next-line|disable|enable)(?:\s+([^]*?))?(?:\s--\s[^]*)?\s*$/;

/** Lines on which a rule, or every one, says nothing. */
interface Silence {
  /** `undefined`: all rules. */
  readonly rule: string | undefined;
  readonly from: number;
  to: number;
}

/** What the comments of a document turn off. */
export class Directives {
  readonly #silences: Silence[] = [];
  readonly problems: Problem[] = [];

  /** @param names Of all rules. */
  constructor(document: LintDocument, names: readonly string[]) {
    for (const comment of document.comments) {
      const [, word, list = ''] = DIRECTIVE.exec(comment.text) ?? [];
      if (!word) continue;
      const rules = list.split(/[\s,]+/).filter(Boolean);
      for (const rule of rules) {
        if (names.includes(rule)) continue;
        const meant = nearest(rule, names);
        this.problems.push({
          at: placeIn(document, comment),
          message: `there is no rule "${rule}"`,
          help: meant && `Did you mean "${meant}"?`,
        });
      }
      this.#add(document, comment, word, rules.length ? rules : [undefined]);
    }
  }

  /** Whether a rule says nothing of a line. */
  silences(rule: string, line: number): boolean {
    return this.#silences.some(
      ({rule: name, from, to}) =>
        (name ?? rule) === rule && line >= from && line <= to,
    );
  }

  get isEmpty(): boolean {
    return this.#silences.length === 0;
  }

  #add(
    {lines}: LintDocument,
    {start, end}: Comment,
    word: string,
    rules: readonly (string | undefined)[],
  ): void {
    const first = lines.position(start).line;
    const last = lines.position(end).line;
    if (word === 'disable-next-line') {
      let line = last + 1;
      // An empty line says nothing that could be meant.
      while (line < lines.count && !lines.line(line).trim()) line++;
      for (const rule of rules) {
        this.#silences.push({rule, from: line, to: line});
      }
    } else if (word === 'disable') {
      for (const rule of rules) {
        this.#silences.push({rule, from: first, to: Infinity});
      }
    } else {
      for (const silence of this.#silences) {
        const isMeant =
          rules.includes(undefined) || rules.includes(silence.rule);
        if (isMeant && silence.to === Infinity) silence.to = first;
      }
    }
  }
}
