import {expect, fixture, nextFrame} from '@open-wc/testing';
import {html} from 'lit';
import {createHead} from 'unhead/client';
import '../../../src/define/breadcrumb-jsonld.js';
import '../../../src/define/faq-block.js';
import * as react from '../../fixtures/react.js';
import {checkStructuredData} from '../../support/check-structured-data.js';
import {graphSettled, nodes, scripts, until} from '../support/page.js';

const SITE = 'https://host.example';
const HERE = `${location.origin}${location.pathname}`;

const faq = {
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  mainEntity: [
    {
      '@type': 'Question',
      name: 'Theirs?',
      acceptedAnswer: {'@type': 'Answer', text: 'Yes.'},
    },
  ],
};

const trail = {
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: [
    {'@type': 'ListItem', position: 1, name: 'Home', item: `${SITE}/`},
    {'@type': 'ListItem', position: 2, name: 'Fees', item: HERE},
  ],
};

const jsonLd = (node: unknown, attributes = ''): string =>
  `<script type="application/ld+json" ${attributes}>${JSON.stringify(node)}</script>`;

/** Parsed, so that scripts are those of the page. */
const fragmentOf = (markup: string): DocumentFragment => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return document.importNode(template.content, true);
};

/** How a host states its data: shows it, and returns what takes it away again. */
type Host = () => (() => unknown) | Promise<() => unknown>;

const markupIn =
  (place: () => Element, markup: string): Host =>
  () => {
    const added = [...fragmentOf(markup).children];
    place().append(...added);
    return () => {
      for (const element of added) element.remove();
    };
  };

const inHead = (markup: string) => markupIn(() => document.head, markup);
const inBody = (markup: string) => markupIn(() => document.body, markup);

const inReact =
  (view: () => unknown): Host =>
  async () => {
    const holder = document.createElement('div');
    document.body.append(holder);
    const root = react.createRoot(holder);
    react.flushSync(() => {
      root.render(view() as never);
    });
    await nextFrame();
    return async () => {
      root.unmount();
      holder.remove();
      await nextFrame();
    };
  };

const scriptElement = (node: object, key: string) =>
  react.createElement('script', {
    key,
    type: 'application/ld+json',
    dangerouslySetInnerHTML: {__html: JSON.stringify(node)},
  });

const page = {'@type': 'WebPage', '@id': HERE, url: HERE, name: 'Fees'};

