import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {before, describe, it} from 'node:test';
import '../../../support/ensure-glossary.js';
import {parse, type ParserError} from 'parse5';
import {GlossaryIndex} from '../../../../src/glossary/glossary-index.js';
import type {Glossary} from '../../../../src/glossary/types.js';
import {buildAreaNodes} from '../../../../src/structured-data/area-nodes.js';
import {checkStructuredData} from '../../../support/check-structured-data.js';
import {validateSchemaOrg} from '../../../support/validate-schema-org.js';
import {GLOSSARY, SITE, siteOf} from './site.js';

type Node = Readonly<Record<string, unknown>>;

type Site = Awaited<ReturnType<typeof siteOf>>;

const bundled = JSON.parse(
  await readFile(
    new URL('../../../../data/glossary.json', import.meta.url),
    'utf8',
  ),
) as Glossary;

const LINK = / (?:href|src|action)="([^"]*)"/g;

const unescaped = (text: string) =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<');

/** The files that a page leads to, as a server finds them. */
const targetsOf = (path: string, text: string): readonly string[] =>
  [...text.matchAll(LINK)].flatMap(([, link]) => {
    const {href} = new URL(unescaped(link!), SITE + path);
    const [address] = href.split('#');
    if (!address!.startsWith(SITE)) return [];
    const file = decodeURIComponent(address!.slice(SITE.length));
    return file === '' || file.endsWith('/') ? `${file}index.html` : file;
  });

const blocksOf = (page: string): unknown[] =>
  [
    ...page.matchAll(
      /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/g,
    ),
  ].map(([, text]) => JSON.parse(text!) as unknown);

const GLOSSARIES = {
  small: GLOSSARY,
  bundled,
  empty: {format: 1, name: 'Empty', terms: []},
};

