import type {Open} from './reader.js';
import {classesOf, type Tag} from './tag.js';

/** A selector cannot be read, or is of a kind that is not known here. */
export class SelectorError extends Error {
  override readonly name = 'SelectorError';

  constructor(
    readonly selector: string,
    /** Where it goes wrong, in UTF-16 units. */
    readonly offset: number,
  ) {
    const rest = selector.slice(offset, offset + 20);
    super(
      `"${selector}": expected a selector of names, #ids, .classes, [attributes], :not(…) and the combinators " " and ">"; ` +
        (rest ? `"${rest}" is not supported` : 'it ends too early'),
    );
  }
}

type Test = (tag: Tag) => boolean;

/** One element of a selector, and how the one before it stands to it. */
interface Step {
  readonly tests: readonly Test[];
  readonly combinator: ' ' | '>' | '';
}

type Steps = readonly Step[];

const NAME = /(?:[\w-]|[^\x00-\x7f]|\\[^\n])+/y; // eslint-disable-line no-control-regex -- what is not ASCII
const ATTRIBUTE =
  /\[\s{0,9}([\w:-]{1,99})\s{0,9}(?:([~|^$*]?=)\s{0,9}(?:"([^"]{0,999})"|'([^']{0,999})'|([\w-]{1,999}))\s{0,9}([is])?\s{0,9})?\]/iy;
const COMBINATOR = /\s{0,99}([>,)]|(?=\S)|$)\s{0,99}/y;

/** Whether an element is meant by a selector. */
export type Selector = (element: Open) => boolean;

/**
 * Reads a list of selectors: type, `#id`, `.class`, `[attribute]`, `:not(…)`,
 * `a b` and `a > b`.
 *
 * @throws {SelectorError}
 */
export const parseSelector = (text: string): Selector => {
  const parser = new Parser(text.trim());
  const list = parser.list('');
  return (element) => list.some((steps) => isMeant(element, steps));
};

/** From the right; with one way back for each step, as there are few of them. */
const isMeant = (element: Open, steps: Steps): boolean => {
  let from = steps.length - 1;
  if (!fits(element, steps[from]!)) return false;
  let at: Open | undefined = element;
  while (from > 0) {
    const {combinator} = steps[from]!;
    const wanted: Step = steps[--from]!;
    at = at.parent;
    if (combinator === ' ') while (at && !fits(at, wanted)) at = at.parent;
    if (!at || !fits(at, wanted)) return false;
  }
  return true;
};

const fits = (tag: Tag, {tests}: Step): boolean =>
  tests.every((test) => test(tag));

class Parser {
  #at = 0;
  #isNegated = false;

  constructor(readonly text: string) {}

  list(end: ')' | ''): readonly Steps[] {
    const all: Steps[] = [];
    for (;;) {
      const [steps, next] = this.#complex();
      all.push(steps);
      if (next === end) return all;
      if (next !== ',') throw this.#fault();
    }
  }

  /** A selector, and what stands behind it: a comma, a bracket or nothing. */
  #complex(): readonly [Steps, string] {
    const steps: Step[] = [];
    let combinator: Step['combinator'] = '';
    for (;;) {
      steps.push({tests: this.#compound(), combinator});
      const before = this.#at;
      const mark = this.#read(COMBINATOR)![1]!;
      if (mark === ',' || mark === ')') return [steps, mark];
      if (this.#at >= this.text.length && mark === '') return [steps, ''];
      if (mark === '' && before === this.#at) throw this.#fault();
      combinator = mark === '>' ? '>' : ' ';
    }
  }

  #compound(): readonly Test[] {
    const tests: Test[] = [];
    for (let test = this.#simple(); test; test = this.#simple())
      tests.push(test);
    if (!tests.length) throw this.#fault();
    return tests;
  }

  #simple(): Test | undefined {
    switch (this.text[this.#at]) {
      case '*':
        this.#at++;
        return () => true;
      case '#': {
        const id = this.#nameAfter(1);
        return (tag) => tag.attribute('id') === id;
      }
      case '.': {
        const own = this.#nameAfter(1);
        return (tag) => classesOf(tag).includes(own);
      }
      case '[':
        return this.#attribute();
      case ':': {
        const isNot = /^:not\(/i.test(this.text.slice(this.#at, this.#at + 5));
        if (!isNot || this.#isNegated) throw this.#fault();
        this.#at += 5;
        this.#isNegated = true;
        const list = this.list(')');
        this.#isNegated = false;
        // Of what is around the element nothing is asked here.
        if (list.some((steps) => steps.length > 1)) throw this.#fault();
        return (tag) => !list.some(([step]) => fits(tag, step!));
      }
      default: {
        const name = this.#read(NAME)?.[0].toLowerCase();
        return name === undefined ? undefined : (tag) => tag.name === name;
      }
    }
  }

  #attribute(): Test {
    const match = this.#read(ATTRIBUTE);
    if (!match) throw this.#fault();
    const [, name, operator, double, single, bare, flag] = match;
    const fold = (value: string) =>
      flag?.toLowerCase() === 'i' ? value.toLowerCase() : value;
    const wanted = fold(double ?? single ?? bare ?? '');
    return (tag) => {
      const value = tag.attribute(name!.toLowerCase());
      if (value === undefined) return false;
      return operator === undefined || compare(operator, fold(value), wanted);
    };
  }

  #nameAfter(length: number): string {
    this.#at += length;
    const name = this.#read(NAME)?.[0];
    if (name === undefined) throw this.#fault();
    return name.replace(/\\(.)/g, '$1');
  }

  #read(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  #fault(): SelectorError {
    return new SelectorError(this.text, this.#at);
  }
}

const compare = (operator: string, value: string, wanted: string): boolean => {
  switch (operator) {
    case '=':
      return value === wanted;
    case '~=':
      return value.split(/\s/).includes(wanted);
    case '|=':
      return value === wanted || value.startsWith(`${wanted}-`);
    case '^=':
      return wanted !== '' && value.startsWith(wanted);
    case '$=':
      return wanted !== '' && value.endsWith(wanted);
    default:
      return wanted !== '' && value.includes(wanted);
  }
};
