import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {PAGE_CHECKS} from '../../../tools/src/page-data/finding.js';
import {terminal} from './support/terminal.js';

const jsonLd = (node: object | string): string =>
  `<script type="application/ld+json">${typeof node === 'string' ? node : JSON.stringify({'@context': 'https://schema.org', ...node})}</script>`;

const faq = (question: string, text: string) => ({
  '@type': 'FAQPage',
  mainEntity: [
    {
      '@type': 'Question',
      name: question,
      acceptedAnswer: {'@type': 'Answer', text},
    },
  ],
});

const trail = (...steps: object[]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map((step, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    ...step,
  })),
});

const HOME = {name: 'Home', item: 'https://x.example/'};
const HERE = {name: 'Here'};

const TEXT =
  '<h1>Fees</h1><details><summary>Why?</summary>So &amp; <b>so</b>.</details>';

const pageOf = (data: string, head = '') =>
  `<!doctype html><html><head><title>X</title>\n${head}${data}</head>\n<body>${TEXT}</body></html>`;

const checked = async (
  t: Parameters<typeof terminal>[0],
  html: string,
  ...options: string[]
) => {
  const {run, path, write} = await terminal(t);
  await write('page.html', html);
  const {code, stdout, stderr} = await run(
    ...['check', path('page.html'), '--json', ...options],
  );
  assert.equal(stderr, '');
  const {findings, nodes} = JSON.parse(stdout) as {
    findings: {code: string; message: string; line: number}[];
    nodes: {types: string[]; syntax: string; isOurs: boolean; line: number}[];
  };
  return {code, findings, nodes};
};

