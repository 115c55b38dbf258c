import assert from 'node:assert/strict';
import {utimes} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Client} from '@modelcontextprotocol/client';
import {StdioClientTransport} from '@modelcontextprotocol/client/stdio';
import {terminal} from './support/terminal.js';

const BIN = fileURLToPath(
  new URL('../../../tools/src/bin.ts', import.meta.url),
);

const GLOSSARY = {
  format: 1,
  name: 'Trading words',
  language: 'en',
  areas: [
    {
      id: 'fees',
      name: 'Fees',
      description: 'What a trade costs.',
      questions: [{question: 'Who pays?', answer: 'Both sides.'}],
      translations: {de: {name: 'Gebühren'}},
    },
    {id: 'risk', name: 'Risk'},
  ],
  terms: [
    {
      id: 'funding-rate',
      name: 'Funding rate',
      abbreviation: 'FR',
      aliases: ['funding'],
      summary: 'The rate that longs pay shorts.',
      definition: {markdown: 'It follows the *premium*; see [[basis]].'},
      areas: ['fees'],
      related: ['basis'],
      translations: {
        de: {name: 'Finanzierungsrate', summary: 'Was Longs an Shorts zahlen.'},
      },
    },
    {
      id: 'basis',
      name: 'Basis',
      summary: 'The gap between future and spot.',
      areas: ['risk'],
      url: 'https://own.example/basis',
      translations: {ja: {name: '強制清算'}},
    },
    {
      id: 'maker-fee',
      name: 'Maker fee',
      summary: 'What an order that waits in the book pays.',
      areas: ['fees'],
      related: ['funding-rate'],
    },
  ],
};

interface Answer {
  readonly text: string;
  readonly data: Record<string, unknown>;
  readonly isError: boolean;
}

type Context = Parameters<typeof terminal>[0];

/** A client of the protocol and the server that it has started. */
const connected = async (context: Context, ...options: string[]) => {
  const {write, path} = await terminal(context);
  const file = path('glossary.json');
  await write('glossary.json', JSON.stringify(GLOSSARY));
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['--import', 'tsx', BIN, 'mcp', file, ...options],
    stderr: 'pipe',
  });
  const errors: string[] = [];
  transport.stderr?.on('data', (data: Buffer) => errors.push(String(data)));
  const client = new Client({name: 'test', version: '1.0.0'});
  await client.connect(transport);
  context.after(() => client.close());
  return {
    client,
    errors,
    /** Saves the glossary once more; files of one millisecond look the same. */
    save: async (text: string, after: number) => {
      await write('glossary.json', text);
      const time = new Date(Date.now() + after);
      await utimes(file, time, time);
    },
    call: async (
      name: string,
      args: Record<string, unknown> = {},
    ): Promise<Answer> => {
      const result = await client.callTool({name, arguments: args});
      const [first] = result.content as {type: string; text: string}[];
      return {
        text: first?.text ?? '',
        data: (result.structuredContent ?? {}) as Record<string, unknown>,
        isError: result.isError === true,
      };
    },
  };
};

const ids = ({data}: Answer): readonly string[] =>
  (data.terms as {id: string}[]).map(({id}) => id);

