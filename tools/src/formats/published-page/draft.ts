/** A glossary while it is being made: the same data, open to change. */
import * as v from 'valibot';
import type {
  Area,
  Glossary,
  RemovedTerm,
  Resource,
  Term,
} from 'term-elements/glossary';

type Writable<T> = {-readonly [Key in keyof T]: T[Key]};

export type TermDraft = Writable<Term>;
export type ResourceDraft = Writable<Resource>;
export type AreaDraft = Writable<Omit<Area, 'resources'>> & {
  resources?: ResourceDraft[];
};
export type GlossaryDraft = Writable<
  Omit<Glossary, 'terms' | 'areas' | 'kinds'>
> & {
  terms: (TermDraft | RemovedTerm)[];
  areas?: AreaDraft[];
  kinds?: Record<string, {label?: string; summaryForm?: string}>;
};

/** A value as far as the format allows it: what a page says may be anything. */
export const allowed = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined => {
  const result = v.safeParse(schema, value);
  return value !== undefined && result.success ? result.output : undefined;
};
