/**
 * Two thousand elements that read one glossary: each of its files is asked for
 * once, whether it is one document or a built one.
 */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createReadStream} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join, normalize} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {nodeFiles} from '../../../tools/src/files/files.js';
import {main} from '../../../tools/src/main.js';
import {noChromium, servePage, type ServedPage} from './page.js';

const CARDS = 1200;
const TIPS = 600;
const BLOCKS = 200;

const glossary = {
  format: 1,
  name: 'Many',
  language: 'en',
  terms: Array.from({length: 3000}, (_, index) => ({
    id: `t${index}`,
    name: `Term ${index}`,
    summary: `Sentence number ${index}. ${'So it goes on. '.repeat(8)}`,
  })),
  areas: [
    {
      id: 'all',
      name: 'All',
      questions: [{question: 'Why?', answer: 'Because.'}],
    },
  ],
};

const script = `
  const src = new URLSearchParams(location.search).get('src');
  const parts = [];
  for (let index = 0; index < ${CARDS}; index++)
    parts.push('<term-card src="' + src + '" term="t' + (index % 40) * 70 + '"></term-card>');
  for (let index = 0; index < ${TIPS}; index++)
    parts.push('<term-tip preload src="' + src + '" term="t' + (index % 40) * 70 + '">word</term-tip> ');
  for (let index = 0; index < ${BLOCKS}; index++)
    parts.push('<faq-block src="' + src + '" area="all"></faq-block>');
  let loaded = 0;
  addEventListener('term-load', () => {
    if (++loaded === ${CARDS + BLOCKS}) globalThis.ready = true;
  });
  document.body.insertAdjacentHTML('beforeend', parts.join(''));
`;

describe('two thousand elements with one source', {skip: noChromium}, () => {
  let served: ServedPage;
  let folder: string;
  let asked: string[];

  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url!, 'http://localhost').pathname);
    asked.push(path);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', 'application/json');
    const file = createReadStream(join(folder, path));
    file.on('error', () => response.writeHead(404).end());
    file.pipe(response);
  });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'many-'));
    const document = join(folder, 'glossary.json');
    await writeFile(document, JSON.stringify(glossary));
    const code = await main(['build', document, '-o', join(folder, 'built')], {
      files: nodeFiles(),
      stdout: () => undefined,
      stderr: (text) => {
        console.error(text);
      },
      colors: false,
      version: '1.2.3',
    });
    assert.equal(code, 0);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    served = await servePage('', script);
  });

  after(async () => {
    await served.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, {recursive: true, force: true});
  });

  const open = async (path: string) => {
    asked = [];
    const {port} = server.address() as AddressInfo;
    const page = await served.open(`?src=http://127.0.0.1:${port}${path}`);
    // The tips are next, when the page is idle.
    await page.waitForNetworkIdle({idleTime: 500});
    const shown = await page.$$eval(
      'term-card',
      (cards) =>
        cards.filter(({shadowRoot}) => shadowRoot?.querySelector('dfn')).length,
    );
    await page.close();
    return shown;
  };

  it('ask for a document once', async () => {
    assert.equal(await open('/glossary.json'), CARDS);
    assert.deepEqual(asked, ['/glossary.json']);
  });

  it('ask for each file of a built glossary once', async () => {
    assert.equal(await open('/built/manifest.json'), CARDS);
    assert.deepEqual(asked, [...new Set(asked)]);
    // A manifest, 40 terms and an area, with the directories on the way.
    assert.ok(asked.length > 30, String(asked.length));
    assert.ok(asked.length < 100, String(asked.length));
  });
});
