import '../../../src/define/all.js';
import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import type {TermArea} from '../../../src/elements/term-area/term-area.js';
import {shownPages} from '../../../src/elements/term-area/pager-template.js';
import {glossary, longGlossary} from '../support/glossary.js';
import {
  canonical,
  graphSettled,
  mount,
  nodes,
  shadowText,
  showsFallback,
  until,
} from '../support/page.js';

const area = (
  name = 'options',
  resource?: number,
  source: TermArea['glossary'] = glossary,
) =>
  mount<TermArea>(
    html`<term-area area=${name} .resource=${resource} .glossary=${source}><a href="#own">Own</a></term-area>`,
  );

const all = (element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

const texts = (element: Element, selector: string) =>
  all(element, selector).map((one) =>
    one.textContent.replace(/\s+/g, ' ').trim(),
  );

const query = (search: string) => {
  history.replaceState(null, '', `${location.pathname}${search}`);
};

describe('term-area', () => {
  const before = location.search;
  afterEach(() => {
    query(before);
  });

  describe('accessibility', () => {
    it('axe finds nothing with a page, with an open question, and with a bare area', async () => {
      const element = await area();
      await expect(element).to.be.accessible();
      all(element, 'details').forEach(
        (one) => ((one as HTMLDetailsElement).open = true),
      );
      await expect(element).to.be.accessible();
      await expect(await area('bare')).to.be.accessible();
    });

    it('axe finds nothing in an unknown area', async () => {
      await expect(await area('nowhere')).to.be.accessible();
    });
  });

  it('shows trail, heading, questions, cards and pager', async () => {
    const element = await area();
    expect(texts(element, '.trail li')).to.deep.equal([
      'Home',
      'Area',
      'Options',
      'Resource 1',
    ]);
    expect(texts(element, 'h2')).to.deep.equal(['Options Resource 1']);
    expect(texts(element, 'summary')).to.deep.equal([
      'What is the Purpose of Options?',
      'What is the Cost of Options?',
    ]);
    expect(texts(element, 'dfn')).to.deep.equal(['Strike price', 'Premium']);
    expect(texts(element, '.pager > *')).to.deep.equal(['1', '2', '›']);
  });

  it('gives the three nodes of a published page at its own address', async () => {
    const site = 'https://glossary.example/';
    const url = `${site}area/options/resource/2/`;
    canonical(url);
    await area('options', 2);
    expect(nodes()).to.deep.equal([
      {
        '@context': 'https://schema.org',
        '@type': 'BreadcrumbList',
        itemListElement: [
          {'@type': 'ListItem', position: 1, name: 'Home', item: site},
          {
            '@type': 'ListItem',
            position: 2,
            name: 'Area',
            item: `${site}area/`,
          },
          {
            '@type': 'ListItem',
            position: 3,
            name: 'Options',
            item: `${site}area/options/`,
          },
          {'@type': 'ListItem', position: 4, name: 'Resource 2', item: url},
        ],
      },
      {
        '@context': 'https://schema.org',
        '@type': 'FAQPage',
        mainEntity: [
          {
            '@type': 'Question',
            name: 'What is the Purpose of Options?',
            acceptedAnswer: {
              '@type': 'Answer',
              text: '⎊ They move risk. They have a price. They expire.',
            },
          },
          {
            '@type': 'Question',
            name: 'What is the Cost of Options?',
            acceptedAnswer: {
              '@type': 'Answer',
              text: '⎊ <p>A <strong>premium</strong>.</p>',
            },
          },
        ],
      },
      {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        headline: 'Options ⎊ Area ⎊ Resource 2',
        description: 'Purpose ⎊ ⎊ They move risk. They have a price.',
        url,
        publisher: {'@type': 'Organization', name: 'Example Glossary'},
        hasPart: [
          {
            '@type': 'Article',
            '@id': `${site}term/expiry/`,
            url: `${site}term/expiry/`,
            headline: 'Expiry',
            description:
              'Meaning ⎊ The moment after which an option is worth nothing more. ⎊ Term',
          },
          {
            '@type': 'Article',
            '@id': `${site}definition/assignment/`,
            url: `${site}definition/assignment/`,
            headline: 'Assignment',
            description: 'The duty to deliver, given to a seller. ⎊ Term',
          },
        ],
      },
    ]);
  });

  it('gives its questions and terms to a page that embeds it', async () => {
    canonical('https://blog.example/post/');
    const element = await area('options', 2);
    const site = 'https://glossary.example/';
    expect(nodes()).to.deep.equal([
      {
        '@context': 'https://schema.org',
        '@type': 'FAQPage',
        '@id': 'https://blog.example/post/#faq',
        inLanguage: 'en',
        mainEntity: [
          {
            '@type': 'Question',
            url: 'https://blog.example/post/#what-is-the-purpose-of-options',
            name: 'What is the Purpose of Options?',
            acceptedAnswer: {
              '@type': 'Answer',
              text: 'They move risk. They have a price. They expire.',
            },
          },
          {
            '@type': 'Question',
            url: 'https://blog.example/post/#what-is-the-cost-of-options',
            name: 'What is the Cost of Options?',
            acceptedAnswer: {
              '@type': 'Answer',
              text: '<p>A <strong>premium</strong>.</p>',
            },
          },
        ],
      },
      {
        '@context': 'https://schema.org',
        '@type': 'DefinedTermSet',
        '@id': site,
        url: site,
        name: 'Example Glossary',
        inLanguage: 'en',
        hasDefinedTerm: [
          {
            '@type': 'DefinedTerm',
            '@id': `${site}term/expiry/`,
            url: `${site}term/expiry/`,
            name: 'Expiry',
            description:
              'The moment after which an option is worth nothing more.',
            termCode: 'expiry',
            inDefinedTermSet: site,
          },
          {
            '@type': 'DefinedTerm',
            '@id': `${site}definition/assignment/`,
            url: `${site}definition/assignment/`,
            name: 'Assignment',
            description: 'The duty to deliver, given to a seller.',
            termCode: 'assignment',
            inDefinedTermSet: site,
          },
        ],
      },
    ]);
    element.structuredData = 'page';
    await element.updateComplete;
    await graphSettled();
    expect(nodes().map((node) => node['@type'])).to.deep.equal([
      'BreadcrumbList',
      'FAQPage',
      'CollectionPage',
    ]);
  });

  it('adds no node that only the file of the glossary has', async () => {
    const spam = {
      '@context': 'https://evil.example/ctx.jsonld',
      '@type': 'Product',
      name: 'Spam',
    };
    const graph = {'@graph': [{'@type': 'FAQPage', mainEntity: []}]};
    const [options] = glossary.areas!;
    const resource = {
      ...options!.resources![1]!,
      page: {blocks: ['CollectionPage', spam, graph, 'FAQPage']},
    };
    const areas = [{...options!, resources: [resource]}];
    canonical('https://glossary.example/area/options/resource/2/');
    await area('options', 2, {...glossary, areas});
    expect(nodes().map((node) => node['@type'])).to.deep.equal([
      'CollectionPage',
      'FAQPage',
    ]);
    expect(JSON.stringify(nodes())).not.to.include('evil.example');
  });

  it('speaks for the elements inside it', async () => {
    await mount(
      html`<term-area area="bare" structured-data="page" .glossary=${glossary}>
        <term-card term="strike" .glossary=${glossary}></term-card>
        <faq-block><details><summary>Own?</summary>Yes.</details></faq-block>
      </term-area>`,
    );
    expect(nodes().map((node) => node['@type'])).to.deep.equal([
      'BreadcrumbList',
      'CollectionPage',
    ]);
  });

  it('keeps the author’s markup when there is no such area or resource', async () => {
    expect(showsFallback(await area('nowhere'))).to.equal(true);
    expect(showsFallback(await area('options', 9))).to.equal(true);
    expect(nodes()).to.deep.equal([]);
  });

  describe('pages', () => {
    it('of resources are links to their addresses', async () => {
      const element = await area();
      const links = all(element, '.pager a').map((one) =>
        one.getAttribute('href'),
      );
      expect(new Set(links)).to.deep.equal(
        new Set(['https://glossary.example/area/options/resource/2/']),
      );
    });

    it('of an area without resources are links that show the page that they name', async () => {
      const element = await area('long', undefined, longGlossary);
      expect(texts(element, 'dfn')).to.have.lengthOf(12);
      const next = all(element, '.pager a[rel="next"]')[0] as HTMLAnchorElement;
      const {search} = new URL(next.href);
      element.remove();
      query(search);
      const second = await area('long', undefined, longGlossary);
      expect(texts(second, 'dfn')[0]).to.equal('Term 13');
      expect(texts(second, '[aria-current="page"]')).to.contain('2');
    });

    it('are reached by keyboard', async () => {
      const element = await area('long', undefined, longGlossary);
      const [first] = all(element, '.pager a') as HTMLAnchorElement[];
      first!.focus();
      const followed = new Promise((resolve) => {
        element.addEventListener('click', (event) => {
          event.preventDefault();
          resolve(event.composedPath()[0]);
        });
      });
      await sendKeys({press: 'Enter'});
      expect(await followed).to.equal(first);
    });

    it('have as many terms as per-page says', async () => {
      const element = await mount<TermArea>(
        html`<term-area area="long" per-page="7" .glossary=${longGlossary}></term-area>`,
      );
      expect(texts(element, 'dfn')).to.have.lengthOf(7);
    });

    for (const [current, shown] of [
      [1, [1, 2, 3, 0, 12]],
      [4, [1, 2, 3, 4, 5, 6, 0, 12]],
      [5, [1, 2, 3, 4, 5, 6, 7, 0, 12]],
      [6, [1, 0, 4, 5, 6, 7, 8, 0, 12]],
      [9, [1, 0, 7, 8, 9, 10, 11, 12]],
      [12, [1, 0, 10, 11, 12]],
    ] as const) {
      it(`are shown around page ${current}, and a gap stands for two at least`, () => {
        const numbers = Array.from({length: 12}, (_, index) => index + 1);
        expect(shownPages(numbers, current)).to.deep.equal(shown);
      });
    }
  });

  describe('fragments', () => {
    afterEach(() => {
      history.replaceState(null, '', location.pathname + location.search);
    });

    it('open the question that they name', async () => {
      const element = await area();
      location.hash = 'what-is-the-cost-of-options';
      const details = element.shadowRoot!.getElementById(
        'what-is-the-cost-of-options',
      );
      await until(
        () => (details as HTMLDetailsElement).open,
        'the question open',
      );
    });

    it('lead to a card', async () => {
      const spacer = document.createElement('div');
      spacer.style.blockSize = '3000px';
      document.body.prepend(spacer);
      location.hash = 'premium';
      const element = await area();
      const target = element.shadowRoot!.getElementById('premium')!;
      await until(
        () => target.getBoundingClientRect().top < innerHeight,
        'the card in view',
      );
      spacer.remove();
    });
  });

  it('follows its attributes, and lets go of what it stood for', async () => {
    const element = await area();
    element.structuredData = 'page';
    element.resource = 2;
    await element.updateComplete;
    await graphSettled();
    expect(shadowText(element))
      .to.contain('Expiry')
      .and.not.to.contain('may be exercised');
    expect(nodes()).to.have.lengthOf(3);
    element.remove();
    await graphSettled();
    expect(nodes()).to.deep.equal([]);
  });
});
