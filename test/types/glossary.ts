/**
 * The written-out types of the glossary document are what its schema infers, in
 * both directions. Nothing here runs: `tsc` checks it.
 */
import type {GenericSchema, InferOutput} from 'valibot';
import type * as schema from '../../src/glossary/schema.js';
import type * as types from '../../src/glossary/types.js';

/** Of arrays and tuples too, which a mapped type leaves what they are. */
type DeepReadonly<T> = T extends object
  ? {readonly [Key in keyof T]: DeepReadonly<T[Key]>}
  : T;

/** Whether two types are identical, with what is optional and readonly in them. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

type IsInferred<Type, Schema extends GenericSchema> = Same<
  Type,
  DeepReadonly<InferOutput<Schema>>
>;

const inferred: {
  readonly Area: IsInferred<types.Area, typeof schema.AreaSchema>;
  readonly Glossary: IsInferred<types.Glossary, typeof schema.GlossarySchema>;
  readonly Image: IsInferred<types.Image, typeof schema.ImageSchema>;
  readonly Page: IsInferred<types.Page, typeof schema.PageSchema>;
  readonly Person: IsInferred<types.Person, typeof schema.PersonSchema>;
  readonly Question: IsInferred<types.Question, typeof schema.QuestionSchema>;
  readonly RemovedTerm: IsInferred<
    types.RemovedTerm,
    typeof schema.RemovedTermSchema
  >;
  readonly Resource: IsInferred<types.Resource, typeof schema.ResourceSchema>;
  readonly RichText: IsInferred<types.RichText, typeof schema.RichTextSchema>;
  readonly Term: IsInferred<types.Term, typeof schema.TermSchema>;
  readonly TermPage: IsInferred<types.TermPage, typeof schema.TermPageSchema>;
} = {
  Area: true,
  Glossary: true,
  Image: true,
  Page: true,
  Person: true,
  Question: true,
  RemovedTerm: true,
  Resource: true,
  RichText: true,
  Term: true,
  TermPage: true,
};

// The comparison itself sees what it is there to see.
const different: {
  readonly optional: Same<{readonly a?: 1}, {readonly a: 1 | undefined}>;
  readonly readonly: Same<{readonly a: 1}, {a: 1}>;
  readonly wider: Same<{readonly a: string}, {readonly a: 'b'}>;
} = {optional: false, readonly: false, wider: false};

export {different, inferred};
