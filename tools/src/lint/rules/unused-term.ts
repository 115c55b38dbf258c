import {rule} from '../rule.js';

/**
 * A term counts as used where a document names it, in running text, a heading
 * or a link, shows its card or tip, or shows an area that has it.
 */
export const unusedTerm = rule({
  name: 'unused-term',
  title: 'A term that no document names',
  why: 'It has to be kept up to date and translated, and nobody reads it.',
  fix: 'Use it, add the word that the documents use as an alias, or take it out.',
  severity: 'warning',
  options: {
    ignore: {
      type: 'texts',
      default: [],
      about: 'Ids of terms that need not be used.',
    },
    leastDocuments: {
      type: 'number',
      default: 2,
      least: 1,
      about:
        'Reports nothing if fewer documents are read: one alone does not use all terms.',
    },
  },
  start: ({glossary, options: {ignore, leastDocuments}}) => {
    const used = new Set(ignore);
    let documents = 0;
    return {
      document(document) {
        documents++;
        for (const run of document.runs) {
          for (const {terms} of glossary.mentions(run)) {
            for (const {id} of terms) used.add(id);
          }
        }
        for (const {kind, id} of document.references) {
          const terms =
            kind === 'area' ? glossary.termsOfArea(id) : [glossary.term(id)];
          for (const term of terms) if (term) used.add(term.id);
        }
        for (const {address} of document.links) {
          const term = glossary.term(address.split('#', 1)[0]!);
          if (term) used.add(term.id);
        }
        return [];
      },
      *end() {
        if (documents < leastDocuments) return;
        for (const term of glossary.terms) {
          // Nobody should use what is deprecated.
          if (used.has(term.id) || term.deprecated) continue;
          yield {
            at: {keys: [...glossary.keysOf(term), 'name']},
            message: `no document names "${term.name}"`,
          };
        }
      },
    };
  },
});
