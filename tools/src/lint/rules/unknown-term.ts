import {nearest} from '../../checks/nearest.js';
import {rule} from '../rule.js';

export const unknownTerm = rule({
  name: 'unknown-term',
  title:
    'An element, `[[id]]` or a link to `glossary:id` in a document that names no entry',
  why: 'Readers see the fallback instead of the card, and nobody notices.',
  fix: 'Correct the id, or add the entry.',
  severity: 'error',
  options: {},
  start: ({glossary}) => ({
    *document(document) {
      for (const {
        id: named,
        kind,
        isForeign,
        start,
        end,
      } of document.references) {
        // What has a glossary of its own is looked up there.
        if (isForeign) continue;
        if (kind === 'area') {
          if (glossary.hasArea(named)) continue;
          yield {
            at: {document, start, end},
            message: `there is no area "${named}"`,
          };
          continue;
        }
        if (kind === 'name') {
          if (glossary.isNamed(named)) continue;
          const [mention] = glossary.mentionsIn(named);
          if (mention?.start === 0 && mention.end === named.length) continue;
          const meant = nearest(named, glossary.names);
          yield {
            at: {document, start, end},
            message: `no term is called "${named}"`,
            help: meant
              ? `Did you mean "${meant}"?`
              : 'Name the entry by its id: [words](glossary:id). A page of this name is ./glossary.',
          };
          continue;
        }
        // A tip may offer several terms.
        const ids = kind === 'tip' ? named.split(/\s+/) : [named];
        if (glossary.term(named)) continue;
        for (const id of ids.filter((id) => id && !glossary.term(id))) {
          const meant = nearest(
            id,
            glossary.terms.map((term) => term.id),
          );
          yield {
            at: {document, start, end},
            message: `there is no term "${id}"`,
            help: meant && `Did you mean "${meant}"?`,
          };
        }
      }
    },
  }),
});
