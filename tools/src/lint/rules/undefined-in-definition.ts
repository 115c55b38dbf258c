import {richTextsOf} from '../../checks/texts.js';
import {toText} from 'term-elements/rich-text';
import type {RichText} from 'term-elements/glossary';
import {abbreviationsIn, spelledOut} from '../abbreviations.js';
import {isCommon} from '../common-abbreviations.js';
import type {Problem} from '../finding.js';
import type {LintGlossary} from '../glossary.js';
import {rule} from '../rule.js';

/** The same word is reported once for the whole glossary, where it comes first. */
export const undefinedInDefinition = rule({
  name: 'undefined-in-definition',
  title:
    'A summary, definition or answer with a term that is not in the glossary',
  why: 'Who looks up a word should not meet another one that cannot be looked up.',
  fix: 'Add the entry, spell the word out, or allow it.',
  severity: 'warning',
  options: {
    allow: {
      type: 'texts',
      default: [],
      about: 'Words that everybody who reads the glossary knows.',
    },
    common: {
      type: 'boolean',
      default: true,
      about:
        'Whether words such as HTML, USD, FAQ, GHZ and MUST are known to everybody.',
    },
    capitalised: {
      type: 'boolean',
      default: false,
      about:
        'Whether words in capitals inside a sentence ("Liquidity Engine") are terms; names of people and products are reported too then.',
    },
  },
  start: ({glossary, options: {allow, common, capitalised}}) => {
    const allowed = new Set(allow);
    const isKnown = (word: string) =>
      allowed.has(word) || glossary.isNamed(word);
    return {
      *glossary() {
        const reported = new Set<string>();
        for (const {text, keys} of textsOf(glossary)) {
          const explained = spelledOut(text);
          const words = abbreviationsIn(text)
            .filter(({letters}) => !explained.has(letters))
            .filter(({letters}) => !common || !isCommon(letters))
            .map(({letters, ...span}) => ({word: letters, ...span}));
          if (capitalised) words.push(...capitalsIn(text));
          const mentions = words.length ? glossary.mentionsIn(text) : [];
          for (const {word, start, end} of words) {
            if (reported.has(word) || isKnown(word)) continue;
            if (mentions.some((m) => m.start <= start && m.end >= end))
              continue;
            reported.add(word);
            yield {at: {keys}, message: `"${word}" is not in the glossary`};
          }
        }
      },
    };
  },
});

function* textsOf(glossary: LintGlossary): Generator<{
  text: string;
  keys: Extract<Problem['at'], {keys: unknown}>['keys'];
}> {
  for (const term of glossary.terms) {
    yield {text: term.summary, keys: [...glossary.keysOf(term), 'summary']};
  }
  for (const {value, keys} of richTextsOf(glossary.document)) {
    if (value === undefined || keys.includes('translations')) continue;
    yield {text: toText(value as RichText), keys};
  }
}

const CAPITALS =
  /(?<=[\p{Ll}\p{N},;] )\p{Lu}\p{Ll}{1,30}(?: \p{Lu}\p{Ll}{1,30}){1,4}(?!\p{L})/gu;

const capitalsIn = (text: string) =>
  [...text.matchAll(CAPITALS)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
