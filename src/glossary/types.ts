/** The types of the glossary document, taken from its schema. */
import type {InferOutput} from 'valibot';
import type * as schema from './schema.js';

/** Data is shared between elements and never changed in place. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? {readonly [Key in keyof T]: DeepReadonly<T[Key]>}
    : T;

export type Glossary = DeepReadonly<InferOutput<typeof schema.GlossarySchema>>;
export type Term = DeepReadonly<InferOutput<typeof schema.TermSchema>>;
export type RemovedTerm = DeepReadonly<
  InferOutput<typeof schema.RemovedTermSchema>
>;
/** Some fields of a term, which is otherwise that of the layers below; `null` takes one away. */
export type MergingTerm = {readonly id: string; readonly merge: true} & {
  readonly [Field in Exclude<keyof Term, 'id' | 'translations'>]?:
    Term[Field] | null;
} & {
  readonly translations?: Readonly<
    Record<string, Readonly<Record<string, unknown>> | null>
  >;
};
export type Area = DeepReadonly<InferOutput<typeof schema.AreaSchema>>;
export type Resource = DeepReadonly<InferOutput<typeof schema.ResourceSchema>>;
export type Page = DeepReadonly<InferOutput<typeof schema.PageSchema>>;
export type Question = DeepReadonly<InferOutput<typeof schema.QuestionSchema>>;
export type RichText = DeepReadonly<InferOutput<typeof schema.RichTextSchema>>;
export type Image = DeepReadonly<InferOutput<typeof schema.ImageSchema>>;
export type Person = DeepReadonly<InferOutput<typeof schema.PersonSchema>>;

/** A glossary without its entries: who publishes it, and how. */
export type GlossaryInfo = Omit<Glossary, 'terms' | 'areas'>;
