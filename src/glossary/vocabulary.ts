/**
 * The names of terms. Only linkers need them, so this is loaded on first use.
 */
import {listOf} from './json-shapes.js';
import type {
  Entry,
  GlossarySource,
  TermNames,
  TextRuns,
  Vocabulary,
} from './source.js';
import type {Glossary, Term} from './types.js';

/** The names of the term in another language; settings of linking stay. */
const translated = (
  {id, caseSensitive, autoLink, ambiguous, difficulty}: Term,
  {name = '', aliases, abbreviation}: Partial<TermNames>,
): TermNames => ({
  id,
  name,
  aliases,
  abbreviation,
  caseSensitive,
  autoLink,
  ambiguous,
  difficulty,
});

const read = ({terms, language}: Glossary): readonly Vocabulary[] => {
  const present: Term[] = [];
  const otherIds: string[] = [];
  const languages = new Map<string, TermNames[]>();
  for (const term of terms) {
    if (term.name === null) {
      otherIds.push(term.id);
      continue;
    }
    present.push(term);
    otherIds.push(...listOf(term.formerIds));
    for (const [tag, words] of Object.entries(term.translations ?? {})) {
      const names = languages.get(tag);
      if (names) names.push(translated(term, words));
      else languages.set(tag, [translated(term, words)]);
    }
  }
  return [
    {language, terms: present, otherIds},
    ...[...languages].map(([tag, names]) => ({language: tag, terms: names})),
  ];
};

const known = new WeakMap<Glossary, readonly Vocabulary[]>();

/**
 * The words of one document: those of its own language, then one vocabulary for
 * each language that it is translated into. The same object for the same
 * document, so that whoever builds on it can keep what was built.
 */
export const glossaryVocabulary = (
  glossary: Glossary,
): readonly Vocabulary[] => {
  let vocabulary = known.get(glossary);
  if (!vocabulary) known.set(glossary, (vocabulary = read(glossary)));
  return vocabulary;
};

/**
 * The words of several sources, an upper one over a lower one term by term:
 * what an upper one has, once had under this id, or takes away, is left out
 * below. A layer that fails is passed over as long as another one answers.
 *
 * @param layers Uppermost first.
 * @param changed Terms that are made of several layers, as they are known now.
 */
export const layeredVocabulary = async (
  layers: readonly GlossarySource[],
  signal?: AbortSignal,
  runs?: TextRuns,
  changed: readonly Entry[] = [],
): Promise<readonly Vocabulary[]> => {
  const answers = await Promise.allSettled(
    // An async function, so that an error becomes a rejection.
    layers.map(async (layer) => layer.vocabulary(signal, runs)),
  );
  signal?.throwIfAborted();
  const [first] = answers;
  if (first && answers.every(({status}) => status === 'rejected')) {
    throw (first as PromiseRejectedResult).reason;
  }
  const claimed = new Set(changed.map(({term}) => term.id));
  const result = changed.flatMap(({term, glossary, language}) =>
    read({
      ...glossary,
      language: language ?? glossary.language,
      terms: [term],
    }),
  );
  for (const answer of answers) {
    if (answer.status === 'rejected') continue;
    const own: string[] = [];
    for (const vocabulary of answer.value) {
      const {terms, otherIds = []} = vocabulary;
      const visible = terms.filter(({id}) => !claimed.has(id));
      result.push(
        visible.length === terms.length
          ? vocabulary
          : {...vocabulary, terms: visible},
      );
      for (const {id} of terms) own.push(id);
      for (const id of otherIds) own.push(id);
    }
    for (const id of own) claimed.add(id);
  }
  return result;
};