for (const [name, glossary] of Object.entries(GLOSSARIES)) {
  describe(`a site: ${name}`, () => {
    let site: Site;
    before(async () => {
      site = await siteOf(glossary);
    });

    it('leads to no page that it has not', () => {
      // A picture is the publisher's to put there.
      const known = (file: string) =>
        site.files.has(file) || file.startsWith('pictures/');
      for (const [path, text] of site.pages) {
        for (const file of targetsOf(path, text)) {
          assert.ok(known(file), `${path} leads to ${file}`);
        }
      }
      for (const [path, text] of site.files) {
        if (!/\.(md|txt)$/.test(path)) continue;
        for (const [, address] of text.matchAll(/\]\((https:[^)]*)\)/g)) {
          if (!address!.startsWith(SITE)) continue;
          const file = decodeURIComponent(address!.slice(SITE.length));
          const page = file && !file.endsWith('/') ? file : `${file}index.html`;
          assert.ok(known(page), `${path} leads to ${page}`);
        }
      }
    });

    it('can be reached page by page from the first', () => {
      const seen = new Set(['index.html']);
      for (const path of seen) {
        const text = site.files.get(path) ?? '';
        if (!path.endsWith('.html')) continue;
        for (const file of targetsOf(path, text)) seen.add(file);
      }
      const isAside = (path: string) =>
        path === '404.html' || site.page(path).includes('http-equiv="refresh"');
      for (const [path] of site.pages) {
        assert.ok(seen.has(path) || isAside(path), `nothing leads to ${path}`);
      }
    });

    it('is HTML without a fault, with its landmarks', () => {
      for (const [path, text] of site.pages) {
        const errors: ParserError[] = [];
        parse(text, {onParseError: (error) => errors.push(error)});
        assert.deepEqual(errors, [], path);
        assert.equal(text.match(/<h1[\s>]/g)?.length, 1, `h1 of ${path}`);
        const levels = [...text.matchAll(/<h([1-6])[\s>]/g)].map(
          ([, n]) => +n!,
        );
        const isStep = (level: number, at: number) =>
          level <= (levels[at - 1] ?? 0) + 1;
        assert.ok(
          levels.every(isStep),
          `headings of ${path}: ${levels.join()}`,
        );
        assert.equal(text.match(/<main[\s>]/g)?.length, 1, `main of ${path}`);
        assert.match(text, /<html lang="[a-zA-Z-]+" dir="(ltr|rtl)">/);
        const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length, `ids of ${path}`);
      }
    });

    it('keeps the strictest policy', () => {
      for (const [path, text] of site.pages) {
        if (text.includes('http-equiv="refresh"')) continue;
        assert.match(
          text,
          /Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self';/,
        );
        const inline =
          /<style|<script(?! type="(?:module" src=|application\/ld\+json))| style="| on\w+="|<[^>]* href="javascript:/;
        assert.doesNotMatch(text, inline, path);
        for (const [, address] of text.matchAll(
          /<(?:script|link rel="(?:stylesheet|icon|glossary)")[^>]* (?:src|href)="([^"]*)"/g,
        )) {
          assert.doesNotMatch(address!, /^(https?:)?\/\//, path);
        }
      }
    });

    it('names each page that is to be found, once, under its own address', () => {
      const sitemap = site.files.get('sitemap.xml')!;
      const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(
        ([, loc]) => unescaped(loc!),
      );
      const canonical = site.pages.flatMap(([, text]) =>
        text.includes('http-equiv="refresh"')
          ? []
          : [...text.matchAll(/rel="canonical" href="([^"]*)"/g)].map(
              ([, href]) => unescaped(href!),
            ),
      );
      assert.deepEqual([...listed].sort(), [...canonical].sort());
      assert.equal(new Set(listed).size, listed.length);
    });

    it('has a Markdown mirror of each of them', () => {
      for (const [path, text] of site.pages) {
        const mirror = /type="text\/markdown" href="([^"]*)"/.exec(text)?.[1];
        const isListed =
          text.includes('rel="canonical"') &&
          !text.includes('http-equiv="refresh"');
        assert.equal(mirror !== undefined, isListed, path);
        if (!mirror) continue;
        const file = decodeURIComponent(unescaped(mirror).slice(SITE.length));
        assert.match(site.files.get(file) ?? '', /^# \S/, file);
      }
    });

    it('says of each page in which languages it is, and they say the same', () => {
      const alternates = new Map(
        site.pages
          .filter(([, text]) => !text.includes('http-equiv="refresh"'))
          .map(([, text]) => [
            /rel="canonical" href="([^"]*)"/.exec(text)?.[1],
            [...text.matchAll(/hreflang="([^"]*)" href="([^"]*)">/g)].map(
              ([, tag, href]) => `${tag} ${href}`,
            ),
          ]),
      );
      for (const [own, list] of alternates) {
        if (!list.length) continue;
        assert.ok(
          list.some((row) => row.endsWith(` ${own}`)),
          own,
        );
        for (const row of list) {
          assert.deepEqual(alternates.get(row.split(' ')[1]!), list, own);
        }
      }
    });

    it('is the same to the byte when it is made again', async () => {
      const again = await siteOf(glossary);
      assert.deepEqual([...again.files], [...site.files]);
    });
  });
}

