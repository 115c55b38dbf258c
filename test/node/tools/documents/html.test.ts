import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import type {Term} from '../../../../src/glossary/types.js';
import {fixture, terminal} from '../support/terminal.js';

describe('an HTML page', () => {
  it('is read from its JSON-LD: graphs, lists of types, several scripts', async (t) => {
    const {run, path, glossary} = await terminal(t);
    const {code, stderr} = await run(
      'import',
      fixture('area.html'),
      '-o',
      path('glossary.json'),
    );
    assert.equal(code, 0);
    assert.match(stderr, /area\.html:9: warning: JSON-LD block: expected JSON/);
    assert.match(
      stderr,
      /area\.html:8: warning: .*"What is the Choice.*does not show/,
    );
    const {name, url, language, terms, areas = []} = await glossary();
    assert.deepEqual(
      [name, url, language],
      ['Example Glossary', 'https://glossary.example/', 'en'],
    );
    assert.deepEqual(
      (terms as Term[]).map(({id, kind, published}) => [
        id,
        kind,
        published?.slice(0, 10),
      ]),
      [
        ['disc-rotor-wear', 'term', '2025-04-10'],
        ['cable-pull-ratio', 'term', '2025-04-11'],
        ['brake-fade', 'definition', '2025-04-12'],
      ],
    );
    assert.match(
      (terms[0] as Term).summary,
      /^Disc rotor wear is .* surface\.$/,
    );
    assert.equal(areas[0]?.resources?.[0]?.number, 6);
    assert.equal(areas[0].questions?.length, 3);
    const {stdout} = await run('export', path('glossary.json'), '-f', 'page');
    assert.match(stdout, /^# Bicycle Brake Systems ⎊ Area ⎊ Resource 6\n/);
  });

  it('gives its terms without an area', async (t) => {
    const {run, path, glossary} = await terminal(t);
    const {code, stderr} = await run(
      'import',
      fixture('terms.html'),
      '-o',
      path('glossary.json'),
    );
    assert.deepEqual([code, stderr], [0, '']);
    const {name, language, terms, areas} = await glossary();
    assert.deepEqual([name, language], ['Example Glossary', 'en']);
    assert.equal(areas, undefined);
    assert.deepEqual(
      (terms as Term[]).map(({id, summary}) => [id, summary.slice(0, 14)]),
      [
        ['rim-brake-track', 'Rim brake trac'],
        ['hydraulic-bleed', 'Hydraulic blee'],
      ],
    );
  });

  it('finds the nodes that a graph names elsewhere', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    const url = 'https://glossary.example/term/spoke/';
    const graph = [
      {
        '@type': 'CollectionPage',
        url: 'https://glossary.example/area/wheels/',
        hasPart: {'@id': url},
      },
      {
        '@type': 'Article',
        '@id': url,
        url,
        headline: 'Spoke',
        description: 'A thin rod.',
      },
    ];
    await write(
      'page.html',
      `<!-- x --><script type="application/ld+json">${JSON.stringify({'@graph': graph})}</script>`,
    );
    await run('import', path('page.html'), '-o', path('glossary.json'));
    const [term] = (await glossary()).terms;
    assert.deepEqual([term?.id, term?.name], ['spoke', 'Spoke']);
  });

  it('leaves the layout of the Markdown page as it was', async (t) => {
    const {run, path, write} = await terminal(t);
    const page = (await readFile(fixture('odd.md'), 'utf8'))
      .replaceAll('resource/4', 'resource/6')
      .replaceAll('Resource 4', 'Resource 6');
    await write('page.md', page);
    await run('import', path('page.md'), '-o', path('glossary.json'));
    await write(
      'page.html',
      `<!doctype html><script type="application/ld+json">${/```json\n(\{[^`]*CollectionPage[^`]*)```/.exec(page)![1]!}</script>`,
    );
    await run('import', path('page.html'), '-o', path('glossary.json'));
    const {stdout} = await run(
      'export',
      path('glossary.json'),
      '-f',
      'page',
      '--resource',
      '6',
    );
    assert.match(stdout, /⎊ Term {2}\n\n\n/);
  });

  it('of questions alone leaves the terms of its area', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    await run('import', fixture('newer.md'), '-o', path('glossary.json'));
    const url =
      'https://glossary.example/area/bicycle-brake-systems/resource/4/';
    const faq = {
      '@type': 'FAQPage',
      mainEntity: [
        {
          '@type': 'Question',
          name: 'Why?',
          acceptedAnswer: {'@type': 'Answer', text: '⎊ So.'},
        },
      ],
    };
    await write(
      'page.html',
      `<!doctype html><link rel="canonical" href="${url}"><p>Why? So.</p><script type="application/ld+json">${JSON.stringify(faq)}</script>`,
    );
    await run('import', path('page.html'), '-o', path('glossary.json'));
    const [area] = (await glossary()).areas ?? [];
    assert.deepEqual(area?.questions, [{question: 'Why?', answer: 'So.'}]);
    assert.equal(area.resources?.[0]?.terms.length, 10);
  });

  it('without any data is refused', async (t) => {
    const {run, path, write} = await terminal(t);
    await write('page.html', '<!doctype html><p>Nothing');
    const {code, stderr} = await run(
      'import',
      path('page.html'),
      '-o',
      path('glossary.json'),
    );
    assert.equal(code, 2);
    assert.match(
      stderr,
      /page\.html:1: expected JSON-LD with a CollectionPage/,
    );
  });
});
