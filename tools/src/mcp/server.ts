import {
  type CallToolResult,
  McpServer,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import {toStandardJsonSchema} from '@valibot/to-json-schema';
import {kindLabel, type Term} from 'term-elements/glossary';
import * as v from 'valibot';
import {
  areaMarkdown,
  llmsContents,
  llmsFullText,
  sectionsOf,
  termMarkdown,
} from '../site/llms.js';
import {lineMarkdown, linkMarkdown} from '../site/markdown.js';
import type {Found, GlossaryAnswers} from './answers.js';

/** What a client may ask for; longer words name nothing. */
const LONGEST = 500;
const MOST_RESULTS = 50;

const READS_ONLY = {readOnlyHint: true, openWorldHint: false} as const;

const text = (description: string) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(LONGEST),
    v.description(description),
  );

/**
 * A server of the Model Context Protocol that answers for a glossary: tools to
 * look up, search and go from term to term and area to area, and the texts of
 * `llms.txt` as resources.
 *
 * @param first The glossary as it is at the start, for what describes it.
 * @param answers Returns the glossary as it is now.
 * @param version Of the package.
 * @see https://modelcontextprotocol.io/specification/
 */
export const glossaryServer = (
  first: GlossaryAnswers,
  answers: () => Promise<GlossaryAnswers>,
  version: string,
): McpServer => {
  const {glossary, languages} = first;
  const server = new McpServer(
    {name: 'term-elements', title: glossary.name, version},
    {
      instructions: `The glossary "${glossary.name}" with ${glossary.terms.length} terms. Look a term up before you explain it, and cite the address of its entry.`,
    },
  );
  const language = v.optional(
    text(
      `Language of the answer, a BCP 47 tag${languages.length ? `: ${languages.join(', ')}` : ''}. What is not translated is in the language of the glossary.`,
    ),
  );

  server.registerTool(
    'look_up_term',
    {
      title: 'Look up a term',
      description:
        'The entry of a term: what it means, how it is explained, related terms, sources and its address.',
      annotations: READS_ONLY,
      inputSchema: toStandardJsonSchema(
        v.object({
          term: text('Name, alias, abbreviation or id of the term'),
          language,
        }),
      ),
    },
    async ({term, language: tag}) => {
      const all = await answers();
      const found = all.terms(term, tag);
      if (!found.length) return unknownTerm(all, term, tag);
      return termsResult(found, found.map(termText).join('\n\n'));
    },
  );

  server.registerTool(
    'search_terms',
    {
      title: 'Search the glossary',
      description:
        'Terms whose names, aliases, sentences or explanations have the words, best first, with a sentence each. Forgives typing errors.',
      annotations: READS_ONLY,
      inputSchema: toStandardJsonSchema(
        v.object({
          query: text('Words to search for'),
          area: v.optional(text('Id or name of the area to search in')),
          language,
          limit: v.optional(
            v.pipe(
              v.number(),
              v.integer(),
              v.minValue(1),
              v.maxValue(MOST_RESULTS),
              v.description('The most terms to return'),
            ),
            10,
          ),
        }),
      ),
    },
    async ({query, area, language: tag, limit}) => {
      const all = await answers();
      if (area !== undefined && !all.area(area, tag)) {
        return unknownArea(all, area, tag);
      }
      const found = all.search(query, {language: tag, area, limit});
      if (found.length) return termsResult(found, listText(found));
      return textResult(`Nothing was found for "${query}".`, {terms: []});
    },
  );

  server.registerTool(
    'related_terms',
    {
      title: 'Related terms',
      description:
        'The terms that an entry names as related, and the entries that name it, with a sentence each.',
      annotations: READS_ONLY,
      inputSchema: toStandardJsonSchema(
        v.object({
          term: text('Name, alias, abbreviation or id of the term'),
          language,
        }),
      ),
    },
    async ({term, language: tag}) => {
      const all = await answers();
      const [found] = all.terms(term, tag);
      if (!found) return unknownTerm(all, term, tag);
      const related = all
        .related(found)
        .map((value) => ({value, index: found.index}));
      return related.length
        ? termsResult(related, listText(related))
        : textResult(`"${found.value.name}" has no related terms.`, {
            terms: [],
          });
    },
  );

  server.registerTool(
    'list_areas',
    {
      title: 'List the areas',
      description:
        'The areas of the glossary, each with what it is about and the number of its terms.',
      annotations: READS_ONLY,
      inputSchema: toStandardJsonSchema(v.object({language})),
    },
    async ({language: tag}) => {
      const index = (await answers()).indexIn(tag);
      const areas = (index.glossary.areas ?? []).map((area) => ({
        id: area.id,
        name: area.name,
        description: area.description,
        url: area.url,
        terms: index.termsOf(area).length,
      }));
      const lines = areas.map(
        ({id, name, description, url, terms}) =>
          `- ${linkMarkdown(name, url)} (\`${id}\`, ${terms} terms)${description ? `: ${lineMarkdown(description)}` : ''}`,
      );
      return textResult(lines.join('\n') || 'The glossary has no areas.', {
        areas,
      });
    },
  );

  server.registerTool(
    'look_up_area',
    {
      title: 'Look up an area',
      description:
        'An area: what it is about, its questions with their answers, and the names of its terms.',
      annotations: READS_ONLY,
      inputSchema: toStandardJsonSchema(
        v.object({area: text('Id or name of the area'), language}),
      ),
    },
    async ({area, language: tag}) => {
      const all = await answers();
      const found = all.area(area, tag);
      if (!found) return unknownArea(all, area, tag);
      const {value, index} = found;
      const terms = index.termsOf(value).map(({id, name}) => ({id, name}));
      return textResult(areaMarkdown(value, index).join('\n\n'), {
        area: {id: value.id, name: value.name, url: value.url, terms},
      });
    },
  );

  const mimeType = 'text/markdown';
  const read = (uri: URL, markdown: string) => ({
    contents: [{uri: uri.href, mimeType, text: markdown}],
  });
  server.registerResource(
    'llms.txt',
    'glossary:///llms.txt',
    {
      title: `${glossary.name}: contents`,
      description: 'All areas and terms with their sentences',
      mimeType,
    },
    async (uri) => {
      const all = (await answers()).glossary;
      return read(uri, llmsContents(all, sectionsOf(all)));
    },
  );
  server.registerResource(
    'llms-full.txt',
    'glossary:///llms-full.txt',
    {
      title: `${glossary.name}: all texts`,
      description: 'All entries, questions and answers',
      mimeType,
    },
    async (uri) =>
      read(uri, [...llmsFullText((await answers()).glossary)].join('')),
  );
  server.registerResource(
    'term',
    new ResourceTemplate('glossary:///term/{id}', {list: undefined}),
    {title: 'A term by its id', mimeType},
    async (uri, {id}) => {
      const [found] = (await answers()).terms(decodeURIComponent(String(id)));
      if (!found) throw new Error(`no term has the id "${String(id)}"`);
      return read(uri, termText(found));
    },
  );
  return server;
};

