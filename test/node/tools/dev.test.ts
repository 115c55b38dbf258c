import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import {createServer, request} from 'node:http';
import type {AddressInfo} from 'node:net';
import {dirname} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import '../../support/ensure-glossary.js';
import {isOwnHost} from '../../../tools/src/dev/hosts.js';
import {type DevOptions, startDev} from '../../../tools/src/dev/start.js';
import {nodeFiles} from '../../../tools/src/files/files.js';
import {terminal} from './support/terminal.js';

const glossary = (terms: readonly object[], rest: object = {}) =>
  JSON.stringify({format: 1, name: 'Words', terms, ...rest}, null, 1);

const RIM = {id: 'rim', name: 'Rim', summary: 'A hoop.'};
const HUB = {id: 'hub', name: 'Hub', summary: 'The middle.', related: ['rim']};

/** The preview of files, in a folder of their own. */
const dev = async (
  context: TestContext,
  files: Readonly<Record<string, string>>,
  {sources = ['glossary.json'], ...options}: Partial<DevOptions> = {},
) => {
  const {folder, path} = await terminal(context);
  const write = async (name: string, text: string) => {
    await mkdir(dirname(path(name)), {recursive: true});
    await writeFile(path(name), text);
  };
  for (const [name, text] of Object.entries(files)) await write(name, text);
  let [stdout, stderr] = ['', ''];
  const server = await startDev(
    {
      sources: sources.map(path),
      documents: [],
      config: undefined,
      from: undefined,
      map: new Map(),
      language: undefined,
      host: '127.0.0.1',
      port: 0,
      isPortAsked: true,
      folder,
      ...options,
    },
    {
      files: nodeFiles(),
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      colors: false,
      version: '1.2.3',
    },
  );
  context.after(() => server.close());
  return {
    ...server,
    folder,
    path,
    write,
    told: () => stdout.replaceAll(`${folder}/`, ''),
    errors: () => stderr,
    get: async (address: string) => {
      const response = await fetch(new URL(address, server.url));
      return {response, text: await response.text()};
    },
    versions: () => follow(context, server.url),
  };
};

/** The versions that the stream of events tells, one after the other. */
const follow = async (context: TestContext, url: string) => {
  const stop = new AbortController();
  context.after(() => stop.abort());
  const response = await fetch(new URL('events', url), {signal: stop.signal});
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  const reader = response
    .body!.pipeThrough(new TextDecoderStream())
    .getReader();
  let text = '';
  return async (): Promise<number> => {
    for (;;) {
      const event = /^event: version\ndata: (\d+)\n\n/m.exec(text);
      if (event) {
        text = text.slice(event.index + event[0].length);
        return Number(event[1]);
      }
      const {value, done} = await reader.read();
      if (done) throw new Error('the stream has ended');
      text += value;
    }
  };
};

/** The status of a request as `fetch` does not make it. */
const statusOf = async (
  url: string,
  options: {path?: string; method?: string; headers?: Record<string, string>},
): Promise<number | undefined> => {
  const {port} = new URL(url);
  const sent = request({host: '127.0.0.1', port, path: '/', ...options}).end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
};

