import {checkReferences} from '../../checks/references.js';
import {problemOf} from '../finding.js';
import {rule} from '../rule.js';

/** What `term-elements validate` says of references, under a name of its own. */
export const danglingRelated = rule({
  name: 'dangling-related',
  title: 'A related term, area, successor or `[[id]]` that is not there',
  why: 'Readers see a link that leads nowhere, or nothing where a link was meant.',
  fix: 'Correct the id, add the entry, or take the reference out.',
  severity: 'error',
  options: {},
  start: ({glossary}) => ({
    glossary: () => checkReferences(glossary.document).map(problemOf),
  }),
});
