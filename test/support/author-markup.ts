/** What authors write into elements, and what is read from it, in a page as when prerendering. */

/** Markup inside a `<breadcrumb-jsonld>`, and its steps: names with paths. */
export const TRAILS: readonly (readonly [
  what: string,
  markup: string,
  steps: readonly (readonly [name: string, path?: string])[],
])[] = [
  [
    'accessible names, without separators and without what is hidden',
    `<nav><ol>
      <li><a href="/" aria-label="Home"><svg aria-hidden="true"></svg></a><span aria-hidden="true">/</span></li>
      <li><a href="/docs/"><img alt="Docs"></a></li>
      <li><a href="/m/"><span aria-hidden="true">folder</span>Margin</a> ›</li>
      <li>› Calls</li>
    </ol></nav>`,
    [['Home', '/'], ['Docs', '/docs/'], ['Margin', '/m/'], ['Calls']],
  ],
  [
    'titles of pictures, and of links without a text',
    `<ol><li><a href="/"><svg><title>Home</title><path d="M0 0"></path></svg></a></li>
      <li><a href="/d" title="Docs"><i class="icon"></i></a></li><li>Here</li></ol>`,
    [['Home', '/'], ['Docs', '/d'], ['Here']],
  ],
  [
    'a list in wrappers, beside other text',
    `<p>You are here:</p><div><div><nav><ul><li><a href="/">Home</a></li><li>Here</li></ul></nav></div></div>`,
    [['Home', '/'], ['Here']],
  ],
  [
    'items without a name left out, and separators of their own',
    `<ol><li><a href="/">Home</a></li><li>/</li><li></li><li aria-hidden="true">x</li><li>TCP/IP</li></ol>`,
    [['Home', '/'], ['TCP/IP']],
  ],
  [
    'a menu inside a step left out',
    `<ol><li><a href="/">Home</a><ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul></li><li>Here</li></ol>`,
    [['Home', '/'], ['Here']],
  ],
  [
    'lists in lists, one for each step',
    `<ul><li><a href="/">Home</a><ul><li><a href="/a">A</a><ul><li>Here</li></ul></li></ul></li></ul>`,
    [['Home', '/'], ['A', '/a'], ['Here']],
  ],
  [
    'links without a list',
    `<nav>In: <a href="/">Home</a> › <span><a href="/docs">Docs</a></span> / <b>Margin</b> calls</nav>`,
    [['Home', '/'], ['Docs', '/docs'], ['Margin calls']],
  ],
  [
    'texts between links without a list',
    `<a href="/">Home</a> &gt; Guides › AC/DC`,
    [['Home', '/'], ['Guides'], ['AC/DC']],
  ],
];

/** Markup inside a `<faq-block>`, and its questions with their answers. */
export const QUESTIONS: readonly (readonly [
  what: string,
  markup: string,
  questions: readonly (readonly [question: string, answer: string])[],
])[] = [
  [
    'accessible names of questions',
    `<details><summary><span aria-hidden="true">▸</span><img alt="Which"> fees?</summary>a</details>
     <details><summary aria-label="Is it open?"><svg></svg></summary>b</details>`,
    [
      ['Which fees?', 'a'],
      ['Is it open?', 'b'],
    ],
  ],
  [
    'lines of a question apart',
    `<details><summary><div>Part one</div><div>Why?</div></summary>a</details>`,
    [['Part one Why?', 'a']],
  ],
  [
    'questions in wrappers',
    `<div><h2>Fees</h2><div><details><summary>Q?</summary>a</details></div></div>
     <section><dl><div><dt>R?</dt><dd>b</dd></div></dl></section>`,
    [
      ['Q?', 'a'],
      ['R?', 'b'],
    ],
  ],
  [
    'no question without a name or an answer',
    `<details><summary> </summary>a</details><details>b</details><dl><dt>Q?</dt></dl>
     <details><summary>R?</summary>c</details>`,
    [['R?', 'c']],
  ],
  [
    'an answer without what readers do not get',
    `<details><summary>Q?</summary><p>a<span aria-hidden="true"> icon</span><span hidden> b</span></p></details>`,
    [['Q?', 'a']],
  ],
  [
    'a block in an answer said once, by that block',
    `<details><summary>Q?</summary><p>a</p><faq-block structured-data="none"><details><summary>R?</summary>b</details></faq-block></details>`,
    [['Q?', 'a']],
  ],
];
