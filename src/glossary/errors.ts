/** One place in a document that does not follow the format. */
export interface Fault {
  /** Where: `terms[3].difficulty`. */
  readonly path: string;
  /** The same as keys and indexes, from which tools get the line. */
  readonly keys: readonly (string | number)[];
  /** What the format asks for. */
  readonly expected: string;
  /** The value that is there. */
  readonly received: string;
}

/** `terms[3].difficulty: expected a whole number, received "2"`. */
export const faultText = ({path, expected, received}: Fault): string =>
  `${path}: expected ${expected}, received ${received}`;

/** `["terms", 3, "x"]` as `terms[3].x`; the document itself as `(document)`. */
export const pathText = (keys: readonly (string | number)[]): string =>
  keys
    .map((key) =>
      typeof key === 'number'
        ? `[${key}]`
        : /^[\w$-]+$/.test(key)
          ? `.${key}`
          : `[${JSON.stringify(key)}]`,
    )
    .join('')
    .replace(/^\./, '') || '(document)';

/** A value in a few words, for messages. */
export const describe = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/** A glossary document does not follow the format. */
export class GlossaryFormatError extends Error {
  override readonly name = 'GlossaryFormatError';
  readonly code = 'format';

  constructor(
    /** Every fault that was found, in the order of the format. */
    readonly faults: readonly Fault[],
    /** The document: an address, a file, or what it is. */
    readonly source = 'glossary',
  ) {
    super(
      `${source} does not follow the glossary format:\n${faults
        .slice(0, 10)
        .map((fault) => `  ${faultText(fault)}`)
        .join(
          '\n',
        )}${faults.length > 10 ? `\n  and ${faults.length - 10} more` : ''}`,
    );
  }
}
