import type {GlossarySource, TextRun} from 'term-elements/glossary';
import {linkAddress} from 'term-elements/linking';
import {
  createMatcher,
  type Matcher,
  type Mention,
  textRuns,
} from 'term-elements/matching';

/** What a linker knows of a source, which is asked for the rest. */
export interface SourceLexicon {
  readonly matcher: Matcher;
  /** Address of what a mention means; none where it may mean several terms. */
  addressOf(mention: Mention): Promise<string | undefined>;
}

/** Of sources that list all their words at once: they are the same for all pages. */
const known = new WeakMap<GlossarySource, Matcher>();

/**
 * Asks a source for the words by which its terms are known.
 *
 * @param texts The texts that are to be linked, for a source that is too large
 *     to list all its words.
 */
export const sourceLexicon = async (
  source: GlossarySource,
  texts: () => readonly string[],
): Promise<SourceLexicon> => {
  let matcher = known.get(source);
  if (!matcher) {
    let isPartial = false;
    const vocabularies = await source.vocabulary(undefined, function* () {
      isPartial = true;
      yield* runsOf(texts());
    });
    matcher = createMatcher(vocabularies);
    if (!isPartial) known.set(source, matcher);
  }
  const addresses = new Map<string, string | undefined>();
  return {
    matcher,
    async addressOf({terms: [term, ...others]}) {
      if (!term || others.length) return undefined;
      const {id} = term;
      if (!addresses.has(id)) {
        const entry = await source.entry(id);
        addresses.set(id, linkAddress(entry?.url));
      }
      return addresses.get(id);
    },
  };
};

function* runsOf(texts: readonly string[]): Generator<TextRun> {
  for (const text of texts) yield* textRuns(text);
}
