import {absoluteAddress, tagKey} from 'term-elements/glossary';
import type {ObjectReader} from '../writing/unwritten-properties.js';

/** What all nodes of one document are written with. */
export interface Writing {
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** Of the texts that carry no tag. */
  readonly language: string | undefined;
}

/** A text in another language, as JSON-LD has it. */
export interface TaggedText {
  readonly '@language': string;
  readonly '@value': string;
}

/** One value by itself, several as a list, none as nothing. */
export const one = <T>(values: readonly T[]): T | readonly T[] | undefined =>
  values.length > 1 ? values : values[0];

export const tagged = (language: string, value: string): TaggedText => ({
  '@language': language,
  '@value': value,
});

/** An address in the form that readers of a single file can use. */
export const addressIn = (
  reader: ObjectReader,
  key: string,
  {base}: Writing,
): string | undefined => {
  const url = reader.text(key);
  if (url === undefined) return undefined;
  const absolute = absoluteAddress(url, base);
  if (absolute === undefined) reader.drop(key, 'it is not an http(s) address');
  else if (absolute !== url) {
    reader.unwritten.warn(
      [...reader.keys, key],
      'a relative address is written as an absolute one',
    );
  }
  return absolute;
};

/** The translations of an object, by their languages. */
export const translationsOf = (
  reader: ObjectReader,
  {language}: Writing,
): readonly (readonly [language: string, texts: ObjectReader])[] => {
  const all = reader.inner('translations');
  if (!all) return [];
  return Object.keys(all.value).flatMap((tag) => {
    if (language !== undefined && tagKey(tag) === tagKey(language)) {
      all.drop(tag, 'it is in the language of the glossary itself');
      return [];
    }
    if (!tag) {
      all.drop(tag, 'there is no language');
      return [];
    }
    const texts = all.inner(tag);
    return texts ? [[tag, texts] as const] : [];
  });
};

/** A text in the language of the glossary, and in those of its translations. */
export const textsIn = (
  reader: ObjectReader | undefined,
  others: readonly (readonly [language: string, texts: ObjectReader])[],
  key: string,
): string | TaggedText | readonly (string | TaggedText)[] | undefined => {
  const own = reader?.text(key);
  return one([
    ...(own === undefined ? [] : [own]),
    ...others.flatMap(([language, texts]) => {
      const text = texts.text(key);
      return text === undefined ? [] : [tagged(language, text)];
    }),
  ]);
};