describe('the pages of a site', () => {
  let site: Site;
  before(async () => {
    site = await siteOf(GLOSSARY);
  });

  it('have addresses of their own where these lie on the site', () => {
    assert.match(site.page('knots/sheet-bend/index.html'), /Joins two ropes/);
    assert.match(
      site.page('term/bowline/index.html'),
      /A loop that holds &amp; comes loose/,
    );
    const moved = site.page('term/hitch/index.html');
    assert.match(
      moved,
      /<a href="https:\/\/old\.example\/hitch\/">old\.example\/hitch\/<\/a>/,
    );
  });

  it('say of an entry what the elements say, in the text and as data', () => {
    const page = site.page('term/bowline/index.html');
    assert.match(
      page,
      /<h1 part="name"><dfn><a href="\.\.\/\.\.\/term\/bowline\/">Bowline/,
    );
    assert.match(page, /<a href="\.\.\/\.\.\/knots\/sheet-bend\/">bend<\/a>/);
    const set = blocksOf(page).find(
      (node) => (node as {'@type': string})['@type'] === 'DefinedTermSet',
    );
    assert.deepEqual(set, {
      '@context': 'https://schema.org',
      '@type': 'DefinedTermSet',
      '@id': SITE,
      url: SITE,
      name: 'Knots & <Ropes>',
      inLanguage: 'en',
      hasDefinedTerm: [
        {
          '@type': 'DefinedTerm',
          '@id': `${SITE}term/bowline/`,
          url: `${SITE}term/bowline/`,
          name: 'Bowline',
          description: 'A loop that holds & comes loose.',
          termCode: 'bowline',
          image: {'@type': 'ImageObject', url: `${SITE}pictures/bowline.jpg`},
          mainEntityOfPage: {
            '@type': 'WebPage',
            '@id': `${SITE}term/bowline/`,
            url: `${SITE}term/bowline/`,
            datePublished: '2026-03-01',
          },
          inDefinedTermSet: SITE,
        },
      ],
    });
  });

  it('give an area the data of its element', () => {
    const published = JSON.parse(site.page('glossary.json')) as Glossary;
    const index = new GlossaryIndex(published);
    for (const resource of published.areas![0]!.resources!) {
      const page = index.areaPage({area: resource.url!})!;
      const file = `${resource.url!.slice(SITE.length)}index.html`;
      assert.deepEqual(
        blocksOf(site.page(file)),
        JSON.parse(JSON.stringify(buildAreaNodes(page, resource.url!))),
      );
    }
  });

  it('state the site and the glossary at home, and an article about each entry', async () => {
    const [website, set] = blocksOf(site.page('index.html')) as Node[];
    assert.deepEqual(
      [website!['@type'], website!.name, website!.url],
      ['WebSite', 'Knots & <Ropes>', SITE],
    );
    assert.deepEqual(
      (set!.hasDefinedTerm as Node[]).map(({name}) => name).toSorted(),
      GLOSSARY.terms.flatMap(({name}) => name ?? []).toSorted(),
    );
    const page = blocksOf(site.page('term/bowline/index.html')) as Node[];
    assert.deepEqual(
      page.map((node) => node['@type']),
      ['Article', 'BreadcrumbList', 'DefinedTermSet'],
    );
    const [article, , terms] = page;
    const [term] = terms!.hasDefinedTerm as Node[];
    assert.deepEqual(article!.about, {'@id': term!['@id']});
    assert.equal(article!.headline, 'Bowline');
    assert.equal(article!.inLanguage, 'en');
    for (const [path, html] of site.pages) {
      const nodes = blocksOf(html) as object[];
      // The glossary is named as if there were a tag in its name.
      const faults = checkStructuredData(nodes).filter(
        (fault) => !fault.endsWith('.name: markup in plain text'),
      );
      assert.deepEqual(faults, [], path);
      assert.deepEqual(await validateSchemaOrg(nodes), [], path);
    }
  });

  it('say which entries refer to an entry, and which areas it is in', () => {
    const page = site.page('term/bowline/index.html');
    const aside = /<aside>[\s\S]*<\/aside>/.exec(page)![0];
    assert.match(
      aside,
      /In these areas[\s\S]*>Loops<[\s\S]*Referred to by[\s\S]*>Sheet bend</,
    );
  });

  it('lead on from former ids, but from none that is a page or a path', () => {
    const page = site.page('term/bow-line/index.html');
    assert.match(
      page,
      /http-equiv="refresh" content="0; url=\.\.\/\.\.\/term\/bowline\/"/,
    );
    assert.match(page, /href="\.\.\/\.\.\/term\/bowline\/"/);
    assert.match(
      site.page('ar/term/bow-line/index.html'),
      /url=\.\.\/\.\.\/\.\.\/ar\/term\/bowline\/"/,
    );
    assert.match(
      page,
      /rel="canonical" href="https:\/\/glossary\.example\/g\/term\/bowline\/"/,
    );
    // The former id of one entry may be the id of another one.
    assert.match(site.page('term/sheet-bend/index.html'), /refresh/);
    assert.equal(
      [...site.files.keys()].filter((path) => path.includes('..')).length,
      0,
    );
  });

  it('leave out pictures of others, and say so', () => {
    assert.match(
      site.page('term/bowline/index.html'),
      /<img[^>]* src="\.\.\/\.\.\/pictures\/bowline\.jpg"/,
    );
    assert.doesNotMatch(
      site.page('knots/sheet-bend/index.html'),
      /elsewhere\.example/,
    );
    assert.match(
      site.notes.map(({message}) => message).join('\n'),
      /the picture of Sheet bend/,
    );
  });

  it('show those of origins that the owner of the site names', async () => {
    const named = await siteOf(GLOSSARY, {
      images: 'https://elsewhere.example any.example',
    });
    assert.match(
      named.page('knots/sheet-bend/index.html'),
      /<img[^>]* src="https:\/\/elsewhere\.example\//,
    );
  });

  it('are in English where the language is no language tag', async () => {
    const {page, notes} = await siteOf({
      ...GLOSSARY,
      language: 'javascript:x',
      terms: GLOSSARY.terms.map((term) => ({
        ...term,
        translations: {abcd: {name: 'X'}},
      })),
    });
    assert.match(page('index.html'), /<html lang="en"/);
    assert.match(
      notes.map(({message}) => message).join('\n'),
      /"javascript:x" is no language tag/,
    );
  });

  it('are one for an address that names a file of its folder, and for an id', async () => {
    const term = (id: string, name: string, url?: string) => ({
      ...{id, name, summary: 'S.'},
      ...(url !== undefined && {url}),
    });
    const {files, notes} = await siteOf({
      ...{format: 1, name: 'G', language: 'en'},
      terms: [
        term('a', 'A', `${SITE}a/index.html`),
        term('b', 'B', `${SITE}a/`),
        term('c', 'First'),
        term('c', 'Second'),
      ],
      areas: [
        {id: 'x', name: 'X', url: `${SITE}x/`},
        {id: 'y', name: 'Y', url: `${SITE}X/INDEX.html`},
        {id: 'x', name: 'Other X'},
      ],
    });
    const has = (path: string) => assert.ok(files.has(path), path);
    has('a/index.html');
    has('term/b/index.html');
    has('term/c/index.html');
    has('x/index.html');
    has('area/y/index.html');
    const dropped = notes.map(({message}) => message).join('\n');
    assert.match(dropped, /^Second: .* the id "c"/m);
    assert.match(dropped, /^Other X: .* the id "x"/m);
  });

  it('have an edition of what is translated, written its own way', () => {
    const page = site.page('ar/term/bowline/index.html');
    assert.match(page, /<html lang="ar" dir="rtl">/);
    assert.match(page, /حلقة لا تنزلق/);
    assert.doesNotMatch(page, /See the|<a href="[^"]*">bend/);
    assert.match(page, /hreflang="en"/);
    assert.match(site.page('ar/area/loops/index.html'), /أي حلقة؟/);
    assert.equal(site.files.has('ar/knots/sheet-bend/index.html'), false);
  });

  it('group by letters, whatever is no letter last', () => {
    const row = /<nav class="letters"[\s\S]*?<\/nav>/.exec(
      site.page('index.html'),
    )![0];
    assert.deepEqual(
      [...row.matchAll(/<b>(.*?)<\/b>/g)].map(([, letter]) => letter),
      ['B', 'S', 'U', '#'],
    );
  });

  it('tell of what is new, last changed first', () => {
    const recent = /<ul class="recent">[\s\S]*?<\/ul>/.exec(
      site.page('index.html'),
    )![0];
    assert.deepEqual(
      [...recent.matchAll(/>([\w ]+)<\/a>/g)].map(([, name]) => name),
      ['Sheet bend', 'Bowline'],
    );
    const feed = site.page('feed.xml');
    assert.match(feed, /<updated>2026-04-02T10:00:00\.000Z<\/updated>/);
    assert.equal(feed.match(/<entry>/g)?.length, 2);
  });

  it('of nothing have no frame for letters', async () => {
    const {pages} = await siteOf({
      format: 1,
      name: 'Nothing yet',
      language: 'en',
      terms: [],
    });
    assert.ok(pages.length > 2);
    for (const [path, text] of pages) {
      assert.doesNotMatch(text, /class="letters"|By letter/, path);
    }
  });

  it('lead to an area in the words of the site, in the text and as data', async () => {
    const {page} = await siteOf({
      format: 1,
      name: 'Knoten',
      language: 'de',
      terms: [{id: 'stek', name: 'Stek', summary: 'Ein Knoten.'}],
      areas: [
        {
          id: 'see',
          name: 'Seefahrt',
          resources: [{number: 2, terms: ['stek']}],
        },
      ],
    });
    const text = page('area/see/resource/2/index.html');
    const steps = ['Start', 'Themen', 'Seefahrt', 'Seite 2'];
    const trail = /<nav class="trail"[\s\S]*?<\/nav>/.exec(text)![0];
    const shown = trail.replace(/<[^>]*>/g, ' ').split(/\s{2,}/);
    assert.deepEqual(shown.filter(Boolean), steps);
    const [list] = blocksOf(text) as [
      {itemListElement: readonly {name: string}[]},
    ];
    assert.deepEqual(
      list.itemListElement.map(({name}) => name),
      steps,
    );
  });

  it('cut a large area into pages, all of whose entries are on one', async () => {
    const terms = Array.from({length: 100}, (_, at) => ({
      id: `t${at}`,
      name: `T ${at}`,
      summary: 'Text.',
      areas: ['big'],
    }));
    const big = await siteOf({
      format: 1,
      name: 'G',
      terms,
      areas: [{id: 'big', name: 'Big'}],
    });
    const pages = [1, 2, 3].map((number) =>
      big.page(`area/big/resource/${number}/index.html`),
    );
    assert.equal(pages.join('').match(/<article/g)?.length, 100);
    assert.match(
      pages[0]!,
      /<a href="\.\.\/\.\.\/\.\.\/\.\.\/area\/big\/resource\/3\/">3<\/a>/,
    );
    assert.match(big.page('area/big/index.html'), />T 99</);
  });
});

