/** The fields of an entry that are listed under its texts, as the table of fields says. Pure. */
import {
  type Entry,
  kindLabel,
  linkAddress,
  TERM_FIELDS,
  type TermFieldName,
} from 'term-elements/glossary';

/** One value of a field, with where it leads. */
export interface ListedValue {
  readonly text: string;
  readonly url?: string | undefined;
}

/** A field with its values. */
export interface ListedField {
  readonly name: TermFieldName;
  readonly label: string;
  readonly values: readonly ListedValue[];
}

/** The listed fields of an entry that have a value, in the order of the format. */
export const listedFields = (entry: Entry): readonly ListedField[] =>
  (Object.keys(TERM_FIELDS) as readonly TermFieldName[]).flatMap((name) => {
    const {label, isListed} = TERM_FIELDS[name];
    const values = isListed ? valuesOf(entry, name) : [];
    return values.length ? [{name, label, values}] : [];
  });

const valuesOf = (
  {term, glossary, related, origin}: Entry,
  name: TermFieldName,
): readonly ListedValue[] => {
  switch (name) {
    case 'kind':
      return texts(kindLabel(glossary, term));
    case 'aliases':
      return texts(term.abbreviation, ...(term.aliases ?? []));
    case 'related':
      return related.map(({name: text, url}) => ({text, url}));
    case 'author': {
      const {author} = term;
      return author
        ? [{text: author.name, url: linkAddress(author.url, origin)}]
        : [];
    }
    case 'sources':
      return (term.sources ?? []).map(({title, url}) => ({
        text: title,
        url: linkAddress(url, origin),
      }));
    default: {
      const value: unknown = term[name];
      return texts(...(Array.isArray(value) ? (value as unknown[]) : [value]));
    }
  }
};

const texts = (...values: readonly unknown[]): readonly ListedValue[] =>
  values.flatMap((value) => {
    if (typeof value === 'string') return value ? {text: value} : [];
    return typeof value === 'number' || typeof value === 'boolean'
      ? {text: String(value)}
      : [];
  });
