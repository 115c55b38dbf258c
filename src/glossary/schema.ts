/**
 * The glossary document: one definition, from which come the published JSON
 * Schema and the validation. The types are written out in `types.ts`, and a
 * test compares both.
 *
 * Objects are open: a property that is not named here is preserved, because
 * readers validate the parsed original and use it, never valibot's output
 * (which drops `__proto__` and reorders keys).
 */
import * as v from 'valibot';
import {FigureSchema} from './figure-schema.js';

const id = v.pipe(
  v.string(),
  v.nonEmpty('Expected a name that is not empty'),
  v.description('Stable name, unique among its siblings: the slug.'),
);

const address = v.pipe(
  v.string(),
  v.description(
    'Address: http(s), or relative to the document that it stands in.',
  ),
);

/** An address that identifies something, independent of the document. */
const identity = v.pipe(
  v.string(),
  v.regex(
    /^https?:\/\/[^\s/]+(?:\/\S*)?$/,
    'Expected an absolute http(s) address such as "https://www.wikidata.org/wiki/Q185298"',
  ),
);

/** ISO 8601, passed through as written: to the day, or to the second. */
export const DateSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/,
    'Expected an ISO 8601 date such as "2026-03-19" or "2026-03-19T10:00:43+00:00"',
  ),
  v.description('ISO 8601 date, kept as written.'),
);

const otherLanguage = v.pipe(
  v.string(),
  v.description(
    'BCP 47 tag of the texts, where it is not that of the glossary.',
  ),
);

const count = v.pipe(
  v.number(),
  v.integer('Expected a whole number'),
  v.minValue(1, 'Expected at least 1'),
);

export const RichTextSchema = v.pipe(
  v.union([
    v.string(),
    v.object({
      markdown: v.string(),
      math: v.optional(v.record(v.string(), v.array(v.unknown()))),
    }),
  ]),
  v.description(
    'A text: a string is plain and shown verbatim; { "markdown" } is the subset paragraphs, lists, emphasis, code, links and [[term-id|label]]; $…$ is a formula if its TeX is in "math", as a MathML tree.',
  ),
);

export const FormSchema = v.pipe(
  v.string(),
  v.regex(/\{\}/, 'Expected a form that contains {}'),
  v.description('How the publisher writes a clean sentence; {} stands for it.'),
);

export const PersonSchema = v.object({
  type: v.optional(v.picklist(['Person', 'Organization'])),
  name: v.string(),
  url: v.optional(address),
});

export const ImageSchema = v.object({
  url: address,
  width: v.optional(count),
  height: v.optional(count),
  caption: v.optional(v.string()),
  alt: v.optional(v.string()),
});

/** The texts of a term in another language. */
const translatedTexts = {
  name: v.optional(v.string()),
  summary: v.optional(v.string()),
  definition: v.optional(RichTextSchema),
  aliases: v.optional(v.array(v.string())),
  abbreviation: v.optional(v.string()),
  image: v.optional(
    v.object({
      caption: v.optional(v.string()),
      alt: v.optional(v.string()),
    }),
  ),
  figure: v.optional(v.object({caption: v.optional(v.string())})),
};

/** Lines of a published Markdown page that differ from the derived ones. */
const PatchSchema = v.array(
  v.object({
    line: count,
    remove: v.array(v.string()),
    insert: v.array(v.string()),
  }),
);

/** What the published page of one entry has that does not follow from the entry. */
export const TermPageSchema = v.object({
  byteOrderMark: v.optional(v.boolean()),
  lineEnd: v.optional(v.picklist(['\n', '\r\n', '\r'])),
  patch: v.optional(PatchSchema),
});

export const TermSchema = v.object({
  id,
  formerIds: v.optional(v.array(v.string())),
  name: v.string(),
  kind: v.optional(v.string()),
  summary: v.pipe(
    v.string(),
    v.description('One or two plain sentences, clean of marks.'),
  ),
  definition: v.optional(RichTextSchema),
  url: v.optional(address),
  aliases: v.optional(v.array(v.string())),
  abbreviation: v.optional(v.string()),
  caseSensitive: v.optional(v.boolean()),
  autoLink: v.optional(v.boolean()),
  ambiguous: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'The name has another meaning, in ordinary text or in another entry. A linker leaves such a word alone until the page names the term in a way that is clear; a name of two entries offers a choice.',
      ),
    ),
  ),
  related: v.optional(v.array(v.string())),
  areas: v.optional(v.array(v.string())),
  tags: v.optional(v.array(v.string())),
  difficulty: v.optional(v.pipe(count, v.maxValue(5, 'Expected at most 5'))),
  image: v.optional(ImageSchema),
  figure: v.optional(FigureSchema),
  published: v.optional(DateSchema),
  modified: v.optional(DateSchema),
  reviewed: v.optional(DateSchema),
  author: v.optional(PersonSchema),
  sources: v.optional(
    v.array(v.object({title: v.string(), url: v.optional(address)})),
  ),
  sameAs: v.optional(
    v.pipe(
      v.array(identity),
      v.description(
        'Addresses of pages that are about the same thing and about nothing else, such as its Wikidata item or its article in Wikipedia.',
      ),
    ),
  ),
  deprecated: v.optional(v.object({use: v.optional(v.string())})),
  translations: v.optional(v.record(v.string(), v.object(translatedTexts))),
  page: v.optional(TermPageSchema),
});

