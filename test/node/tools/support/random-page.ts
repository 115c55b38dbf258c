/** Published pages at random, written without any code of the project. */
import fc from 'fast-check';

const HOME = 'https://glossary.example/';

const word = fc.constantFrom(
  ...[
    'spoke',
    'hub',
    'É',
    'gear',
    'S&P',
    'a.',
    'b?',
    '⎊',
    ':',
    'Meaning',
    'Term',
  ],
  ...['"', '<', '[x]', '(y)', '\\', '{}', '日本', '🚲', '`', '*', 'of', "it's"],
);
const words = (min: number, max: number) =>
  fc
    .array(word, {minLength: min, maxLength: max})
    .map((list) => list.join(' '));
/** A line that Markdown would not take for something else. */
const sentence = words(1, 12).map((text) => `A ${text} z.`);
const slug = fc.stringMatching(/^[a-z]{1,6}(-\d)?$/);
const date = fc
  .integer({min: 10, max: 28})
  .map((day) => `2025-03-${day}T10:00:00+00:00`);
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, {nil: undefined, freq: 4});

const card = fc.record({
  kind: fc.constantFrom('term', 'definition', 'constructor'),
  slug,
  name: words(1, 4).map((text) => `N ${text} n`),
  summary: sentence,
  form: fc.constantFrom(
    'Meaning ⎊ {} ⎊ Term',
    'Meaning ⎊ {} ⎊ Term',
    '{} ⎊ Term',
    '{} ⎊ Definition',
    '{}',
  ),
  shown: fc.constantFrom(true, true, true, false),
  described: fc.constantFrom(true, true, true, false),
  published: maybe(date),
  modified: maybe(date),
  author: maybe(
    fc.constant({
      '@type': 'Person',
      name: 'Example Glossary',
      url: `${HOME}author/x/`,
    }),
  ),
  image: maybe(
    fc.record({
      url: slug.map((name) => `${HOME}${name}.jpg`),
      width: fc.integer({min: 1, max: 4000}),
      caption: sentence,
    }),
  ),
  extra: fc.constantFrom(false, false, false, true),
});

const page = fc.record({
  name: words(1, 4).map((text) => `N ${text} n`),
  area: slug,
  number: maybe(fc.integer({min: 1, max: 50})),
  questions: fc.uniqueArray(
    fc.record({
      question: words(1, 6).map((text) => `What is the ${text} of x?`),
      answer: fc
        .array(sentence, {minLength: 1, maxLength: 4})
        .map((list) => list.join(' ')),
      form: fc.constantFrom('⎊ {}', '⎊ {}', ': {}', '{}'),
    }),
    {selector: ({question}) => question, maxLength: 4},
  ),
  cards: fc.uniqueArray(card, {
    selector: ({kind, slug: id}) => `${kind}/${id}`,
    maxLength: 8,
  }),
  home: fc.constantFrom(HOME, HOME.slice(0, -1)),
  publisher: fc.constantFrom('Example Glossary', 'Example Glossary', undefined),
  description: maybe(sentence),
  order: fc.shuffledSubarray(['trail', 'faq', 'collection', 'site'], {
    minLength: 0,
  }),
  indent: fc.constantFrom(4, 4, 4, 2, 0, '\t'),
  blank: fc.array(
    fc.tuple(fc.nat(200), fc.constantFrom('', ' ', '### Aside', 'Stray text.')),
    {maxLength: 3},
  ),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  mark: fc.boolean(),
  last: fc.boolean(),
});

type Page = typeof page extends fc.Arbitrary<infer T> ? T : never;

const publish = (form: string, text: string) => form.split('{}').join(text);

const write = (data: Page): string => {
  const root = `${HOME}area/${data.area}/`;
  const url = data.number ? `${root}resource/${data.number}/` : root;
  const headline = `${data.name} ⎊ Area ⎊ ${data.number ? `Resource ${data.number}` : 'Example Glossary'}`;
  const answers = data.questions.map(
    ({question, answer, form}) => [question, publish(form, answer)] as const,
  );
  const context = 'https://schema.org';
  const step = (name: string, item: string, index: number) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item,
  });
  const nodes: Record<string, unknown> = {
    trail: {
      '@context': context,
      '@type': 'BreadcrumbList',
      itemListElement: [
        step('Home', data.home, 0),
        step('Area', `${HOME}area/`, 1),
        step(data.name, root, 2),
      ],
    },
    faq: {
      '@context': context,
      '@type': 'FAQPage',
      mainEntity: answers.map(([name, text]) => ({
        '@type': 'Question',
        name,
        acceptedAnswer: {'@type': 'Answer', text},
      })),
    },
    collection: {
      '@context': context,
      '@type': 'CollectionPage',
      headline,
      description: data.description,
      url,
      publisher: data.publisher && {
        '@type': 'Organization',
        name: data.publisher,
      },
      hasPart: data.cards.map((entry) => {
        const address = `${HOME}${entry.kind}/${entry.slug}/`;
        return {
          '@type': 'Article',
          '@id': address,
          url: address,
          headline: entry.name,
          description: entry.described
            ? publish(entry.form, entry.summary)
            : undefined,
          datePublished: entry.published,
          dateModified: entry.modified,
          author: entry.author,
          image: entry.image && {'@type': 'ImageObject', ...entry.image},
          ...(entry.extra ? {wordCount: 7} : {}),
        };
      }),
    },
    site: {'@context': context, '@type': 'WebSite', url: data.home},
  };
  const lines = [
    `# ${headline}`,
    ...['', '---', ''],
    ...answers.flatMap(([question, answer]) => [
      `## ${question}`,
      '',
      answer,
      '',
    ]),
    ...(answers.length ? ['', '---', ''] : []),
    ...data.cards.flatMap((entry) => [
      `## [${entry.name}](${HOME}${entry.kind}/${entry.slug}/)`,
      '',
      ...(entry.shown ? [publish(entry.form, entry.summary), ''] : []),
    ]),
    ...['---', '', '## Raw Schema Data', ''],
    ...data.order.flatMap((name) => [
      '```json',
      ...JSON.stringify(nodes[name], null, data.indent).split('\n'),
      '```',
      '',
    ]),
    ...['', '---', '', `**Original URL:** ${url}`],
    ...(data.last ? [''] : []),
  ];
  const fence = lines.indexOf('```json');
  for (const [at, text] of data.blank) {
    // Inside a question or a card it would be a part of its text.
    const free = text.trim()
      ? [1]
      : lines
          .map((_, index) => index)
          .filter((index) => fence < 0 || index <= fence);
    lines.splice(free[at % free.length]!, 0, text);
  }
  return (data.mark ? '\uFEFF' : '') + lines.join(data.lineEnd);
};

/** Only pages whose data and text agree, and that have something to import. */
export const publishedPage = page
  .filter(({cards, order}) => cards.length > 0 || order.includes('collection'))
  .map(write);