describe('check', () => {
  for (const [what, data, codes] of [
    ['nothing', '', []],
    ['good data', jsonLd(faq('Why?', 'So & so.')), []],
    [
      'an answer with markup',
      jsonLd(faq('Why?', '<p>So &amp; <b>so</b>.</p>')),
      [],
    ],
    ['a graph', jsonLd({'@graph': [trail(HOME, HERE)]}), []],
    [
      'JSON with a comma too many',
      jsonLd('{"@type":"FAQPage",}'),
      ['not-json'],
    ],
    [
      'another context',
      jsonLd({'@context': 'https://evil.example/', '@type': 'Thing'}),
      ['context'],
    ],
    ['no type', jsonLd({name: 'X'}), ['type']],
    ['an empty property', jsonLd({'@type': 'Thing', name: ''}), ['empty']],
    ['a relative address', jsonLd({'@type': 'Thing', url: '/x/'}), ['address']],
    [
      'a date in words',
      jsonLd({'@type': 'Article', headline: 'Fees', datePublished: 'May 2026'}),
      ['date'],
    ],
    [
      'markup in a name',
      jsonLd({'@type': 'Thing', name: '<b>X</b>'}),
      ['markup'],
    ],
    [
      'questions twice',
      jsonLd(faq('Why?', 'So & so.')) + jsonLd(faq('Why?', 'So & so.')),
      ['doubled'],
    ],
    [
      'questions in two syntaxes',
      `${jsonLd(faq('Why?', 'So & so.'))}<meta itemscope itemtype="https://schema.org/FAQPage">`,
      ['doubled'],
    ],
    [
      'questions that are not on the page',
      jsonLd(faq('Why?', 'Hidden.')),
      ['not-visible'],
    ],
    ['a trail of one step', jsonLd(trail(HOME)), ['required']],
    [
      'a step without an address',
      jsonLd(trail({name: 'Home'}, HERE)),
      ['required'],
    ],
    [
      'a site without a name',
      jsonLd({'@type': 'WebSite', url: 'https://x.example/'}),
      ['required'],
    ],
    [
      'an article without a headline',
      jsonLd({'@type': 'Article'}),
      ['recommended'],
    ],
    [
      'a table in an answer',
      jsonLd(faq('Why?', '<table><tr><td>So &amp; so.</td></tr></table>')),
      Array(6).fill('not-allowed'),
    ],
    [
      'two nodes of one name',
      jsonLd({'@type': 'Thing', '@id': 'https://x.example/#a', name: 'A'}) +
        jsonLd({'@type': 'Thing', '@id': 'https://x.example/#a', name: 'B'}),
      ['contradiction'],
    ],
  ] as const) {
    it(`reports ${codes.join(', ') || 'nothing'} for ${what}`, async (t) => {
      const {code, findings} = await checked(t, pageOf(data));
      assert.deepEqual(
        findings.map((finding) => finding.code),
        codes,
      );
      const isError = codes.some(
        (name) =>
          PAGE_CHECKS[name as keyof typeof PAGE_CHECKS].severity === 'error',
      );
      assert.equal(code, isError ? 1 : 0);
    });
  }

  it('reports a page that its data calls otherwise, and two canonical addresses', async (t) => {
    const node = {'@type': 'WebPage', url: 'https://x.example/a/'};
    const link = (href: string) => `<link rel="canonical" href="${href}">`;
    const same = await checked(
      t,
      pageOf(jsonLd(node), link('https://x.example/a')),
    );
    assert.deepEqual(same.findings, []);
    const other = await checked(
      t,
      pageOf(jsonLd(node), link('https://x.example/b')),
    );
    assert.match(
      other.findings[0]!.message,
      /x\.example\/a\/, but the page is/,
    );
    const two = await checked(
      t,
      pageOf('', link('https://x.example/a') + link('https://x.example/b')),
    );
    assert.match(two.findings[0]!.message, /2 canonical addresses/);
  });

  it('lists each node with its line and syntax, also those of elements', async (t) => {
    const ours = jsonLd(faq('Why?', 'So & so.')).replace(
      'json"',
      'json" data-term-elements',
    );
    const {nodes} = await checked(
      t,
      pageOf(
        `${ours}\n<div vocab="https://schema.org/" typeof="Organization"></div>`,
      ),
    );
    assert.deepEqual(
      nodes.map(({types, syntax, isOurs, line}) => [
        types,
        syntax,
        isOurs,
        line,
      ]),
      [
        [['FAQPage'], 'JSON-LD', true, 2],
        [['Organization'], 'RDFa', false, 3],
      ],
    );
  });

  it('writes text for people and SARIF for code hosts', async (t) => {
    const {run, path, write} = await terminal(t);
    await write('page.html', pageOf(jsonLd(trail(HOME))));
    const text = await run('check', path('page.html'));
    assert.match(text.stdout, /page\.html:2: BreadcrumbList \(JSON-LD\)/);
    assert.match(text.stdout, /1 node, 1 error, 0 warnings/);
    assert.match(
      text.stderr,
      /:2: error: BreadcrumbList: fewer than two steps \(required\)/,
    );
    const sarif = await run('check', path('page.html'), '--format', 'sarif');
    const log = JSON.parse(sarif.stdout) as {
      runs: {results: {ruleId: string}[]; tool: {driver: {rules: object[]}}}[];
    };
    assert.deepEqual(
      log.runs[0]!.results.map(({ruleId}) => ruleId),
      ['required'],
    );
    assert.equal(
      log.runs[0]!.tool.driver.rules.length,
      Object.keys(PAGE_CHECKS).length,
    );
  });

  it('asks for one page, for --fetch and for a right address', async (t) => {
    const {run, path, write} = await terminal(t);
    await write('page.html', pageOf(''));
    for (const [args, message] of [
      [[], /expected one page, received none/],
      [['https://x.example/'], /needs --fetch/],
      [
        [path('page.html'), '--url', 'x'],
        /--url: expected an http\(s\) address/,
      ],
    ] as const) {
      const {code, stderr} = await run('check', ...args);
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
  });
});

describe('check --javascript', () => {
  it('says what is there only with JavaScript', async (t) => {
    const script = `<script>document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(jsonLd(faq('Why?', 'So.'))).replaceAll('</', '<\\/')})</script>`;
    const {run, path, write} = await terminal(t);
    await write('page.html', pageOf(jsonLd(trail(HOME, HERE)), script));
    const {code, stdout, stderr} = await run(
      ...['check', path('page.html'), '--javascript'],
    );
    assert.equal(code, 0, stderr);
    assert.match(stderr, /only with JavaScript: FAQPage/);
    assert.match(stdout, /with JavaScript:\n.*FAQPage.*\n.*BreadcrumbList/);
  });

  it('says how to get by without a browser', async (t) => {
    const {CHROMIUM_BIN} = process.env;
    process.env.CHROMIUM_BIN = '/nowhere/chromium';
    t.after(() => {
      if (CHROMIUM_BIN === undefined) delete process.env.CHROMIUM_BIN;
      else process.env.CHROMIUM_BIN = CHROMIUM_BIN;
    });
    const {run, path, write} = await terminal(t);
    await write('page.html', pageOf(''));
    const {code, stderr} = await run(
      'check',
      path('page.html'),
      '--javascript',
    );
    assert.equal(code, 2);
    assert.match(stderr, /there is no Chromium/);
  });
});