describe('the preview', () => {
  it('has a page for all terms, each term, all areas and each area', async (t) => {
    const areas = [
      {
        id: 'wheel',
        name: 'Wheel',
        description: 'It turns.',
        resources: [{terms: ['rim']}, {number: 2, terms: ['hub']}],
      },
    ];
    const {get, path} = await dev(t, {
      'glossary.json': glossary([RIM, HUB], {areas}),
    });
    const index = (await get('/')).text;
    assert.match(index, /2 terms · 1 area/);
    assert.match(index, /<a href="\/term\?id=rim">Rim<\/a>/);
    const term = (await get('/term?id=hub')).text;
    assert.match(term, /<term-card term="hub"/);
    assert.match(term, /<term-tip term="hub">Hub<\/term-tip>/);
    assert.match(term, /<a href="\/term\?id=rim">Rim<\/a>/);
    assert.ok(term.includes(`<code>${path('glossary.json')}:10</code>`));
    assert.match(
      (await get('/areas')).text,
      /<a href="\/area\?id=wheel">Wheel<\/a>/,
    );
    const area = (await get('/area?id=wheel&resource=2')).text;
    assert.match(area, /<term-area area="wheel" resource="2">/);
    assert.match(area, /<a href="\/area\?id=wheel">Root<\/a>/);
  });

  it('has all languages, and carries the choice on', async (t) => {
    const translations = {es: {name: 'Llanta', summary: 'Un aro.'}};
    const {get} = await dev(t, {
      'glossary.json': glossary([{...RIM, translations}]),
    });
    const {text} = await get('/?lang=es&bilingual=');
    assert.match(text, /<main lang="es">/);
    assert.match(
      text,
      /<a href="\/term\?id=rim&amp;lang=es&amp;bilingual=">Llanta<\/a>/,
    );
    const term = (await get('/term?id=rim&lang=es&bilingual=')).text;
    assert.match(term, /<term-card term="rim" heading-level="3" bilingual>/);
    assert.match(term, /<option selected>es/);
  });

  it('loads its own files and nothing else, under a strict policy', async (t) => {
    const url = 'https://words.example/x/';
    const {get} = await dev(t, {'glossary.json': glossary([RIM], {url})});
    const {response, text} = await get('/');
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(
      policy,
      /default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:\/\/words\.example;/,
    );
    assert.doesNotMatch(text, /<script>|<style| style=| on\w+="/);
    const loaded = [
      ...text.matchAll(/(?:src|rel="[^"]*"(?: type="[^"]*")? href)="([^"]+)"/g),
    ];
    assert.ok(loaded.length > 4);
    for (const [, address] of loaded) {
      const file = await get(address!);
      assert.equal(file.response.status, 200, address);
      assert.equal(
        file.response.headers.get('x-content-type-options'),
        'nosniff',
      );
    }
  });

  it('shows texts and ids as they are, whatever is in them', async (t) => {
    const id = '../"><img src=x>&lang=fr';
    const name = '<script>alert(1)</script>';
    const {get} = await dev(t, {
      'glossary.json': glossary([{...RIM, id, name}]),
    });
    const link = /href="(\/term\?id=[^"]+)"/.exec((await get('/')).text)![1]!;
    const {response, text} = await get(link.replaceAll('&amp;', '&'));
    assert.equal(response.status, 200);
    assert.doesNotMatch(text, /<img|<script>/);
    assert.match(text, /<h1>&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/h1>/);
    const missing = await get(`/term?id=${encodeURIComponent('<script>')}`);
    assert.equal(missing.response.status, 404);
    assert.doesNotMatch(missing.text, /<script>/);
  });

  for (const path of [
    '/nope',
    '/elements/',
    '/elements/../../package.json',
    '/elements/..%2f..%2fpackage.json',
    '/elements/%2e%2e/package.json',
    '/assets/../start.ts',
    '/assets/..\\start.ts',
    '/assets/.hidden.js',
    '//evil.example/',
    '/constructor',
    '/__proto__',
    '/%00',
  ]) {
    it(`has nothing at ${path}`, async (t) => {
      const {url} = await dev(t, {'glossary.json': glossary([RIM])});
      assert.ok([400, 404].includes((await statusOf(url, {path}))!));
    });
  }

  it('answers to its own name only, and to reading only', async (t) => {
    const {url} = await dev(t, {'glossary.json': glossary([RIM])});
    const {host} = new URL(url);
    assert.equal(await statusOf(url, {headers: {host}}), 200);
    assert.equal(await statusOf(url, {headers: {host: 'evil.example'}}), 403);
    assert.equal(
      await statusOf(url, {headers: {host: 'evil.example'}, path: '/events'}),
      403,
    );
    assert.equal(await statusOf(url, {method: 'HEAD'}), 200);
    assert.equal(await statusOf(url, {method: 'POST'}), 405);
  });
});

