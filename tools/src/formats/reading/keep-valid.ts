import * as v from 'valibot';
import {describe, TermSchema} from 'term-elements/glossary';
import type {Place, Report} from '../../terminal/report.js';
import type {Imported} from './importer.js';

export type ImportedTerm = Extract<Imported, {type: 'term'}>['value'];

/**
 * Makes a valid entry of what an input has. An invalid property is reported and
 * left out, and so is an entry without a name; an entry without a summary gets
 * an empty one, which is reported too.
 */
export const keepValid = (
  found: Readonly<Record<string, unknown>>,
  place: Place,
  report: Report,
): ImportedTerm | undefined => {
  const kept: [string, unknown][] = [];
  for (const [key, value] of Object.entries(found)) {
    if (value === undefined) continue;
    const field = Object.hasOwn(TermSchema.entries, key)
      ? TermSchema.entries[key as keyof typeof TermSchema.entries]
      : undefined;
    const fault = field && faultOf(field, value);
    if (fault) report.dropped(place, `${key}: ${fault}`);
    else kept.push([key, value]);
  }
  // Not by assignment, which takes __proto__ for something else.
  const term: Record<string, unknown> = Object.fromEntries(kept);
  if (!hasText(term, 'name')) {
    report.dropped(
      place,
      `an entry without a name${hasText(term, 'id') ? ` (id ${describe(term.id)})` : ''}`,
    );
    return undefined;
  }
  if (!Object.hasOwn(term, 'summary')) {
    report.guessed(place, 'summary: it has none, so it is empty');
    term.summary = '';
  }
  return term as unknown as ImportedTerm;
};

const hasText = (term: Readonly<Record<string, unknown>>, key: string) =>
  Object.hasOwn(term, key) && term[key] !== '';

/** What is wrong with a value, in words. */
const faultOf = (
  schema: v.GenericSchema,
  value: unknown,
): string | undefined => {
  const {issues} = v.safeParse(schema, value);
  const [issue] = issues ?? [];
  if (!issue) return undefined;
  const path = v.getDotPath(issue);
  const expected =
    /^Expected (.+)$/.exec(issue.message)?.[1] ??
    issue.expected ??
    'another value';
  return `${path === null ? '' : `${path}: `}expected ${expected.slice(0, 200)}, received ${describe(issue.input)}`;
};
