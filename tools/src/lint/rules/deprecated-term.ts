import {rule} from '../rule.js';

export const deprecatedTerm = rule({
  name: 'deprecated-term',
  title: 'A term that the glossary calls deprecated',
  why: 'The glossary names another term to use; documents should agree with it.',
  fix: 'Use the term that took its place.',
  severity: 'warning',
  options: {},
  start: ({glossary}) => ({
    *document(document) {
      const reported = new Set<string>();
      for (const run of document.runs) {
        for (const mention of glossary.mentions(run)) {
          const [first, another] = mention.terms;
          const term = first && !another ? glossary.term(first.id) : undefined;
          if (
            !term?.deprecated ||
            mention.isAmbiguous ||
            reported.has(term.id)
          ) {
            continue;
          }
          reported.add(term.id);
          const {use} = term.deprecated;
          const better = use === undefined ? undefined : glossary.term(use);
          yield {
            at: {document, ...run.source(mention)},
            message: `"${run.text.slice(mention.start, mention.end)}" is deprecated`,
            help: better && `Use "${better.name}".`,
          };
        }
      }
    },
  }),
});
