import assert from 'node:assert/strict';
import {mkdir, readdir} from 'node:fs/promises';
import {describe, it} from 'node:test';
import type {Glossary} from '../../../../src/glossary/types.js';
import {terminal} from '../support/terminal.js';

const glossary = (terms: readonly object[], rest: object = {}) =>
  JSON.stringify({format: 1, name: 'Words', terms, ...rest});

describe('importing entries', () => {
  it('tells formats apart, and reads a folder with several', async (t) => {
    const {run, path, write, read} = await terminal(t);
    await write('in/a.csv', 'name,summary\nGas,What work costs.\n');
    await write('in/b/fee.md', '---\nname: Fee\nsummary: A price.\n---\n');
    await write('in/_glossary.yaml', 'name: All words\nlanguage: en\n');
    await write('in/c.html', '<dl><dt>Tip<dd>A gift.</dl>');
    await write('in/d.json', '[{"term": "Tax", "meaning": "A duty."}]');
    await write('in/notes.bin', 'not read');
    const {code, stdout, stderr} = await run(
      'import',
      path('in'),
      '-o',
      path('out.json'),
    );
    assert.equal(code, 0, stderr);
    const {name, terms} = JSON.parse(await read('out.json')) as Glossary;
    assert.equal(name, 'All words');
    assert.deepEqual(
      terms.map(({id}) => id),
      ['gas', 'fee', 'tip', 'tax'],
    );
    assert.match(
      stdout,
      /^wrote .*out\.json: 4 terms, 0 questions, 2 guessed\n$/,
    );
    assert.match(stderr, /d\.json:1: guessed: "term" is read as name/);
  });

  it('changes only what an input says, on a glossary that is there', async (t) => {
    const {run, path, write, read} = await terminal(t);
    await write(
      'all.json',
      glossary(
        [
          {id: 'gas', name: 'Gas', summary: 'Old.', tags: ['kept'], own: 1},
          {id: 'by-address', name: 'X', summary: 'x', url: 'https://w.test/x/'},
          {id: 'other', name: 'Other', summary: 'Stays.'},
        ],
        {extra: true},
      ),
    );
    await write(
      'new.csv',
      'id,name,summary,url\ngas,Gas,New.,\n,Y,y,https://w.test/x\n,Other,Changed.,\n,New one,n,\n',
    );
    const args = ['import', path('new.csv'), '-o', path('all.json')];
    const {code, stderr} = await run(...args);
    assert.equal(code, 0, stderr);
    const now = JSON.parse(await read('all.json')) as Glossary;
    assert.deepEqual(now, {
      format: 1,
      name: 'Words',
      terms: [
        {id: 'gas', name: 'Gas', summary: 'New.', tags: ['kept'], own: 1},
        {id: 'by-address', name: 'Y', summary: 'y', url: 'https://w.test/x'},
        {id: 'other', name: 'Other', summary: 'Changed.'},
        {id: 'new-one', name: 'New one', summary: 'n'},
      ],
      extra: true,
    });
    const again = await run(...args);
    assert.match(again.stdout, /is as it was/);
  });

  it('gives every entry an id of its own', async (t) => {
    const {run, path, write, read} = await terminal(t);
    await write(
      'a.csv',
      'name,kind,summary,url\nGas,term,1,\nGas!,term,2,\nGas?,term,3,\nX,,4,https://w.test/definition/gas/\n',
    );
    await run('import', path('a.csv'), '-o', path('out.json'));
    const {terms} = JSON.parse(await read('out.json')) as Glossary;
    assert.deepEqual(
      terms.map(({id}) => id),
      ['gas', 'term/gas', 'term/gas-2', 'definition/gas'],
    );
  });

  it('merges glossaries of its own format, and tells an id that comes twice', async (t) => {
    const {run, path, write, read} = await terminal(t);
    const gas = {id: 'gas', name: 'Gas', summary: 'a'};
    await write('a.json', glossary([gas], {areas: [{id: 'x', name: 'X'}]}));
    await write('b.json', glossary([{...gas, summary: 'b'}]));
    const one = await run('import', path('a.json'), '-o', path('out.json'));
    assert.equal(one.stderr, '');
    assert.deepEqual(
      JSON.parse(await read('out.json')),
      JSON.parse(await read('a.json')),
    );
    const both = await run(
      ...['import', path('a.json'), path('b.json'), '-o', path('two.json')],
      '--strict',
    );
    assert.equal(both.code, 1);
    assert.match(both.stderr, /b\.json:1: dropped: .*"gas"/);
  });

  it('takes several inputs as if they came one after the other', async (t) => {
    const {run, path, write, read} = await terminal(t);
    await write(
      'a.csv',
      'id,name,summary\ngas,Gas,What work costs.\nfee,Fee,A price.\n',
    );
    await write(
      'more/gas.md',
      '---\nname: Gas\nsummary: What it costs.\nkind: term\n---\n\nA text.\n',
    );
    const inputs = [path('a.csv'), path('more')];
    const {stderr} = await run('import', ...inputs, '-o', path('out.json'));
    assert.match(
      stderr,
      /^\S*more\/gas\.md:2: dropped: summary of "gas": two inputs disagree; the later one counts\n$/,
    );
    for (const input of inputs)
      await run('import', input, '-o', path('one-by-one.json'));
    const out = JSON.parse(await read('out.json')) as Glossary;
    assert.deepEqual(out.terms, [
      {
        id: 'gas',
        name: 'Gas',
        summary: 'What it costs.',
        kind: 'term',
        definition: {markdown: 'A text.'},
      },
      {id: 'fee', name: 'Fee', summary: 'A price.'},
    ]);
    const {terms} = JSON.parse(await read('one-by-one.json')) as Glossary;
    assert.deepEqual(terms, out.terms);
  });

  for (const [why, files, ids] of [
    [
      'names that come twice',
      {'a.csv': 'name,kind,summary\nGas,term,1\nGas,,2\nGas,term,3\nFee,,4\n'},
      ['gas', 'gas-2', 'term/gas', 'fee'],
    ],
    [
      'files of one name in two folders',
      {
        'a/gas.md': '---\nname: Gas\nsummary: x\n---\n',
        'b/gas.md': '---\nname: Gas\nsummary: y\n---\n',
        'b/c/gas.md': '---\nname: Gas\nsummary: z\n---\n',
      },
      ['gas', 'b/c/gas', 'b/gas'],
    ],
    [
      'slugs that two types of posts have',
      {
        'a.xml': `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${['post', 'page'].map((type) => `<item><title>Gas</title><link>https://w.test/${type}/</link><wp:post_name>gas</wp:post_name><wp:post_type>${type}</wp:post_type></item>`).join('')}</channel></rss>`,
      },
      ['gas', 'page/gas'],
    ],
  ] as const) {
    it(`loses no entry and finds each again: ${why}`, async (t) => {
      const {run, path, write, glossary} = await terminal(t);
      for (const [name, text] of Object.entries(files))
        await write(`in/${name}`, text);
      const args = ['import', path('in'), '-o', path('glossary.json')];
      await run(...args);
      const {terms} = await glossary();
      assert.deepEqual(
        terms.map(({id}) => id),
        ids,
      );
      const again = await run(...args);
      assert.match(again.stdout, /is as it was/);
    });
  }

  it('says where an entry has the id of one and the address of another', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    const url = 'https://w.test/x/';
    await write('a.csv', `id,name,summary,url\na,A,a,\nb,B,b,${url}\n`);
    await write('b.csv', `id,name,summary,url\na,A,new,${url}\n`);
    const {stderr} = await run(
      ...['import', path('a.csv'), path('b.csv'), '--json'],
      ...['-o', path('glossary.json')],
    );
    assert.equal(stderr, '');
    const {terms} = await glossary();
    assert.deepEqual(
      terms.map((term) => 'summary' in term && term.summary),
      ['new', 'b'],
    );
  });

  it('writes the same whether entries are held or not', async (t) => {
    const {run, path, write, read} = await terminal(t);
    const a = 'name,summary,url\nGas,x,/gas/\nFee,y,\n';
    const b = 'name,summary,url\nBase fee,z,/base/\nGas!,v,\n';
    await write('in/a.csv', a);
    await write('in/b.csv', b);
    for (const folder of ['one', 'two']) await mkdir(path(folder));
    await run('import', path('in'), '-o', path('one/g.json'));
    await write('in/c.csv', 'name,summary\nFee,y\n');
    await run('import', path('in'), '-o', path('two/g.json'));
    assert.equal(await read('two/g.json'), await read('one/g.json'));
  });

  for (const [what, html, ids] of [
    [
      'a list far below the beginning',
      `${'<p>Words of an introduction.</p>'.repeat(1000)}<dl><dt>Gas<dd>x</dl>`,
      ['gas'],
    ],
    [
      'a list beside the data of something else',
      '<script type="application/ld+json">{"@type":"WebSite"}</script><dl><dt>Gas<dd>x</dl>',
      ['gas'],
    ],
    [
      'data in two blocks, of which one names the other',
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"DefinedTermSet","name":"W","hasDefinedTerm":[{"@id":"https://w.test/gas/"}]}</script>\n<script type="application/ld+json">{"@type":"DefinedTerm","@id":"https://w.test/gas/","name":["Gas"],"description":"x"}</script>',
      ['gas'],
    ],
  ] as const) {
    it(`finds in a page of HTML: ${what}`, async (t) => {
      const {run, path, write, glossary} = await terminal(t);
      await write('page.html', `<!doctype html><body>${html}`);
      const {stderr} = await run(
        ...['import', path('page.html'), '-o', path('glossary.json')],
      );
      assert.equal(stderr, '');
      const {terms} = await glossary();
      assert.deepEqual(
        terms.map(({id}) => id),
        ids,
      );
    });
  }

  it('reports data in a page that is not JSON, with its line', async (t) => {
    const {run, path, write} = await terminal(t);
    await write(
      'page.html',
      '<!doctype html>\n<script type="application/ld+json">{"a":}</script>\n<script type="application/ld+json">\n{"@context":"https://schema.org",\n"@type":"DefinedTerm","name":"Gas"}</script>',
    );
    const {stderr} = await run(
      ...['import', path('page.html'), '-o', path('glossary.json')],
    );
    assert.deepEqual(stderr.match(/html:\d+: .*/g), [
      'html:2: dropped: a block of JSON-LD that is not JSON',
      'html:4: guessed: summary: it has none, so it is empty',
    ]);
  });

  it('takes files of a folder for entries that are nothing else, and tells of empty ones', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    await write('in/gas.md', '# Gas\n\nWhat work costs.\n');
    await write('in/none.md', '\n');
    const args = ['-o', path('glossary.json')] as const;
    const {stderr} = await run('import', path('in'), ...args);
    assert.match(stderr, /none\.md:1: dropped: an empty file/);
    assert.deepEqual((await glossary()).terms, [
      {id: 'gas', name: 'Gas', summary: 'What work costs.'},
    ]);
    const named = await run('import', path('in/gas.md'), ...args);
    assert.match(
      named.stderr,
      /gas\.md:1: expected entries, found none \(a page without a heading/,
    );
  });

  it('writes no glossary of JSON in which it finds no entry', async (t) => {
    const {run, path, write, folder} = await terminal(t);
    await write('a.json', '{"version": 2, "data": {"items": [{"word": "x"}]}}');
    const {code, stderr} = await run(
      ...['import', path('a.json'), '-o', path('out.json')],
    );
    assert.equal(code, 2);
    assert.match(
      stderr,
      /a\.json:1: expected a list of entries, .*received an object with "version", "data"\nSay where/,
    );
    assert.deepEqual(await readdir(folder), ['a.json']);
  });

  it('finds an entry whose id was made up before', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    await write('a.csv', 'name,summary\nGas,x\n');
    await write('b.csv', 'id,name,url\ngas,Fuel,/gas/\n');
    const {stderr} = await run(
      ...['import', path('a.csv'), path('b.csv')],
      ...['-o', path('glossary.json')],
    );
    assert.equal(
      stderr.replaceAll(/^.*\//gm, ''),
      'b.csv:2: guessed: summary: it has none, so it is empty\nb.csv:2: dropped: name of "gas": two inputs disagree; the later one counts\n',
    );
    assert.deepEqual((await glossary()).terms, [
      {id: 'gas', name: 'Fuel', summary: 'x', url: '/gas/'},
    ]);
  });

  it('leaves what was there when an input fails, and nothing beside it', async (t) => {
    const {run, path, write, read} = await terminal(t);
    await write('good.csv', 'name,summary\nGas,x\n');
    await write('bad.json', '[{"name": "Fee"');
    for (const before of [undefined, glossary([])]) {
      if (before !== undefined) await write('out.json', before);
      const {code, stderr} = await run(
        ...['import', path('good.csv'), path('bad.json')],
        ...['-o', path('out.json')],
      );
      assert.equal(code, 2);
      assert.match(stderr, /bad\.json:1:/);
      if (before !== undefined) assert.equal(await read('out.json'), before);
      const files = (await readdir(path('.'))).toSorted();
      assert.deepEqual(files, [
        'bad.json',
        'good.csv',
        ...(before ? ['out.json'] : []),
      ]);
    }
  });

  it('writes entries as they come, all of them', async (t) => {
    const {run, path, write, read} = await terminal(t);
    const rows = Array.from({length: 3000}, (_, at) => `n${at},s${at}`);
    await write('big.csv', `name,summary\n${rows.join('\n')}\n`);
    await run(
      'import',
      path('big.csv'),
      '-o',
      path('out.json'),
      '--language',
      'de',
    );
    const {language, terms} = JSON.parse(await read('out.json')) as {
      language: string;
      terms: readonly {name: string; summary: string}[];
    };
    assert.equal(language, 'de');
    assert.deepEqual(
      terms.map(({name, summary}) => `${name},${summary}`),
      rows,
    );
  });

  for (const [why, args, message] of [
    ['an unknown format', ['--from', 'cvs'], /Did you mean --from csv/],
    ['a map without a name', ['--map', '=x'], /expected NAME=THEIRS/],
    [
      'a map given twice',
      ['--map', 'name=a', '--map', 'name=b'],
      /given twice/,
    ],
  ] as const) {
    it(`refuses ${why}`, async (t) => {
      const {run, path, write} = await terminal(t);
      await write('a.csv', 'name,summary\na,b\n');
      const {code, stderr} = await run(
        ...['import', path('a.csv'), '-o', path('o.json'), ...args],
      );
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  }

  it('goes to the network only when it is told to', async (t) => {
    const {run, path} = await terminal(t);
    const {code, stderr} = await run(
      ...['import', 'https://w.test/a.csv', '-o', path('o.json')],
    );
    assert.equal(code, 2);
    assert.match(stderr, /--fetch/);
  });
});

