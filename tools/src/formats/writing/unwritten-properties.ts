import {pathText} from 'term-elements/glossary';
import type {Report} from '../../terminal/report.js';

/**
 * Reports what a format cannot represent. Each property is reported once, with
 * the number of its occurrences: `terms.image.alt: …`.
 */
export class UnwrittenReport {
  constructor(
    readonly report: Report,
    readonly file: string,
    /** The format, for the message: "CSV". */
    readonly format: string,
  ) {}

  /** @param keys Path of the property, without the places in lists. */
  drop(keys: readonly string[], why = `${this.format} cannot represent it`) {
    this.report.dropped({file: this.file, line: 1}, `${nameOf(keys)}: ${why}`);
  }

  warn(keys: readonly string[], why: string) {
    this.report.warning({file: this.file, line: 1}, `${nameOf(keys)}: ${why}`);
  }

  /** @see {ObjectReader} */
  readerOf(value: object, keys: readonly string[]): ObjectReader {
    return new ObjectReader(
      value as Readonly<Record<string, unknown>>,
      keys,
      this,
    );
  }
}

const nameOf = (keys: readonly string[]) =>
  pathText(keys.map((key) => key.slice(0, 60)));

/**
 * An object whose properties a writer takes one by one. Those that were not
 * taken are reported, so that nothing is lost silently, not even unknown
 * properties and those of later versions of the format.
 */
export class ObjectReader {
  readonly #left: Set<string>;

  constructor(
    readonly value: Readonly<Record<string, unknown>>,
    readonly keys: readonly string[],
    readonly unwritten: UnwrittenReport,
  ) {
    this.#left = new Set(
      Object.keys(value).filter((key) => value[key] !== undefined),
    );
  }

  /** The value of a property, which the writer can hold. */
  take(key: string): unknown {
    if (!this.#left.delete(key)) return undefined;
    return this.value[key];
  }

  /** A text that says something, or nothing. */
  text(key: string): string | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value) return value;
    this.drop(key, value === '' ? 'the text is empty' : undefined);
    return undefined;
  }

  /** A list of texts, without those that are empty. */
  texts(key: string): readonly string[] {
    const value = this.take(key);
    if (value === undefined) return [];
    const items = Array.isArray(value) ? (value as readonly unknown[]) : [];
    const texts = items.filter(
      (item): item is string => typeof item === 'string' && item !== '',
    );
    if (!items.length) this.drop(key, 'the list is empty');
    else if (texts.length < items.length) this.drop(key, 'an item is empty');
    return texts;
  }

  /** An object inside of this one. */
  inner(key: string): ObjectReader | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    if (typeof value === 'object' && value && Object.keys(value).length) {
      return this.unwritten.readerOf(value, [...this.keys, key]);
    }
    this.drop(key, 'there is nothing in it');
    return undefined;
  }

  /** The objects of a list. */
  items(key: string): readonly ObjectReader[] {
    const value = this.take(key);
    if (value === undefined) return [];
    const items = Array.isArray(value) ? (value as readonly object[]) : [];
    if (!items.length) this.drop(key, 'the list is empty');
    return items.map((item) =>
      this.unwritten.readerOf(item, [...this.keys, key]),
    );
  }

  /** A property that this format cannot hold. */
  drop(key: string, why?: string): void {
    this.#left.delete(key);
    this.unwritten.drop([...this.keys, key], why);
  }

  /** Reports every property that was not taken. */
  end(): void {
    for (const key of this.#left) this.drop(key);
  }
}

/** Whether a text has a lone surrogate, which UTF-8 cannot encode. */
export const hasHalf = (text: string): boolean => /\p{Surrogate}/u.test(text);

export const HALF_CHARACTER =
  'a lone surrogate cannot be encoded and becomes U+FFFD';
