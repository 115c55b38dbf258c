/**
 * The fields of a term that a format writes as one property and nothing else,
 * as the table of fields declares them.
 */
import * as v from 'valibot';
import {
  TERM_FIELDS,
  type TermField,
  type TermFieldName,
  TermSchema,
} from 'term-elements/glossary';
import {type Shape, TERM_SHAPES} from './shapes.js';

type Format = 'jsonLd' | 'skos';

/** A field, what its value is, and the property that a format has for it. */
export interface DirectField<F extends Format> {
  readonly name: TermFieldName;
  readonly shape: Shape;
  readonly property: NonNullable<TermField[F]>;
}

/** The fields that a format declares a property for: dates, and the others. */
export const directFields = <F extends Format>(
  format: F,
): {
  readonly dates: readonly DirectField<F>[];
  readonly others: readonly DirectField<F>[];
} => {
  const names = Object.keys(TERM_FIELDS) as readonly TermFieldName[];
  const fields = names.flatMap((name): readonly DirectField<F>[] => {
    const property = TERM_FIELDS[name][format];
    return property === undefined
      ? []
      : [{name, shape: TERM_SHAPES[name]!, property}];
  });
  return {
    dates: fields.filter(({shape}) => shape === 'date'),
    others: fields.filter(({shape}) => shape !== 'date'),
  };
};

/** The number or flag that a text stands for, or what was expected of it. */
export const valueOf = (
  {name, shape}: DirectField<Format>,
  text: string,
): {readonly value: unknown} | {readonly expected: string} => {
  const field: v.GenericSchema = TermSchema.entries[name];
  const value = shape === 'flag' ? FLAGS.get(text) : numberOf(text);
  return value !== undefined && v.is(field, value)
    ? {value}
    : {expected: shape === 'flag' ? 'true or false' : rangeOf(field)};
};

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

const numberOf = (text: string): number | undefined =>
  /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/** What narrows a schema; a pipe may stand in another one. */
interface Check {
  readonly type: string;
  readonly requirement?: unknown;
  readonly wrapped?: Check;
  readonly pipe?: readonly Check[];
}

const checksOf = (schema: Check): readonly Check[] => {
  const {wrapped, pipe = []} = schema;
  if (wrapped) return checksOf(wrapped);
  return pipe.flatMap((check) => (check.pipe ? checksOf(check) : check));
};

/** `a number from 1 to 5` */
const rangeOf = (field: Check): string => {
  const checks = checksOf(field);
  const limit = (type: string, word: string) => {
    const check = checks.find((other) => other.type === type);
    return check ? ` ${word} ${String(check.requirement)}` : '';
  };
  return `a number${limit('min_value', 'from')}${limit('max_value', 'to')}`;
};