describe('importing pages of terms', () => {
  const page = (name: string, kind: string, text: string) =>
    `# ${name} ⎊ ${kind}\n\n---\n\n## Essence\n\n${text}\n\n## Glossary\n\n### [Costs](https://w.test/area/costs/)\n\nx\n`;

  it('finds the entries of their addresses, and keeps what is known of them', async (t) => {
    const {run, path, write, read} = await terminal(t);
    const gas = {name: 'Gas', summary: 'Known.'};
    await write(
      'all.json',
      glossary([
        {id: 'gas', ...gas, kind: 'term', url: 'https://w.test/term/gas/'},
        {
          id: 'definition/gas',
          ...gas,
          kind: 'definition',
          url: 'https://w.test/definition/gas/',
        },
      ]),
    );
    await write('site/term/gas.md', page('Gas', 'Term', 'Of the term.'));
    await write(
      'site/definition/gas.md',
      page('Gas', 'Definition', 'Of the definition.'),
    );
    await write('site/term/fee.md', page('Fee', 'Term', 'A price. Of work.'));
    const {code, stderr} = await run(
      'import',
      path('site'),
      '-o',
      path('all.json'),
    );
    assert.equal(code, 0, stderr);
    const {terms, areas} = JSON.parse(await read('all.json')) as Glossary;
    assert.deepEqual(
      terms.map((term) => [
        term.id,
        'summary' in term && term.summary,
        'definition' in term && term.definition,
        'url' in term && term.url,
      ]),
      [
        [
          'gas',
          'Known.',
          {markdown: '**Essence**\n\nOf the term.'},
          'https://w.test/term/gas/',
        ],
        [
          'definition/gas',
          'Known.',
          {markdown: '**Essence**\n\nOf the definition.'},
          'https://w.test/definition/gas/',
        ],
        [
          'fee',
          'A price. Of work.',
          {markdown: '**Essence**\n\nA price. Of work.'},
          'https://w.test/term/fee/',
        ],
      ],
    );
    assert.deepEqual(areas, [
      {id: 'costs', name: 'Costs', url: 'https://w.test/area/costs/'},
    ]);
    await run(
      ...['export', path('all.json'), '--format', 'page', '--all'],
      ...['--site-url', 'https://w.test/', '-o', path('out')],
    );
    for (const file of ['term/gas.md', 'definition/gas.md', 'term/fee.md'])
      assert.equal(await read(`out/${file}`), await read(`site/${file}`));
  });
});