describe('a save', () => {
  it('is judged, told with its lines, and shown', async (t) => {
    const {get, told, versions, write} = await dev(t, {
      'glossary.json': glossary([RIM]),
    });
    const next = await versions();
    const first = await next();
    await write(
      'glossary.json',
      glossary([
        {...RIM, name: 'Felloe'},
        {...HUB, related: ['spoke']},
      ]),
    );
    assert.equal(await next(), first + 1);
    assert.match(
      told(),
      /saved glossary\.json: 1 error, no warnings \(changed rim; added hub\)\n {2}glossary\.json:15:5: error: there is no term "spoke"\n/,
    );
    const {text} = await get('/');
    assert.match(text, />Felloe</);
    assert.match(text, new RegExp(`data-version="${first + 1}"`));
    assert.match(
      (await get('/term?id=hub')).text,
      /there is no term &quot;spoke&quot;/,
    );
    assert.match((await get('/findings')).text, /1 error, no warnings/);
    await write('glossary.json', glossary([HUB, RIM]));
    assert.equal(await next(), first + 2);
    assert.match(
      told(),
      /no errors, no warnings \(changed rim, hub; 1 fixed\)|no errors, no warnings \(changed hub, rim; 1 fixed\)/,
    );
  });

  for (const [what, text, message] of [
    ['is no JSON', '{"format": 1,\n', /glossary\.json:2:1: error: expected/],
    [
      'is no glossary',
      '{"format": 1, "terms": [], "name": 3}',
      /name: expected a string/,
    ],
  ] as const) {
    it(`that ${what} keeps the last good preview, with the errors over it`, async (t) => {
      const {get, told, versions, write} = await dev(t, {
        'glossary.json': glossary([RIM]),
      });
      const next = await versions();
      await next();
      await write('glossary.json', text);
      await next();
      assert.match(told(), message);
      assert.match(told(), /the preview stays as it was/);
      const page = (await get('/term?id=rim')).text;
      assert.match(page, /role="alert"[^]*The last save has \d+ error/);
      assert.match(page, /What you see is the last valid version/);
      assert.match(page, /<term-card term="rim"/);
      assert.match((await get('/glossary.json')).text, /"Rim"/);
      await write('glossary.json', glossary([HUB, RIM]));
      await next();
      assert.doesNotMatch((await get('/')).text, /role="alert"/);
    });
  }

  it('by an editor that writes beside and renames is seen, each time', async (t) => {
    const {get, path, versions, write} = await dev(t, {
      'glossary.json': glossary([RIM]),
    });
    const next = await versions();
    await next();
    for (const name of ['Felloe', 'Tyre']) {
      await write('.glossary.json.tmp', glossary([{...RIM, name}]));
      await rename(path('.glossary.json.tmp'), path('glossary.json'));
      await next();
      assert.match((await get('/')).text, new RegExp(`>${name}<`));
    }
  });

  it('of a document is linted too', async (t) => {
    const {folder, told, versions, write} = await dev(
      t,
      {'glossary.json': glossary([RIM]), 'docs/a.md': 'The rim.'},
      {documents: ['docs/**']},
    );
    const next = await versions();
    await next();
    await write('docs/b.md', 'The [rim](c.md) and TVL.');
    await next();
    assert.ok(folder);
    assert.match(
      told(),
      /saved docs\/b\.md: 1 error, 1 warning \(in 2 documents\)\n {2}docs\/b\.md:1:5: error: there is no file for "c\.md"/,
    );
  });

  it('heeds the configuration of the linter', async (t) => {
    const {told, versions, write} = await dev(t, {
      'glossary.json': glossary([{...RIM, summary: 'One. Two. Three.'}]),
    });
    const next = await versions();
    await next();
    assert.match(told(), /3 sentences/);
    await write(
      'term-elements.lint.json',
      '{"rules": {"summary-too-long": "off"}}',
    );
    await next();
    assert.match(
      told(),
      /saved term-elements\.lint\.json: no errors, no warnings \(1 fixed\)/,
    );
  });
});

describe('sources that are imported', () => {
  it('are told with their own files and lines', async (t) => {
    const head = 'id,name,summary,related\n';
    const {get, told, versions, write} = await dev(
      t,
      {'words.csv': `${head}rim,Rim,A hoop.,\nhub,Hub,The middle.,rim\n`},
      {sources: ['words.csv']},
    );
    const next = await versions();
    await next();
    assert.match((await get('/term?id=hub')).text, /words\.csv:3</);
    await write(
      'words.csv',
      `${head}rim,Rim,A hoop.,\nhub,Hub,The middle.,spoke\n`,
    );
    await next();
    assert.match(
      told(),
      /saved words\.csv: 1 error.*\n {2}words\.csv:3:1: error: there is no term "spoke"/,
    );
  });
});

describe('a folder of Markdown files', () => {
  it('is a source, and each of its files is followed', async (t) => {
    const {get, told, versions, write} = await dev(
      t,
      {
        'words/rim.md': '---\nname: Rim\nsummary: A hoop.\n---\n',
        'words/hub.md':
          '---\nname: Hub\nsummary: The middle.\nrelated: [spoke]\n---\n',
      },
      {sources: ['words']},
    );
    const next = await versions();
    await next();
    assert.match(told(), /words\/hub\.md:2:1: error: there is no term "spoke"/);
    await write(
      'words/hub.md',
      '---\nname: Hub\nsummary: The middle.\nrelated: [rim, spoke]\n---\n',
    );
    await next();
    // What was wrong before is not told again.
    assert.match(
      told(),
      /saved words\/hub\.md: 1 error, no warnings \(changed hub\)\n$/,
    );
    await write('words/spoke.md', '---\nname: Spoke\nsummary: A rod.\n---\n');
    await next();
    assert.match(told(), /no errors, no warnings \(added spoke; 1 fixed\)\n$/);
    assert.match((await get('/')).text, />Spoke</);
  });
});

