import type {LintDocument} from '../../documents/document.js';
import type {Run} from '../../documents/run.js';
import type {LintGlossary} from '../glossary.js';
import type {Mention} from 'term-elements/matching';
import {rule} from '../rule.js';

/**
 * A document explains a term with a card (`<term-card>`), a heading that is
 * its name, a `<dfn>`, or a sentence that begins with it: "Open interest is …",
 * "**Open interest**: …". A document that never does is not judged: its
 * readers have the tips.
 */
export const termBeforeExplained = rule({
  name: 'term-before-explained',
  title: 'A term that is used before the document explains it',
  why: 'A document that takes the trouble to explain a term should do so where readers meet it.',
  fix: 'Move the explanation up, link the first use to it, or say it in other words.',
  severity: 'warning',
  options: {
    lead: {
      type: 'number',
      default: 1,
      about:
        'Paragraphs at the start that may name terms freely, as introductions do.',
    },
  },
  start: ({glossary, options: {lead}}) => ({
    *document(document) {
      const explained = explanationsIn(document, glossary);
      if (!explained.size) return;
      const reported = new Set<string>();
      let paragraphs = 0;
      for (const run of document.runs) {
        if (run.kind !== 'text' || paragraphs++ < lead) continue;
        for (const mention of glossary.mentions(run)) {
          const [term, another] = mention.terms;
          if (!term || another || mention.isAmbiguous) continue;
          if (term.autoLink === false) continue;
          const place = explained.get(term.id);
          const span = run.source(mention);
          if (place === undefined || span.start >= place) continue;
          if (reported.has(term.id) || run.isIn('link', mention)) continue;
          reported.add(term.id);
          const {line} = document.lines.position(place);
          yield {
            at: {document, ...span},
            message: `"${term.name}" is used before it is explained on line ${line}`,
          };
        }
      }
    },
  }),
});

/** Offset of the first explanation in the source, by the id of the term. */
const explanationsIn = (
  document: LintDocument,
  glossary: LintGlossary,
): ReadonlyMap<string, number> => {
  const explained = new Map<string, number>();
  const add = (id: string, place: number) =>
    explained.set(id, Math.min(place, explained.get(id) ?? Infinity));
  for (const {kind, id, start} of document.references) {
    const term = kind === 'card' ? glossary.term(id) : undefined;
    if (term) add(term.id, start);
  }
  for (const run of document.runs) {
    for (const mention of glossary.mentions(run)) {
      const [term, another] = mention.terms;
      if (!term || another || !isExplained(run, mention)) continue;
      add(term.id, run.source(mention).start);
    }
  }
  return explained;
};

const LEAD = /^\s*(?:(?:an?|the)\s+)?["“'‘]?$/i;
/** "Is 3 %", "is high" and "are paid" say something of it, not what it is. */
const SAYS =
  /^["”'’]?(?:\s*\([^()]{1,60}\))?(?:\s+(?:(?:is|are)\s+(?:an?|the|any|each|every|one|what|how|when|where|who|that)|means|denotes|describes|refers to)\s|\s*[:–—]\s|\s+-\s)/;

const isExplained = (run: Run, {start, end}: Mention): boolean => {
  const {text, kind, marks} = run;
  const before = text.slice(0, start);
  if (kind === 'heading') return !before.trim() && !text.slice(end).trim();
  if (run.isIn('definition', {start, end})) return true;
  if (run.isIn('link', {start, end})) return false;
  // What ends a bold name may belong to it: "**Basis:** the difference …".
  const isBold = marks.some(
    (mark) => mark.kind === 'strong' && mark.start === start && mark.end >= end,
  );
  return (
    kind === 'text' &&
    LEAD.test(before.slice(-20)) &&
    before.length <= 20 &&
    (SAYS.test(text.slice(end, end + 80)) ||
      (isBold && /^[.:]/.test(text.slice(end))))
  );
};
