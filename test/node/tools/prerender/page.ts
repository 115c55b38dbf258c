/** Pages to prerender, and what there is to read for them. */
import {parse, type DefaultTreeAdapterTypes as Tree} from 'parse5';
import {documentSource} from '../../../../src/glossary/document-source.js';
import {
  prerender,
  type PrerenderOptions,
} from '../../../../tools/src/prerender/index.js';

export const URL_OF_PAGE = 'https://site.example/guide/page/';

export const GLOSSARY = {
  format: 1 as const,
  name: 'Workshop',
  language: 'en',
  url: 'https://site.example/',
  terms: [
    {id: 'awl', name: 'Awl', summary: 'Makes holes.', url: '/awl/'},
    {
      id: 'jig',
      name: 'Jig & co',
      summary: 'Holds "work" <still>.',
      definition: {markdown: 'See [[awl|the awl]] & **more**.'},
      related: ['awl'],
    },
  ],
  areas: [
    {
      id: 'tools',
      name: 'Tools',
      url: '/tools/',
      questions: [
        {question: 'Why tools?', answer: 'Hands are soft.'},
        {question: 'Which?', answer: {markdown: 'Ask [us](/us/).'}},
      ],
      resources: [{number: 1, url: '/tools/1/', terms: ['awl', 'jig']}],
    },
  ],
};

export const workshop = documentSource(GLOSSARY, 'workshop.json');

/** Files by their addresses; nothing else exists. */
export const filesAt =
  (
    files: Readonly<Record<string, unknown>>,
  ): NonNullable<PrerenderOptions['fetch']> =>
  async (address) => {
    await Promise.resolve();
    if (Object.hasOwn(files, address))
      return new Response(JSON.stringify(files[address]));
    throw new Error(`there is no ${address}`);
  };

export const prerendered = (
  html: string,
  options: Partial<PrerenderOptions> = {},
) =>
  prerender(html, {
    url: URL_OF_PAGE,
    fetch: filesAt({}),
    glossary: workshop,
    stylesheet: '/look/term-elements.css',
    ...options,
  });

/** All elements of a page, what is in templates too, in order. */
export const elementsOf = (html: string): readonly Tree.Element[] => {
  const found: Tree.Element[] = [];
  const visit = (parent: Tree.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      found.push(node);
      visit('content' in node ? (node as Tree.Template).content : node);
    }
  };
  visit(parse(html));
  return found;
};

export const attributeOf = (element: Tree.Element, name: string) =>
  element.attrs.find((other) => other.name === name)?.value;

const SCRIPT =
  /<script type="application\/ld\+json" data-term-elements="n[a-z\d]+">([^<]*)<\/script>/g;

/** The structured data that is written into a page. */
export const dataOf = (html: string): readonly unknown[] =>
  [...html.matchAll(SCRIPT)].map(([, text]) => JSON.parse(text!) as unknown);

const CONTENT = new RegExp(
  [
    '<article\\s+part="entry"[\\s\\S]*?</article>',
    '<section class="area"[\\s\\S]*?</section>',
    '<div class="questions"[\\s\\S]*?</details>\\s*</div>',
    '<nav class="trail"[\\s\\S]*?</nav>',
  ].join('|'),
  'g',
);

/**
 * A page with everything taken away that the prerenderer writes, by nothing
 * but the form of it. For pages whose author wrote no template and no article.
 */
export const stripped = (html: string): string =>
  html
    .replace(/<link rel="stylesheet" href="[^"]*" data-term-elements>\n/g, '')
    .replace(new RegExp(`${SCRIPT.source}\\n`, 'g'), '')
    .replace(CONTENT, '')
    .replace(/<template>([\s\S]*?)<\/template>/g, '$1')
    .replace(/ prerendered='[^']*'/g, '')
    .replace(/ data-nodes="[^"]*"/g, '')
    .replace(/<a href="[^"]*" data-term-link>([\s\S]*?)<\/a>/g, '$1');

/** The workshop's glossary with another sentence for the awl, or without one. */
export const glossaryWith = (summary: string | undefined) => {
  const [awl, ...others] = GLOSSARY.terms;
  const terms = summary === undefined ? others : [{...awl, summary}, ...others];
  return documentSource({...GLOSSARY, terms}, 'workshop.json');
};
