import '../../../src/define/all.js';
import {expect} from '@open-wc/testing';
import {html} from 'lit';
import type {TermArea} from '../../../src/elements/term-area/term-area.js';
import type {Entry, GlossarySource} from '../../../src/glossary/source.js';
import {mount, nodes, shadowText} from '../support/page.js';

const HOSTILE = [
  '</script ><script>globalThis.harmed = true</script>',
  '<!-- <script>',
  '<img src=x onerror="globalThis.harmed = true">',
  `"'\`\${1}\\`,
  'line\u2028and\u2029paragraph',
  'lone \ud800 surrogate',
  '${globalThis.harmed = true}',
  '{{constructor.constructor("globalThis.harmed = true")()}}',
] as const;

const ADDRESSES = [
  'javascript:globalThis.harmed=true',
  'JaVaScRiPt:globalThis.harmed=true',
  '  javascript:globalThis.harmed=true',
  'java\nscript:globalThis.harmed=true',
  '\u0001javascript:globalThis.harmed=true',
  'data:text/html,<script>globalThis.harmed=true</script>',
  'vbscript:x',
  'file:///etc/hosts',
] as const;

/** The DOM may show a lone surrogate as U+FFFD; the data may not. */
const wellFormed = (text: string) =>
  new TextDecoder().decode(new TextEncoder().encode(text));

const hostile = (text: string, url: string) => ({
  format: 1 as const,
  name: text,
  url,
  publisher: {type: 'Organization' as const, name: text, url},
  kinds: {[text]: {label: text, summaryForm: `${text} {}`}},
  terms: ['__proto__', 'constructor', text].map((id) => ({
    id,
    name: text,
    kind: text,
    summary: text,
    definition: {
      markdown: `${text}\n\n- ${text}\n\n[label](${url}) [[${id}|label]]`,
    },
    url,
    aliases: [text],
    related: ['__proto__', text],
    image: {url, caption: text, alt: text},
    author: {name: text, url},
    sources: [{title: text, url}],
    deprecated: {use: 'constructor'},
  })),
  areas: [
    {
      id: '__proto__',
      name: text,
      url,
      description: text,
      questions: [
        {question: text, answer: text},
        {question: `${text}?`, answer: {markdown: `${text} [x](${url})`}},
      ],
      resources: [{number: 1, url, terms: ['__proto__', 'constructor', text]}],
    },
  ],
});

const area = (text: string, url: string) =>
  mount<TermArea>(
    html`<term-area area="__proto__" images="any" structured-data="page" .glossary=${hostile(text, url)}></term-area>`,
  );

/** Everything in nodes that is an address, in answers too. */
const addresses = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return [...value.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
  }
  if (typeof value !== 'object' || !value) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    /^(@id|url|item|contentUrl)$/.test(key) ? [String(item)] : addresses(item),
  );
};

describe('hostile data', () => {
  afterEach(() => {
    expect('harmed' in globalThis).to.equal(false);
  });

  for (const text of HOSTILE) {
    it(`is shown as text and kept to the letter in the data: ${JSON.stringify(text)}`, async () => {
      const element = await area(text, 'https://glossary.example/x');
      const root = element.shadowRoot!;
      expect(root.querySelectorAll('script, img[onerror]')).to.have.lengthOf(0);
      expect(root.querySelectorAll('dfn')).to.have.lengthOf(3);
      for (const name of root.querySelectorAll('dfn')) {
        expect(wellFormed(name.textContent)).to.equal(wellFormed(text));
      }
      const [, faq, collection] = nodes() as unknown as [
        unknown,
        {mainEntity: {name: string; acceptedAnswer: {text: string}}[]},
        {hasPart: {headline: string; description: string}[]},
      ];
      expect(faq.mainEntity[0]).to.deep.include({name: text});
      expect(faq.mainEntity[0]!.acceptedAnswer.text).to.equal(text);
      expect(collection.hasPart[0]!.headline).to.equal(text);
      expect(collection.hasPart[0]!.description).to.equal(`${text} ${text}`);
    });
  }

  for (const url of ADDRESSES) {
    it(`makes no link, no picture and no address of ${JSON.stringify(url)}`, async () => {
      const element = await area('Plain', url);
      const links = [...element.shadowRoot!.querySelectorAll('a[href]')];
      expect(links.map((link) => link.getAttribute('href'))).to.deep.equal([]);
      expect(element.shadowRoot!.querySelectorAll('img')).to.have.lengthOf(0);
      expect(
        addresses(nodes()).filter((address) => !address.startsWith('http')),
      ).to.deep.equal([]);
    });
  }

  for (const url of ADDRESSES) {
    it(`makes no link of ${JSON.stringify(url)} that a source of the host's own gives`, async () => {
      const source = ownSource(url);
      const card = await mount(
        html`<term-card term="alpha" .glossary=${source}></term-card>`,
      );
      const area = await mount(
        html`<term-area area="letters" .glossary=${source}></term-area>`,
      );
      for (const element of [card, area]) {
        const links = [...element.shadowRoot!.querySelectorAll('a[href]')];
        const addresses = links.map((link) => link.getAttribute('href')!);
        expect(
          addresses.filter((address) => !address.startsWith('http')),
          element.localName,
        ).to.deep.equal([]);
      }
      expect(shadowText(card)).to.include('See also Beta');
      expect(shadowText(area)).to.include('Beta');
    });
  }
});

/** A source that lets the addresses of its data through as they are. */
const ownSource = (url: string): GlossarySource => {
  const glossary = {format: 1 as const, name: 'Own'};
  const term = {id: 'alpha', name: 'Alpha', summary: 'First.'};
  const links = {addressOf: () => url, nameOf: () => 'Beta'};
  const entry: Entry = {
    term: {...term, deprecated: {use: 'beta'}},
    url,
    glossary,
    related: [{id: 'beta', name: 'Beta', url}],
    links,
    origin: undefined,
  };
  return {
    label: 'own source',
    entry: () => entry,
    named: () => Promise.resolve([entry]),
    areaPage: () => ({
      glossary,
      area: {id: 'letters', name: 'Letters', url},
      resource: undefined,
      number: 1,
      questions: [],
      entries: [entry],
      pages: [
        {number: 1, url},
        {number: 2, url},
      ],
      links,
      origin: undefined,
    }),
    vocabulary: () => [{language: 'en', terms: [term]}],
  };
};
