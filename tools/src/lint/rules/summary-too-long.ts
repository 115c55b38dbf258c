import {isLanguageTag} from '../../fields/language-tag.js';
import type {Problem} from '../finding.js';
import {rule} from '../rule.js';

export const summaryTooLong = rule({
  name: 'summary-too-long',
  title: 'A summary that is too long for a card',
  why: 'A card is read at a glance, over the text that the reader is in; what is longer is not read.',
  fix: 'Say what it is in one or two sentences, and move the rest to the definition.',
  severity: 'warning',
  options: {
    characters: {
      type: 'number',
      default: 280,
      about: 'Characters of a summary, at most; 0 for any number.',
    },
    sentences: {
      type: 'number',
      default: 2,
      about: 'Sentences of a summary, at most; 0 for any number.',
    },
  },
  start: ({glossary, options: {characters, sentences}}) => {
    function* judge(
      text: string,
      keys: readonly (string | number)[],
      language: string | undefined,
    ): Generator<Problem> {
      const length = [...text.trim()].length;
      if (characters && length > characters) {
        yield {
          at: {keys},
          message: `the summary has ${length} characters, expected at most ${characters}`,
        };
        return;
      }
      const count = sentences ? sentencesOf(text, language) : 0;
      if (count > sentences) {
        yield {
          at: {keys},
          message: `the summary has ${count} sentences, expected at most ${sentences}`,
        };
      }
    }
    return {
      *glossary() {
        const {language} = glossary.document;
        for (const term of glossary.terms) {
          const keys = glossary.keysOf(term);
          yield* judge(term.summary, [...keys, 'summary'], language);
          for (const [tag, {summary}] of Object.entries(
            term.translations ?? {},
          )) {
            if (summary === undefined) continue;
            yield* judge(
              summary,
              [...keys, 'translations', tag, 'summary'],
              tag,
            );
          }
        }
      },
    };
  },
});

/** Longest text that is cut into sentences: the segmenter is slow on long ones. */
const LONGEST = 5000;

const segmenters = new Map<string | undefined, Intl.Segmenter>();

const sentencesOf = (text: string, language: string | undefined): number => {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(isLanguageTag(language) ? language : 'en', {
      granularity: 'sentence',
    });
    segmenters.set(language, segmenter);
  }
  const parts = [...segmenter.segment(text.slice(0, LONGEST))].filter(
    ({segment}) => /\p{L}/u.test(segment),
  );
  return parts.filter(
    ({segment}, at) => at === parts.length - 1 || !SHORTENED.test(segment),
  ).length;
};

/** What ends in a dot and yet ends no sentence: "e.g. Bitcoin", "U.S. Treasury". */
const SHORTENED =
  /(?<![\p{L}\p{N}])(?:\p{L}|(?:\p{L}\.\s?){1,3}\p{L}|al|approx|bzw|ca|cf|co|corp|dr|ed|eq|etc|evtl|fig|ggf|gr|inc|jr|ltd|mr|mrs|ms|nr|pp|prof|resp|sec|sr|sra|st|usw|vgl|vol|vs)\.\s*$/iu;
