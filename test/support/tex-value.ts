/**
 * The value of a formula as it stands in a text, so that a test checks what
 * readers see and not a copy of it.
 *
 * Knows the TeX that the glossary uses for numbers: fractions, roots, powers,
 * indices, products without a sign, `\max`, `\min`, `\ln`, `\text{…}` as a name,
 * functions and derivatives by name. Sums over an index are not read.
 */

interface TexScope {
  /** By their TeX without spaces: `S`, `d_1`, `\sigma`, `\text{impactbid}`. */
  readonly variables: Readonly<Record<string, number>>;
  /** By their TeX: `N`, `\text{clamp}`. */
  readonly functions?: Readonly<
    Record<string, (...values: readonly number[]) => number>
  >;
  /** The value of `\frac{\partial^2 V}{\partial S^2}`: `V`, by `['S', 'S']`. */
  readonly derivative?: (of: string, by: readonly string[]) => number;
}

/** A derivative as a formula writes it. */
interface TexDerivative {
  readonly of: string;
  readonly by: readonly string[];
}

const FUNCTIONS: TexScope['functions'] = {
  '\\max': Math.max,
  '\\min': Math.min,
  '\\ln': Math.log,
};

/** What stands on each side of the equals signs of a formula. */
export const texSides = (tex: string): readonly string[] => tex.split('=');

/** The derivative that a side of a formula consists of, if it does. */
export const texDerivative = (tex: string): TexDerivative | undefined => {
  const form =
    /^\s*\\frac\{\\partial(?:\^\d)?([^{}]*(?:\{[^{}]*\})?[^{}]*)\}\{((?:\\partial[^{}]*)+)\}\s*$/;
  const [, of, below] = form.exec(tex.replace(/\\[,;!]/g, ' ')) ?? [];
  if (of === undefined || below === undefined) return undefined;
  const by = below
    .split('\\partial')
    .slice(1)
    .flatMap((part) => {
      const [name = '', power = '1'] = part.trim().split('^');
      return Array.from<string>({length: Number(power)}).fill(name.trim());
    });
  return {of: of.trim(), by};
};

/**
 * The value of one side of a formula.
 *
 * @throws {Error} If it has a name that the scope lacks, or TeX that is not read.
 */
export const texValue = (tex: string, scope: TexScope): number => {
  const reader = new Reader(tokensOf(tex), scope, tex);
  const value = reader.sum();
  reader.end();
  return value;
};

/** Marks, without the spaces between them; `\text{…}` and `\left(` are one. */
const tokensOf = (tex: string): readonly string[] =>
  [
    ...tex
      .replace(/\\(?:[,;!\s]|(?:quad|qquad|left|right)(?![a-zA-Z]))/g, ' ')
      .matchAll(
        /\\(?:text|mathrm)\{[^{}]*\}|\\[a-zA-Z]+|\\%|\d[\d,]*(?:\.\d+)?|\S/g,
      ),
  ].map(([token]) => token.replaceAll(' ', ''));

class Reader {
  readonly #tokens: readonly string[];
  readonly #scope: TexScope;
  readonly #tex: string;
  #at = 0;

  constructor(tokens: readonly string[], scope: TexScope, tex: string) {
    this.#tokens = tokens;
    this.#scope = scope;
    this.#tex = tex;
  }

  end(): void {
    if (this.#at < this.#tokens.length) this.#fail();
  }

  sum(): number {
    let value = this.#signed();
    for (;;) {
      if (this.#takes('+')) value += this.#product();
      else if (this.#takes('-')) value -= this.#product();
      else return value;
    }
  }

  #signed(): number {
    if (this.#takes('-')) return -this.#product();
    this.#takes('+');
    return this.#product();
  }

  #product(): number {
    let value = this.#power();
    for (;;) {
      if (this.#takes('/')) value /= this.#power();
      else if (this.#takes('\\cdot') || this.#takes('\\times'))
        value *= this.#power();
      else if (this.#takes('\\%')) value /= 100;
      else if (this.#isFactor()) value *= this.#power();
      else return value;
    }
  }

  #power(): number {
    const value = this.#factor();
    return this.#takes('^') ? value ** this.#argument() : value;
  }

  #factor(): number {
    if (this.#takes('(')) return this.#until(')');
    if (this.#takes('\\frac')) return this.#fraction();
    if (this.#takes('\\sqrt')) return Math.sqrt(this.#argument());
    const name = this.#name();
    if (/^\d/.test(name)) return Number(name.replaceAll(',', ''));
    const call = {...FUNCTIONS, ...this.#scope.functions}[name];
    if (call && this.#takes('(')) {
      const values = [this.sum()];
      while (this.#takes(',')) values.push(this.sum());
      this.#expect(')');
      return call(...values);
    }
    const value = this.#scope.variables[name];
    if (value !== undefined) return value;
    if (name === 'e') return Math.E;
    return this.#fail(name);
  }

  /** A fraction, or a derivative. */
  #fraction(): number {
    if (this.#tokens[this.#at + 1] === '\\partial') {
      const above = this.#group();
      const below = this.#group();
      const found = texDerivative(`\\frac{${above}}{${below}}`);
      const {derivative} = this.#scope;
      return found && derivative
        ? derivative(found.of, found.by)
        : this.#fail('a derivative');
    }
    return this.#argument() / this.#argument();
  }

  /** A name with its index: `d_1`, `P_{\text{exit}}`. */
  #name(): string {
    const name = this.#next();
    if (!this.#takes('_')) return name;
    return `${name}_${this.#tokens[this.#at] === '{' ? `{${this.#group().replaceAll(' ', '')}}` : this.#next()}`;
  }

  /** What an operator takes: a group in braces, or one mark. */
  #argument(): number {
    return this.#takes('{') ? this.#until('}') : this.#factor();
  }

  #until(close: string): number {
    const value = this.sum();
    this.#expect(close);
    return value;
  }

  /** The text of a group in braces. */
  #group(): string {
    this.#expect('{');
    const start = this.#at;
    for (let depth = 1; depth > 0;) {
      const token = this.#next();
      if (token === '{') depth++;
      if (token === '}') depth--;
    }
    return this.#tokens.slice(start, this.#at - 1).join(' ');
  }

  #isFactor(): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && /^(?:\(|\\(?!%)|\w)/.test(token);
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#takes(token)) this.#fail(`no ${token}`);
  }

  #next(): string {
    return this.#tokens[this.#at++] ?? this.#fail('its end');
  }

  #fail(what = this.#tokens[this.#at] ?? 'its end'): never {
    throw new Error(`${this.#tex}: cannot read ${what}`);
  }
}