describe('hostile ids and names', () => {
  const IDS = [
    ...[
      '../../x',
      'con',
      'CON',
      'a/b',
      'A/B',
      'a-b',
      '.',
      '..',
      '',
      ' ',
      '日本',
      'é',
      'e\u0301',
    ],
    ...[
      '__proto__',
      'constructor',
      'index',
      'x.md',
      'x',
      'C:\\x',
      'nul.txt',
      '\u0000',
      '\ud800',
    ],
    ...[
      'a'.repeat(300),
      `${'a'.repeat(300)}b`,
      '<b>"&',
      'search',
      'assets',
      '404',
      '%2e%2e%2f',
    ],
  ];
  const terms = IDS.flatMap((id) => [
    {
      id: id || 'empty',
      name: `<b>${id}"&'`,
      summary: `</p><script>${id}`,
      formerIds: [`f-${id}`, id],
    },
    {
      id: `u-${id}`,
      name: id || '-',
      summary: '-->',
      url: `${SITE}${id}`,
      aliases: [id],
      areas: [id],
    },
  ]);
  const areas = IDS.map((id) => ({
    id: id || 'none',
    name: `${id}</h1>`,
    url: `${SITE}${id}/`,
  }));

  it('stay inside the folder, each in a place of its own on any file system', async () => {
    const {files, pages} = await siteOf({
      format: 1,
      name: '</title>',
      terms,
      areas,
    });
    const keys = [...files.keys()].map((path) =>
      path.normalize('NFC').toLowerCase(),
    );
    assert.equal(new Set(keys).size, keys.length);
    for (const path of files.keys()) {
      for (const part of path.split('/')) {
        assert.doesNotMatch(
          part,
          // eslint-disable-next-line no-control-regex -- these are what must not be in a name
          /^$|^\.|[. ]$|^(con|nul)(\.|$)|[\u0000-\u001f\\:*?"<>|]/i,
          path,
        );
        assert.ok(Buffer.byteLength(part) <= 200, path);
      }
    }
    assert.ok(pages.length > IDS.length * 2);
    for (const [path, text] of pages) {
      assert.doesNotMatch(text, /<script>|<b>"|<\/h1><\/h1>/, path);
      for (const file of targetsOf(path, text)) {
        assert.ok(files.has(file), `${path} leads to ${file}`);
      }
    }
  });
});