describe('mcp', () => {
  let shared: Awaited<ReturnType<typeof connected>>;
  const ends: (() => unknown)[] = [];
  before(async () => {
    shared = await connected({after: (end) => ends.unshift(end)});
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it('describes itself and its tools', async () => {
    const {client} = shared;
    assert.match(client.getInstructions() ?? '', /Trading words.*3 terms/);
    const {tools} = await client.listTools();
    assert.deepEqual(
      tools.map(({name}) => name),
      [
        'look_up_term',
        'search_terms',
        'related_terms',
        'list_areas',
        'look_up_area',
      ],
    );
    for (const {name, annotations, inputSchema} of tools) {
      assert.equal(annotations?.readOnlyHint, true, name);
      assert.equal(inputSchema.type, 'object', name);
    }
  });

  it('looks terms up by name, alias, abbreviation and id', async () => {
    const {call} = shared;
    for (const term of ['Funding rate', 'funding', 'FR', 'funding-rate']) {
      const answer = await call('look_up_term', {term});
      assert.deepEqual(ids(answer), ['funding-rate'], term);
      assert.match(answer.text, /^### Funding rate\n/);
      assert.match(
        answer.text,
        /\*premium\*; see \[basis\]\(https:\/\/own\.example\/basis\)/,
      );
    }
  });

  it('answers in a language, and finds the names of others', async () => {
    const {call} = shared;
    const german = await call('look_up_term', {term: 'FR', language: 'de-AT'});
    assert.match(german.text, /^### Finanzierungsrate\n\nWas Longs/);
    const english = await call('look_up_term', {term: 'Finanzierungsrate'});
    assert.match(english.text, /^### Funding rate\n/);
    const areas = await call('list_areas', {language: 'de'});
    assert.match(areas.text, /Gebühren/);
  });

  it('says what was probably meant', async () => {
    const {call} = shared;
    const answer = await call('look_up_term', {term: 'fundin rate'});
    assert.deepEqual(ids(answer), []);
    assert.match(answer.text, /Did you mean "Funding rate"/);
    assert.equal(answer.isError, false);
  });

  it('searches texts, forgives a typing error, and stays in an area', async () => {
    const {call} = shared;
    const search = async (args: Record<string, unknown>) =>
      ids(await call('search_terms', args));
    assert.deepEqual(await search({query: 'fundimg'}), ['funding-rate']);
    assert.deepEqual(await search({query: 'premium'}), ['funding-rate']);
    assert.deepEqual(await search({query: 'basis', area: 'risk'}), ['basis']);
    assert.deepEqual(await search({query: 'basis', area: 'Fees'}), [
      'funding-rate',
    ]);
    assert.equal((await search({query: 'pay', limit: 1})).length, 1);
    assert.deepEqual(await search({query: 'zebra'}), []);
    const none = await call('search_terms', {query: 'pay', area: 'costs'});
    assert.match(none.text, /no area "costs". It has: fees, risk/);
    assert.equal(none.isError, true);
  });

  it('finds a part of a word that is written without spaces', async () => {
    const {call} = shared;
    const answer = await call('search_terms', {query: '清算', language: 'ja'});
    assert.deepEqual(ids(answer), ['basis']);
  });

  it('goes from a term to those related, in both directions', async () => {
    const {call} = shared;
    assert.deepEqual(ids(await call('related_terms', {term: 'FR'})), [
      'basis',
      'maker-fee',
    ]);
    assert.deepEqual(ids(await call('related_terms', {term: 'basis'})), [
      'funding-rate',
    ]);
  });

  it('lists areas and shows one', async () => {
    const {call} = shared;
    const {data} = await call('list_areas');
    assert.deepEqual(
      (data.areas as {id: string; terms: number}[]).map(({id, terms}) => [
        id,
        terms,
      ]),
      [
        ['fees', 2],
        ['risk', 1],
      ],
    );
    const {text} = await call('look_up_area', {area: 'Fees'});
    assert.match(text, /What a trade costs\.[^]*Who pays\?[^]*Both sides\./);
  });

  it('gives the texts of llms.txt as resources, with addresses of a site', async (t) => {
    const {client} = await connected(t, '--site-url', 'https://words.example');
    const {resources} = await client.listResources();
    assert.deepEqual(
      resources.map(({uri}) => uri),
      ['glossary:///llms.txt', 'glossary:///llms-full.txt'],
    );
    const read = async (uri: string) => {
      const {contents} = await client.readResource({uri});
      return (contents[0] as {text: string}).text;
    };
    assert.match(
      await read('glossary:///llms.txt'),
      /\[Maker fee\]\(https:\/\/words\.example\/term\/maker-fee\/\)/,
    );
    assert.match(await read('glossary:///llms-full.txt'), /It follows the/);
    assert.match(
      await read('glossary:///term/maker-fee'),
      /^### \[Maker fee\]/,
    );
    await assert.rejects(read('glossary:///term/none'), /no term has the id/);
  });

  it('reads a glossary again that was saved, and survives a broken one', async (t) => {
    const {call, save, errors} = await connected(t);
    const {terms, ...rest} = GLOSSARY;
    await save(JSON.stringify({...rest, terms: terms.slice(1)}), 2000);
    assert.deepEqual(ids(await call('look_up_term', {term: 'FR'})), []);
    await save('{"format": 1,', 4000);
    assert.deepEqual(ids(await call('look_up_term', {term: 'basis'})), [
      'basis',
    ]);
    assert.match(errors.join(''), /mcp: .*glossary\.json:1:\d+: expected JSON/);
  });

  it('refuses arguments of another form', async () => {
    const {client} = shared;
    const answer = await client
      .callTool({name: 'search_terms', arguments: {query: 1}})
      .catch((error: unknown) => ({isError: true, error}));
    assert.equal(answer.isError, true);
  });

  it('ends with its input, and reports a missing glossary', async (t) => {
    const {run} = await terminal(t);
    const {code, stderr} = await run('mcp', 'none.json');
    assert.equal(code, 2);
    assert.match(stderr, /term-elements mcp: error: cannot read none\.json/);
  });
});
