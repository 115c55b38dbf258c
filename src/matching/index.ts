export {Expansion} from './expansion.js';
export {mentionsWithin} from './in-line.js';
export {createMatcher, type Matcher} from './matcher.js';
export {remembering} from './memo.js';
export type {Mention} from './mention.js';
export {formsOf} from './name-forms.js';
export {type Pluralizer, pluralizer} from './plurals.js';
export {
  BLOCKS,
  BREAKS,
  hasLetters,
  HEADING,
  LEFT_OUT,
  LEFT_OUT_ROLES,
  OWN_BLOCKS,
  REACH,
  SECTIONS,
} from './rules.js';
export {LONGEST_WORD} from './scanner.js';
export {selectMentions} from './select.js';
export {isOpen, type Range, syntaxIn} from './syntax.js';
export {textRuns} from './text-runs.js';
export {isVerb} from './whole-words.js';
