import type {Rule} from '../rule.js';
import {aliasClash} from './alias-clash.js';
import {danglingRelated} from './dangling-related.js';
import {deadInternalAddress} from './dead-internal-address.js';
import {deprecatedTerm} from './deprecated-term.js';
import {everydayName} from './everyday-name.js';
import {overLinked} from './over-linked.js';
import {summaryTooLong} from './summary-too-long.js';
import {termBeforeExplained} from './term-before-explained.js';
import {undefinedInDefinition} from './undefined-in-definition.js';
import {unknownAbbreviation} from './unknown-abbreviation.js';
import {unknownTerm} from './unknown-term.js';
import {unusedTerm} from './unused-term.js';

/** All rules: of documents first, then of the glossary. */
export const RULES: readonly Rule[] = [
  unknownAbbreviation,
  unknownTerm,
  termBeforeExplained,
  overLinked,
  deprecatedTerm,
  deadInternalAddress,
  aliasClash,
  danglingRelated,
  summaryTooLong,
  undefinedInDefinition,
  unusedTerm,
  everydayName,
];

/** What to do about a finding of a rule, in general. */
export const fixOf = (name: string): string | undefined =>
  RULES.find((rule) => rule.name === name)?.fix;
