import type {Link, LintDocument, Span} from '../../documents/document.js';
import type {LintGlossary} from '../glossary.js';
import {rule} from '../rule.js';

interface TermLink extends Span {
  readonly id: string;
  readonly name: string;
  readonly section: number;
}

/**
 * Links to terms are `<term-tip>`s, `[[id]]`s and links whose address is that of
 * an entry, or ends in its id and has its name for words.
 */
export const overLinked = rule({
  name: 'over-linked',
  title:
    'A term that is linked again and again, or a page full of links to terms',
  why: 'Each link is a stop for the keyboard and a distraction for the eye; the second to the same entry helps nobody.',
  fix: 'Keep the first link in each section.',
  severity: 'warning',
  options: {
    perSection: {
      type: 'number',
      default: 1,
      about: 'Links to one term in a section, at most; 0 for any number.',
    },
    perHundredWords: {
      type: 'number',
      default: 10,
      about:
        'Links to terms for each 100 words of a document, at most; 0 for any number.',
    },
  },
  start: ({glossary, options: {perSection, perHundredWords}}) => ({
    *document(document) {
      const links = termLinksIn(document, glossary);
      if (!links.length) return;
      const seen = new Map<string, TermLink[]>();
      for (const link of links) {
        const key = `${link.section}\n${link.id}`;
        const earlier = seen.get(key) ?? [];
        seen.set(key, [...earlier.slice(0, perSection), link]);
        if (!perSection || earlier.length < perSection) continue;
        const {line} = document.lines.position(earlier[0]!.start);
        yield {
          at: {document, start: link.start, end: link.end},
          message: `"${link.name}" is linked again in this section; it is on line ${line} already`,
        };
      }
      const words = wordsOf(document);
      const most = (perHundredWords * Math.max(words, LEAST_WORDS)) / 100;
      if (perHundredWords && links.length > most) {
        const {start, end} = links[Math.floor(most)]!;
        yield {
          at: {document, start, end},
          message: `${links.length} links to terms in ${words} words are more than ${perHundredWords} for each hundred`,
          help: 'Link what readers of this page will not know, or leave it to a linker.',
        };
      }
    },
  }),
});

/** Short documents, such as lists of related entries, may be links mostly. */
const LEAST_WORDS = 100;

const termLinksIn = (
  document: LintDocument,
  glossary: LintGlossary,
): readonly TermLink[] => {
  const links: TermLink[] = [];
  for (const reference of document.references) {
    const term = reference.kind === 'tip' && glossary.term(reference.id);
    if (!term || reference.isForeign) continue;
    links.push({...reference, id: term.id, name: term.name});
  }
  const tips = new Set(links.map(({end}) => end));
  for (const link of document.links) {
    // The link inside a tip is the same link.
    if (link.isImage || tips.has(link.start)) continue;
    const term = linkedTerm(link, glossary);
    if (term) links.push({...link, ...term});
  }
  return links.sort((a, b) => a.start - b.start);
};

const linkedTerm = ({address, text}: Link, glossary: LintGlossary) => {
  const byAddress = glossary.term(address.split('#', 1)[0]!);
  if (byAddress?.url) return {id: byAddress.id, name: byAddress.name};
  const last = /[^/#?]+(?=\/?$)/.exec(address.slice(-300))?.[0];
  if (last === undefined) return undefined;
  const term = glossary.term(last.replace(/\.(?:html?|mdx?)$/, ''));
  const [mention] = term ? glossary.mentionsIn(text.trim()) : [];
  const isNamed =
    mention?.end === text.trim().length &&
    mention.start === 0 &&
    mention.terms.some(({id}) => id === term?.id);
  return term && isNamed ? {id: term.id, name: term.name} : undefined;
};

const wordsOf = ({runs}: LintDocument): number =>
  runs.reduce(
    (sum, {text}) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  );
