import {checkTermNames} from '../../checks/names.js';
import {problemOf} from '../finding.js';
import {rule} from '../rule.js';

/** What `term-elements validate` says of names, under a name of its own. */
export const aliasClash = rule({
  name: 'alias-clash',
  title: 'A name, alias or abbreviation that two entries share',
  why: 'A reader who meets the word gets a choice where one answer was meant.',
  fix: 'Give it to one of them, or set "ambiguous": true where both are meant.',
  severity: 'warning',
  options: {},
  start: ({glossary}) => ({
    glossary: () => checkTermNames(glossary.document).map(problemOf),
  }),
});
