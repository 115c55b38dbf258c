import type {Glossary} from 'term-elements/glossary';
import type {Finding} from '../lint/finding.js';

/** Names that are listed one by one; more are counted. */
const SHOWN = 5;

const termsOf = (glossary: Glossary | undefined): Map<string, string> =>
  new Map(glossary?.terms.map((term) => [term.id, JSON.stringify(term)]));

/** What a save did to the terms: `changed funding-rate; added basis`. */
export const termChanges = (
  before: Glossary | undefined,
  after: Glossary | undefined,
): string => {
  const [old, now] = [termsOf(before), termsOf(after)];
  const changed = [...now].filter(
    ([id, text]) => old.has(id) && old.get(id) !== text,
  );
  const parts = [
    ['changed', changed.map(([id]) => id)],
    ['added', [...now.keys()].filter((id) => !old.has(id))],
    ['removed', [...old.keys()].filter((id) => !now.has(id))],
  ] as const;
  return parts
    .filter(([, ids]) => ids.length)
    .map(([what, ids]) => `${what} ${listOf(ids)}`)
    .join('; ');
};

const listOf = (ids: readonly string[]): string =>
  ids.length > SHOWN
    ? `${ids.length.toLocaleString('en')} terms`
    : ids.join(', ');

/** Findings are the same wherever lines and entries have moved to. */
const keyOf = ({file, rule, message, path = ''}: Finding): string =>
  [
    file,
    rule,
    path.replace(/\[\d+\]/g, '[]'),
    message.replace(/\[\d+\]/g, '[]'),
  ].join('\n');

/** What is new, and how many of the old ones are gone. */
export const findingChanges = (
  before: readonly Finding[],
  after: readonly Finding[],
): {fresh: readonly Finding[]; fixed: number} => {
  const left = new Map<string, number>();
  for (const finding of before) {
    const key = keyOf(finding);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const fresh = after.filter((finding) => {
    const key = keyOf(finding);
    const known = left.get(key) ?? 0;
    left.set(key, Math.max(0, known - 1));
    return !known;
  });
  return {fresh, fixed: [...left.values()].reduce((sum, n) => sum + n, 0)};
};