const HOSTS: readonly (readonly [
  name: string,
  host: Host,
  states: readonly string[],
])[] = [
  [
    'Yoast, a page',
    inHead(
      jsonLd(
        {
          '@context': 'https://schema.org',
          '@graph': [
            {...page, breadcrumb: {'@id': `${HERE}#breadcrumb`}},
            {...trail, '@id': `${HERE}#breadcrumb`},
            {'@type': 'WebSite', '@id': `${SITE}/#website`, url: `${SITE}/`},
            {'@type': 'Organization', '@id': `${SITE}/#org`, url: `${SITE}/`},
          ],
        },
        'class="yoast-schema-graph"',
      ),
    ),
    ['BreadcrumbList'],
  ],
  [
    'Yoast, a home page with a trail of one step',
    inHead(
      jsonLd({
        '@context': 'https://schema.org',
        '@graph': [
          page,
          {
            '@type': 'BreadcrumbList',
            '@id': `${HERE}#breadcrumb`,
            itemListElement: [{'@type': 'ListItem', position: 1, name: 'Home'}],
          },
        ],
      }),
    ),
    [],
  ],
  [
    'Yoast, its block of questions',
    inHead(
      jsonLd({
        '@context': 'https://schema.org',
        '@graph': [
          {
            ...page,
            '@type': ['WebPage', 'FAQPage'],
            mainEntity: [{'@id': `${HERE}#faq-question-1`}],
          },
          {
            '@type': 'Question',
            '@id': `${HERE}#faq-question-1`,
            url: `${HERE}#faq-question-1`,
            name: 'Theirs?',
            acceptedAnswer: {'@type': 'Answer', text: 'Yes.'},
          },
        ],
      }),
    ),
    ['FAQPage'],
  ],
  [
    'Rank Math',
    inHead(
      jsonLd(
        {
          '@context': 'https://schema.org',
          '@graph': [
            {'@type': ['Organization'], '@id': `${SITE}/#organization`},
            {...trail, '@id': `${HERE}#breadcrumb`},
            {
              '@type': 'FAQPage',
              '@id': `${HERE}#faq-block`,
              mainEntity: faq.mainEntity,
            },
          ],
        },
        'class="rank-math-schema"',
      ),
    ),
    ['FAQPage', 'BreadcrumbList'],
  ],
  [
    'next-seo, whose scripts are in the body',
    inReact(() => [scriptElement(faq, 'faq'), scriptElement(trail, 'trail')]),
    ['FAQPage', 'BreadcrumbList'],
  ],
  [
    'unhead',
    () => {
      const head = createHead({document});
      head.push({
        script: [{type: 'application/ld+json', innerHTML: JSON.stringify(faq)}],
      });
      return () => {
        for (const script of document.querySelectorAll(
          'script[type="application/ld+json"]:not([data-term-elements])',
        ))
          script.remove();
      };
    },
    ['FAQPage'],
  ],
  [
    'Nuxt, whose graph is at the end of the body and edited in place',
    async () => {
      const head = createHead({document});
      const entry = head.push({
        script: [
          {
            key: 'schema-org-graph',
            type: 'application/ld+json',
            tagPosition: 'bodyClose',
            innerHTML: JSON.stringify({'@graph': [page]}),
          },
        ],
      });
      await nextFrame();
      await nextFrame();
      entry.patch({
        script: [
          {
            key: 'schema-org-graph',
            type: 'application/ld+json',
            tagPosition: 'bodyClose',
            innerHTML: JSON.stringify({'@graph': [page, faq]}),
          },
        ],
      });
      return () => {
        entry.dispose();
      };
    },
    ['FAQPage'],
  ],
  [
    'react-helmet-async',
    inReact(() =>
      react.createElement(
        react.HelmetProvider,
        null,
        react.createElement(
          react.Helmet,
          null,
          react.createElement(
            'script',
            {type: 'application/ld+json'},
            JSON.stringify(trail),
          ),
        ),
      ),
    ),
    ['BreadcrumbList'],
  ],
  ['Docusaurus', inHead(jsonLd(trail, 'data-rh="true"')), ['BreadcrumbList']],
  ['VitePress', inHead(jsonLd([faq, {'@type': 'WebSite'}])), ['FAQPage']],
  [
    'Shopify',
    inHead(
      jsonLd({
        '@context': 'http://schema.org/',
        '@type': 'Product',
        url: `${SITE}/products/x`,
        name: 'X',
        offers: [{'@type': 'Offer', price: '1', priceCurrency: 'USD'}],
      }) +
        jsonLd({
          '@context': 'http://schema.org',
          '@type': 'Organization',
          url: SITE,
        }),
    ),
    [],
  ],
  [
    'Breadcrumb NavXT',
    inBody(
      `<div class="breadcrumbs" typeof="BreadcrumbList" vocab="https://schema.org/"><span property="itemListElement" typeof="ListItem"><a property="item" typeof="WebPage" href="${SITE}"><span property="name">Home</span></a><meta property="position" content="1"></span> &gt; <span property="itemListElement" typeof="ListItem"><span property="name">Fees</span><meta property="position" content="2"></span></div>`,
    ),
    ['BreadcrumbList'],
  ],
  [
    'a theme with microdata',
    inBody(
      '<div itemscope itemtype="http://schema.org/WebPage"><ol itemprop="breadcrumb" itemscope itemtype="http://schema.org/BreadcrumbList"><li>x</li></ol><section itemscope itemtype="https://schema.org/FAQPage"></section></div>',
    ),
    ['FAQPage', 'BreadcrumbList'],
  ],
  [
    'a list of pages that have trails and questions',
    inHead(
      jsonLd({
        '@context': 'https://schema.org',
        '@type': 'ItemList',
        itemListElement: [
          {'@type': 'WebPage', url: `${SITE}/a/`, breadcrumb: trail},
          {...faq, url: `${SITE}/help/`},
        ],
      }),
    ),
    [],
  ],
];

const OURS = ['FAQPage', 'BreadcrumbList'];

describe('a page with data of its host:', () => {
  let stage: Element;

  const settled = async () => {
    await nextFrame();
    await nextFrame();
    await graphSettled();
  };

  const addOurs = () => {
    stage.append(
      fragmentOf(
        `<faq-block><details><summary>Ours?</summary>Yes.</details></faq-block><breadcrumb-jsonld items='[{"name":"Up","url":"../"},{"name":"Here"}]'></breadcrumb-jsonld>`,
      ),
    );
  };

  const types = () => nodes().map((node) => node['@type']);

  beforeEach(async () => {
    stage = await fixture(html`<div></div>`);
  });

  afterEach(async () => {
    stage.remove();
    await until(() => scripts().length === 0, 'no data of ours');
  });

  for (const [name, host, states] of HOSTS) {
    const left = OURS.filter((type) => !states.includes(type));
    const expectLeft = async () => {
      await settled();
      expect(types()).to.have.members(left);
      expect(checkStructuredData(nodes())).to.deep.equal([]);
    };
    const expectBack = async () => {
      await settled();
      expect(types()).to.have.members(OURS);
    };

    it(`${name}, there before`, async () => {
      const remove = await host();
      addOurs();
      await expectLeft();
      await remove();
      await expectBack();
    });

    it(`${name}, at the same time`, async () => {
      addOurs();
      const remove = await host();
      await expectLeft();
      await remove();
      await expectBack();
    });

    it(`${name}, later`, async () => {
      addOurs();
      await expectBack();
      const remove = await host();
      await expectLeft();
      await remove();
      await expectBack();
    });
  }
});