describe('a folder that goes and comes back, as between branches', () => {
  const entry = (name: string) => `---\nname: ${name}\nsummary: A part.\n---\n`;
  for (const [what, source, file, text] of [
    ['of Markdown', 'words', 'words/rim.md', entry],
    [
      'of the document',
      'data/glossary.json',
      'data/glossary.json',
      (name: string) => glossary([{...RIM, name}]),
    ],
  ] as const) {
    it(`is followed again: ${what}`, async (t) => {
      const {get, path, told, write} = await dev(
        t,
        {[file]: text('Rim')},
        {sources: [source]},
      );
      const shows = async (name: string) => {
        for (let left = 100; left; left--) {
          if ((await get('/')).text.includes(`>${name}<`)) return;
          await setTimeout(50);
        }
        assert.fail(`no ${name} in the preview: ${told()}`);
      };
      await shows('Rim');
      for (const name of ['Felloe', 'Tyre']) {
        await rm(path(dirname(file)), {recursive: true});
        await setTimeout(300);
        assert.match(told(), /there is no such file/);
        await write(file, text(name));
        await shows(name);
        await write(file, text(`${name} two`));
        await shows(`${name} two`);
      }
    });
  }
});

describe('beginning', () => {
  it('takes the next port where its own is taken, unless it was asked for', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    t.after(() => other.close());
    const {port} = other.address() as AddressInfo;
    const files = {'glossary.json': glossary([RIM])};
    await assert.rejects(dev(t, files, {port}), /port \d+ is taken/);
    const {url} = await dev(t, files, {port, isPortAsked: false});
    assert.ok(Number(new URL(url).port) > port);
  });

  it('shows what is wrong where there is nothing to show yet', async (t) => {
    const {get, told} = await dev(t, {'glossary.json': '{'});
    assert.match(told(), /read glossary\.json: \d errors?/);
    assert.match((await get('/')).text, /There is nothing to show yet/);
    assert.equal((await get('/glossary.json')).response.status, 404);
  });

  it('ends with Ctrl+C', async (t) => {
    const {path, write} = await dev(t, {'glossary.json': glossary([RIM])});
    await write('other.json', glossary([HUB, RIM]));
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'tools/src/bin.ts',
        'dev',
        path('other.json'),
        '--port',
        '0',
      ],
      {cwd: root},
    );
    t.after(() => child.kill('SIGKILL'));
    let stdout = '';
    child.stdout
      .setEncoding('utf8')
      .on('data', (text: string) => (stdout += text));
    while (!stdout.includes('(Ctrl+C ends it)'))
      await once(child.stdout, 'data');
    const [url] = /http:\S+/.exec(stdout)!;
    // A stream that is open does not keep it.
    const next = await follow(t, url);
    await next();
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0);
    assert.match(stdout, /ended\n$/);
  });

  for (const [what, args, told] of [
    ['no sources', ['dev'], /expected a glossary, received none/],
    [
      'an invalid port',
      ['dev', 'x.json', '--port', '99999'],
      /--port: expected a number up to 65535/,
    ],
    [
      'an invalid map',
      ['dev', 'x.csv', '--map', 'a'],
      /--map: expected FROM=TO/,
    ],
  ] as const) {
    it(`refuses ${what}`, async (t) => {
      const {run} = await terminal(t);
      const {code, stderr} = await run(...args);
      assert.equal(code, 2);
      assert.match(stderr, told);
    });
  }
});

describe('a host', () => {
  for (const [header, own, isOwn] of [
    ['127.0.0.1:4000', '127.0.0.1', true],
    ['localhost:4000', '127.0.0.1', true],
    ['LOCALHOST', '127.0.0.1', true],
    ['words.localhost:4000', '127.0.0.1', true],
    ['[::1]:4000', '127.0.0.1', true],
    ['192.168.1.5:4000', '0.0.0.0', true],
    ['desk.lan:4000', 'desk.lan', true],
    ['evil.example', '127.0.0.1', false],
    ['127.0.0.1.evil.example', '127.0.0.1', false],
    ['localhost.evil.example', '127.0.0.1', false],
    ['notlocalhost', '127.0.0.1', false],
    ['a@localhost', '127.0.0.1', false],
    ['localhost/x', '127.0.0.1', false],
    ['', '127.0.0.1', false],
    [undefined, '127.0.0.1', false],
  ] as const) {
    it(`${header} is ${isOwn ? '' : 'not '}that of a server on ${own}`, () => {
      assert.equal(isOwnHost(header, own), isOwn);
    });
  }
});
