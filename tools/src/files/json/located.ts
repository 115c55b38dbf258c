/** JSON with the places of its values, for messages with line and column. */
import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

/** A place in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface SyntaxFault extends Place {
  readonly message: string;
}

const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: 'expected a value in quotes, a number, true, false or null',
  InvalidNumberFormat: 'expected a JSON number',
  PropertyNameExpected: 'expected a property name in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected ":"',
  CommaExpected: 'expected ","',
  CloseBraceExpected: 'expected "}"',
  CloseBracketExpected: 'expected "]"',
  EndOfFileExpected: 'expected the end of the file',
  InvalidCommentToken: 'expected JSON, received a comment',
  UnexpectedEndOfComment:
    'expected JSON, received a comment that is not closed',
  UnexpectedEndOfString: 'expected a closing quote',
  UnexpectedEndOfNumber: 'expected more digits',
  InvalidUnicode: 'expected four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'expected a valid escape sequence',
  InvalidCharacter: 'expected no control characters in a text',
};

export class LocatedJson {
  readonly root: Node | undefined;
  readonly #errors: ParseError[] = [];
  #starts: number[] | undefined;

  constructor(readonly text: string) {
    try {
      this.root = parseTree(text, this.#errors, {
        disallowComments: true,
        allowTrailingComma: false,
      });
    } catch (error) {
      // The parser calls itself; what is nested too deeply for it has no places.
      if (!(error instanceof RangeError)) throw error;
      this.root = undefined;
    }
  }

  /** What keeps the text from being JSON, first one first. */
  get faults(): readonly SyntaxFault[] {
    return this.#errors.map(({error, offset}) => {
      const code = printParseErrorCode(error);
      return {...this.placeOf(offset), message: EXPECTED[code] ?? code};
    });
  }

  /**
   * The place of a value. One that is not there has the place of what should
   * hold it; `key: true` gives the place of the property's name.
   */
  place(
    keys: readonly (string | number)[],
    {key = false}: {readonly key?: boolean} = {},
  ): Place {
    return this.range(keys, {key}).start;
  }

  /** As `place`, with where it ends. */
  range(
    keys: readonly (string | number)[],
    {key = false}: {readonly key?: boolean} = {},
  ): {readonly start: Place; readonly end: Place} {
    for (let depth = keys.length; depth >= 0 && this.root; depth--) {
      const node = findNodeAtLocation(this.root, keys.slice(0, depth));
      if (!node) continue;
      const name =
        key && depth === keys.length ? node.parent?.children?.[0] : undefined;
      const {offset, length} = name ?? node;
      const start = this.placeOf(offset);
      // What is meant by a value that is not there begins where its holder does.
      const isWhole = depth === keys.length;
      return {start, end: isWhole ? this.placeOf(offset + length) : start};
    }
    return {start: {line: 1, column: 1}, end: {line: 1, column: 1}};
  }

  placeOf(offset: number): Place {
    this.#starts ??= [...this.text.matchAll(/\n/g)].map(({index}) => index + 1);
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    const start = low ? this.#starts[low - 1]! : 0;
    return {line: low + 1, column: offset - start + 1};
  }
}
