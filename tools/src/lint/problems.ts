import type {Finding} from '../checks/finding.js';
import type {Problem} from './finding.js';

/** A finding of the checks of a glossary, as a rule reports it. */
export const problemOf = ({keys, name, message}: Finding): Problem => ({
  at: {keys, name},
  message,
});
