import {
  type Abbreviation,
  abbreviationsIn,
  spelledOut,
} from '../abbreviations.js';
import {isCommon} from '../common-abbreviations.js';
import type {LintDocument} from '../../documents/document.js';
import type {Run} from '../../documents/run.js';
import type {Problem} from '../finding.js';
import type {LintGlossary} from '../glossary.js';
import {rule} from '../rule.js';

interface Use extends Abbreviation {
  readonly run: Run;
  readonly index: number;
}

/** Each abbreviation is reported once in a document: where it comes first. */
export const unknownAbbreviation = rule({
  name: 'unknown-abbreviation',
  title: 'An abbreviation that is neither in the glossary nor spelled out',
  why: 'Readers who do not know it cannot look it up, and a linker cannot help them.',
  fix: 'Spell it out at its first use, as in "total value locked (TVL)", add an entry to the glossary, or allow it.',
  severity: 'warning',
  options: {
    allow: {
      type: 'texts',
      default: [],
      about: 'Abbreviations that everybody who reads these documents knows.',
    },
    common: {
      type: 'boolean',
      default: true,
      about:
        'Whether words such as HTML, USD, FAQ, GHZ and MUST are known to everybody.',
    },
  },
  start: ({glossary, options: {allow, common}}) => {
    const allowed = new Set(allow);
    const isKnown = (letters: string) =>
      allowed.has(letters) ||
      (common && isCommon(letters)) ||
      glossary.isNamed(letters);
    return {
      *document(document) {
        const uses = usesIn(document, glossary, isKnown);
        if (!uses.size) return;
        const explained = explanationsIn(document);
        for (const [letters, places] of uses) {
          const place = explained.get(letters);
          yield* place
            ? usedBefore(document, letters, places, place)
            : neverExplained(document, letters, places);
        }
      },
    };
  },
});

const usesIn = (
  document: LintDocument,
  glossary: LintGlossary,
  isKnown: (letters: string) => boolean,
): ReadonlyMap<string, readonly Use[]> => {
  const uses = new Map<string, Use[]>();
  for (const [index, run] of document.runs.entries()) {
    for (const found of abbreviationsIn(run.text)) {
      if (isKnown(found.letters)) continue;
      const isInName = glossary
        .mentions(run)
        .some(({start, end}) => start <= found.start && end >= found.end);
      if (isInName) continue;
      const use = {...found, run, index};
      const known = uses.get(found.letters);
      if (known) known.push(use);
      else uses.set(found.letters, [use]);
    }
  }
  return uses;
};

interface Explanation {
  readonly run: Run;
  readonly index: number;
  readonly at: number;
}

const explanationsIn = (
  document: LintDocument,
): ReadonlyMap<string, Explanation> => {
  const explained = new Map<string, Explanation>();
  const add = (letters: string, place: Explanation) => {
    if (!explained.has(letters)) explained.set(letters, place);
  };
  for (const [index, run] of document.runs.entries()) {
    for (const [letters, at] of spelledOut(run.text)) {
      add(letters, {run, index, at});
    }
    for (const {kind, title, start, end} of run.marks) {
      if (kind !== 'abbreviation' || !title) continue;
      add(run.text.slice(start, end).trim(), {run, index, at: start});
    }
  }
  return explained;
};

function* usedBefore(
  document: LintDocument,
  letters: string,
  uses: readonly Use[],
  place: Explanation,
): Generator<Problem> {
  // A heading comes before the text that explains what it is about.
  const early = uses.find(
    ({run, index, start}) =>
      run.kind === 'text' &&
      (index < place.index || (index === place.index && start < place.at)),
  );
  if (!early) return;
  const {start} = place.run.source({start: place.at, end: place.at + 1});
  const {line} = document.lines.position(start);
  yield {
    at: {document, ...early.run.source(early)},
    message: `"${letters}" is used before it is spelled out on line ${line}`,
    help: 'Spell it out here, at its first use.',
  };
}

function* neverExplained(
  document: LintDocument,
  letters: string,
  uses: readonly Use[],
): Generator<Problem> {
  const first = uses[0]!;
  const times = uses.length > 1 ? ` (${uses.length} times here)` : '';
  yield {
    at: {document, ...first.run.source(first)},
    message: `"${letters}" is neither in the glossary nor spelled out${times}`,
  };
}