const termText = ({value, index}: Found<Term>): string =>
  termMarkdown(value, index).join('\n\n');

const listText = (found: readonly Found<Term>[]): string =>
  found
    .map(
      ({value: {id, name, url, summary}}) =>
        `- ${linkMarkdown(name, url)} (\`${id}\`): ${lineMarkdown(summary)}`,
    )
    .join('\n');

const textResult = (
  markdown: string,
  structuredContent: Record<string, unknown>,
): CallToolResult => ({
  content: [{type: 'text', text: markdown}],
  structuredContent,
});

const termsResult = (
  found: readonly Found<Term>[],
  markdown: string,
): CallToolResult => {
  const terms = found.map(({value, index}) => ({
    id: value.id,
    name: value.name,
    abbreviation: value.abbreviation,
    aliases: value.aliases,
    kind: kindLabel(index.glossary, value),
    summary: value.summary,
    url: value.url,
  }));
  return textResult(markdown, {terms});
};

/** An answer that a model can go on from, not an error of the protocol. */
const unknownTerm = (
  answers: GlossaryAnswers,
  words: string,
  language: string | undefined,
): CallToolResult => {
  const meant = answers.meant(words, language);
  return textResult(
    `The glossary has no term "${words}".${meant === undefined ? ' Try search_terms.' : ` Did you mean "${meant}"?`}`,
    {terms: []},
  );
};

const unknownArea = (
  answers: GlossaryAnswers,
  words: string,
  language: string | undefined,
): CallToolResult => {
  const {areas = []} = answers.indexIn(language).glossary;
  return {
    ...textResult(
      `The glossary has no area "${words}". It has: ${areas.map(({id}) => id).join(', ') || 'none'}.`,
      {},
    ),
    isError: true,
  };
};