const {
  id: _id,
  translations: _translations,
  ...termFields
} = TermSchema.entries;

/** Every field may be absent, or `null`. */
const optionalFields = (fields: v.ObjectEntries): v.ObjectEntries =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, v.nullish(field)]),
  );

/**
 * In a layer over another glossary: some fields of a term, which is otherwise
 * as the layers below have it.
 */
export const MergingTermSchema: v.GenericSchema = v.object({
  id,
  merge: v.pipe(
    v.literal(true),
    v.description(
      'The term is that of the layers below with the fields given here in place of theirs; null takes a field away, translations are merged language by language.',
    ),
  ),
  ...optionalFields(termFields),
  translations: v.optional(
    v.record(v.string(), v.nullable(v.object(optionalFields(translatedTexts)))),
  ),
});

/** In a layer over another glossary: removes the term. */
export const RemovedTermSchema = v.object({id, name: v.null()});

export const QuestionSchema = v.object({
  id: v.optional(id),
  question: v.string(),
  answer: RichTextSchema,
  language: v.optional(otherLanguage),
  translations: v.optional(
    v.record(
      v.string(),
      v.object({
        question: v.optional(v.string()),
        answer: v.optional(RichTextSchema),
      }),
    ),
  ),
});

/**
 * What a published page has that its derived form does not, and only that.
 * A resource without it is wholly derived from the area and its terms.
 */
export const PageSchema = v.object({
  headline: v.optional(v.string()),
  description: v.optional(
    v.pipe(v.nullable(v.string()), v.description('null: the page has none.')),
  ),
  questions: v.optional(v.array(QuestionSchema)),
  answerForm: v.optional(FormSchema),
  trail: v.optional(
    v.array(v.object({name: v.string(), url: v.optional(address)})),
  ),
  texts: v.optional(
    v.pipe(
      v.array(v.object({term: id, text: v.nullable(v.string())})),
      v.description(
        'Card texts that do not follow the form of their kind; null: no text.',
      ),
    ),
  ),
  image: v.optional(v.nullable(ImageSchema)),
  publisher: v.optional(v.nullable(PersonSchema)),
  blocks: v.optional(
    v.pipe(
      v.array(v.union([v.string(), v.record(v.string(), v.unknown())])),
      v.description(
        'JSON-LD blocks in page order: the type name of a derived one, or a whole node.',
      ),
    ),
  ),
  byteOrderMark: v.optional(v.boolean()),
  lineEnd: v.optional(v.picklist(['\n', '\r\n', '\r'])),
  patch: v.optional(
    v.pipe(
      PatchSchema,
      v.description(
        'Lines of the published Markdown that differ from the derived ones.',
      ),
    ),
  ),
});

export const ResourceSchema = v.object({
  number: v.optional(v.pipe(count, v.description('Absent for the area root.'))),
  url: v.optional(address),
  terms: v.array(v.string()),
  page: v.optional(PageSchema),
});

export const AreaSchema = v.object({
  id,
  name: v.string(),
  url: v.optional(address),
  description: v.optional(v.string()),
  questions: v.optional(v.array(QuestionSchema)),
  resources: v.optional(v.array(ResourceSchema)),
  translations: v.optional(
    v.record(
      v.string(),
      v.object({
        name: v.optional(v.string()),
        description: v.optional(v.string()),
      }),
    ),
  ),
});

export const GlossarySchema = v.object({
  $schema: v.optional(v.string()),
  format: v.pipe(
    v.literal(1, 'Expected 1, the format that this version reads'),
    v.description('Version of the format.'),
  ),
  name: v.string(),
  url: v.optional(address),
  language: v.optional(
    v.pipe(v.string(), v.description('BCP 47 tag, such as "en".')),
  ),
  publisher: v.optional(PersonSchema),
  kinds: v.optional(
    v.record(
      v.string(),
      v.object({
        label: v.optional(v.string()),
        summaryForm: v.optional(FormSchema),
        language: v.optional(otherLanguage),
        translations: v.optional(
          v.record(
            v.string(),
            v.object({
              label: v.optional(v.string()),
              summaryForm: v.optional(FormSchema),
            }),
          ),
        ),
      }),
    ),
  ),
  answerForm: v.optional(FormSchema),
  translations: v.optional(
    v.record(
      v.string(),
      v.object({
        name: v.optional(v.string()),
        answerForm: v.optional(FormSchema),
      }),
    ),
  ),
  terms: v.array(
    // Changes with `merge` are separated before anything reads the terms, so
    // they are not part of the type.
    v.union([
      TermSchema,
      RemovedTermSchema,
      MergingTermSchema,
    ]) as never as v.UnionSchema<
      [typeof TermSchema, typeof RemovedTermSchema],
      undefined
    >,
  ),
  areas: v.optional(v.array(AreaSchema)),
});
