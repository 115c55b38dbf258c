/** Other words for our properties, as glossaries in the wild have them. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  id: ['slug', 'key', 'identifier', 'termid', 'code', 'termcode'],
  name: [
    'term',
    'title',
    'word',
    'headword',
    'phrase',
    'label',
    'entry',
    'concept',
    'preflabel',
  ],
  summary: [
    'definition',
    'description',
    'meaning',
    'explanation',
    'text',
    'shortdescription',
    'shortdefinition',
    'gloss',
    'def',
    'desc',
  ],
  definition: [
    'longdefinition',
    'longdescription',
    'fulldefinition',
    'details',
    'body',
    'content',
  ],
  url: ['link', 'href', 'address', 'permalink', 'uri'],
  aliases: [
    'alias',
    'synonyms',
    'synonym',
    'alternatename',
    'alternatenames',
    'altlabel',
    'altlabels',
    'alternatives',
    'aka',
    'alsoknownas',
    'othernames',
  ],
  abbreviation: ['abbr', 'acronym', 'shortform', 'abbrev', 'abk'],
  related: ['seealso', 'relatedterms', 'see', 'crossreferences'],
  areas: ['area', 'topic', 'topics'],
  tags: ['tag', 'keywords', 'keyword', 'category', 'categories', 'labels'],
  kind: ['type', 'termtype'],
  formerIds: ['formerid', 'oldids', 'previousids'],
  published: ['datepublished', 'created', 'createdat', 'publishedat', 'date'],
  modified: ['datemodified', 'updated', 'updatedat', 'lastmodified'],
  reviewed: ['datereviewed', 'reviewedat', 'lastreviewed'],
  difficulty: ['level'],
  image: ['picture', 'photo'],
  author: ['by', 'writer'],
  sources: ['source', 'references', 'reference', 'citation'],
  translations: [],
};

const plain = (name: string) =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const BY_WORD = new Map<string, string>();
for (const [property, words] of Object.entries(WORDS)) {
  for (const word of [plain(property), ...words]) {
    if (!BY_WORD.has(word)) BY_WORD.set(word, property);
  }
}
// `definition` alone is the sentence that a card shows; beside a summary it is
// the long text.
BY_WORD.set('definition', 'summary');

/** The property that an input most likely means by a name of its own. */
export const propertyNamed = (name: string): string | undefined =>
  BY_WORD.get(plain(name));

/** An assignment of the names that an input has. */
export interface Guess {
  /** Property of the format. */
  readonly property: string;
  /** What the input calls it. */
  readonly name: string;
}

/**
 * Which names of an input stand for which properties, where nobody said so.
 * Each property is given once, to the first name that fits, exact ones first.
 *
 * @param names Of the input, in order.
 * @param taken Properties that are spoken for.
 */
export const guessProperties = (
  names: readonly string[],
  taken: ReadonlySet<string>,
): readonly Guess[] => {
  const given = new Set(taken);
  const guesses: Guess[] = [];
  const give = (property: string | undefined, name: string) => {
    if (property === undefined || given.has(property)) return;
    given.add(property);
    guesses.push({property, name});
  };
  const words = new Set(names.map(plain));
  const hasSummary = given.has('summary') || words.has('summary');
  for (const name of names) {
    const word = plain(name);
    if (word === 'definition' && hasSummary) give('definition', name);
    else if (Object.hasOwn(WORDS, word)) give(propertyNamed(name), name);
  }
  for (const name of names) {
    if (guesses.every((guess) => guess.name !== name)) {
      give(propertyNamed(name), name);
    }
  }
  const order = new Map(names.map((name, index) => [name, index]));
  return guesses.toSorted((a, b) => order.get(a.name)! - order.get(b.name)!);
};
