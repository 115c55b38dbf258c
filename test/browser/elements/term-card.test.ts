import '../../../src/define/term-card.js';
import '../../../src/define/term-glossary.js';
import {expect, fixture, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import type {TermCard} from '../../../src/elements/term-card/term-card.js';
import {documentSource} from '../../../src/glossary/document-source.js';
import type {GlossarySource} from '../../../src/glossary/source.js';
import {type TermErrorEvent, TermLoadEvent} from '../../../src/page/events.js';
import {glossary} from '../support/glossary.js';
import {
  graphSettled,
  mount,
  nodes,
  nodesOf,
  shadowText,
  showsFallback,
  until,
  watchRejections,
} from '../support/page.js';

const card = (term = 'strike', source: TermCard['glossary'] = glossary) =>
  mount<TermCard>(
    html`<term-card term=${term} .glossary=${source}><a href="#own">Own text</a></term-card>`,
  );

const remote = (address: string, term = 'alpha') =>
  fixture<TermCard>(
    html`<term-card term=${term} src=${address}><a href="#own">Own text</a></term-card>`,
  );

const state = (element: Element, name: string) =>
  element.matches(`:state(${name})`);

describe('term-card', () => {
  describe('accessibility', () => {
    for (const [why, term] of [
      ['an entry', 'strike'],
      ['a deprecated entry', 'assignment'],
      ['an unknown term', 'nothing'],
    ] as const) {
      it(`axe finds nothing with ${why}`, async () => {
        await expect(await card(term)).to.be.accessible();
      });
    }

    it('axe finds nothing while the entry loads, and when it failed', async () => {
      const element = await remote('/faults/slow?ms=300');
      await expect(element).to.be.accessible();
      const failed = await remote('/faults/404');
      await oneEvent(failed, 'term-error');
      await expect(failed).to.be.accessible();
    });
  });

  it('states its own entry only, not that of a card in the author’s words', async () => {
    await mount(
      html`<term-card term="strike" .glossary=${glossary}>
        <term-card term="assignment" .glossary=${glossary}></term-card>
      </term-card>`,
    );
    await graphSettled();
    const [set] = nodesOf('DefinedTermSet');
    expect([set?.hasDefinedTerm].flat()).to.have.length(1);
  });

  it('shows name, kind, sentence, definition, dates, author, relations and sources', async () => {
    const element = await card();
    const part = (name: string) =>
      element
        .shadowRoot!.querySelector(`[part="${name}"]`)
        ?.textContent.replace(/\s+/g, ' ')
        .trim();
    expect(part('name')).to.equal('Strike price');
    expect(part('kind')).to.equal('Term');
    expect(part('summary')).to.equal(
      'The price at which an option may be exercised.',
    );
    expect(part('definition')).to.equal(
      'Fixed when the option is listed. See the premium.',
    );
    expect(part('meta')).to.equal(
      '12 Mar 2026 By Example Desk Reviewed 1 Oct 2026 Difficulty 2',
    );
    expect(part('related')).to.equal('See also Premium');
    expect(part('sources')).to.equal('Sources Rule book');
  });

  it('is there in the first update when the data is in memory', async () => {
    const element = document.createElement('term-card');
    element.term = 'strike';
    element.glossary = glossary;
    document.body.append(element);
    await Promise.resolve();
    expect(shadowText(element)).to.contain('Strike price');
    element.remove();
  });

  for (const [what, reference] of [
    ['id', 'strike'],
    ['former id', 'exercise-price'],
    ['address', 'https://glossary.example/term/strike/'],
    [
      'address without its closing slash',
      'https://glossary.example/term/strike',
    ],
  ] as const) {
    it(`names a term by ${what}`, async () => {
      expect(shadowText(await card(reference))).to.contain('Strike price');
    });
  }

  it('writes headings of the level that is asked for', async () => {
    const element = await mount<TermCard>(
      html`<term-card term="strike" heading-level="4" .glossary=${glossary}></term-card>`,
    );
    expect(element.shadowRoot!.querySelector('h4')?.textContent).to.equal(
      'Strike price',
    );
  });

  describe('keeps the author’s markup, says why, and states nothing', () => {
    for (const [why, address, term, code] of [
      [
        'the term is unknown',
        '/faults/glossary?key=unknown',
        'nothing',
        'missing',
      ],
      ['it is not found', '/faults/404', 'alpha', 'http'],
      ['the server fails', '/faults/500', 'alpha', 'http'],
      ['the JSON is cut off', '/faults/truncated', 'alpha', 'json'],
      ['a page of HTML comes instead', '/faults/html', 'alpha', 'json'],
      ['the connection breaks', '/faults/reset', 'alpha', 'network'],
      [
        'nobody answers',
        'http://127.0.0.1:9/glossary.json',
        'alpha',
        'network',
      ],
      [
        'the address is not http(s)',
        'data:application/json,{}',
        'alpha',
        'address',
      ],
    ] as const) {
      it(`when ${why}`, async () => {
        const rejections = watchRejections();
        const element = document.createElement('term-card');
        element.innerHTML = '<a href="#own">Own text</a>';
        element.term = term;
        element.src = address;
        const error = oneEvent(element, 'term-error') as Promise<unknown>;
        document.body.append(element);
        const {code: told, message} = (await error) as TermErrorEvent;
        await graphSettled();
        expect(told).to.equal(code);
        expect(message).to.contain(
          code === 'missing'
            ? '"nothing"'
            : new URL(address, location.href).href,
        );
        expect(showsFallback(element)).to.equal(true);
        expect(
          state(element, code === 'missing' ? 'missing' : 'error'),
        ).to.equal(true);
        expect(nodes()).to.deep.equal([]);
        expect(rejections.seen).to.deep.equal([]);
        rejections.stop();
        element.remove();
      });
    }
  });

  it('says that it loads, then that it has loaded', async () => {
    const element = await remote('/faults/slow?ms=100');
    await until(() => state(element, 'loading'), 'loading');
    expect(showsFallback(element)).to.equal(true);
    const event = await oneEvent(element, 'term-load');
    expect(event).to.be.instanceOf(TermLoadEvent);
    expect(shadowText(element)).to.contain('Alpha');
    expect(state(element, 'loading')).to.equal(false);
  });

  it('asks once however many elements ask', async () => {
    const key = crypto.randomUUID();
    const list = await fixture<HTMLElement>(
      html`<div>
        ${Array.from({length: 50}, () => html`<term-card term="alpha" src=${`/faults/glossary?key=${key}`}></term-card>`)}
      </div>`,
    );
    const cards = [...list.children];
    await until(
      () => cards.every((one) => shadowText(one).includes('Alpha')),
      'fifty cards',
    );
    const answer = await fetch(`/faults/requests?key=${key}`);
    expect(await answer.json()).to.equal(1);
  });

  it('asks again after a failure, when it comes back', async () => {
    const element = await remote('/faults/404');
    await oneEvent(element, 'term-error');
    const parent = element.parentElement!;
    element.remove();
    setTimeout(() => {
      parent.append(element);
    });
    await oneEvent(element, 'term-error');
  });

  /** Answers when it is told to, so that a test decides the order. */
  const heldSource = () => {
    const held = new Map<string, {answer: () => void; signal: AbortSignal}>();
    const source: GlossarySource = {
      label: 'held',
      named: () => [],
      areaPage: () => undefined,
      vocabulary: () => [],
      entry: (id, signal) =>
        new Promise((resolve) => {
          const answer = () => {
            resolve(documentSource(glossary).entry(id));
          };
          held.set(id, {answer, signal: signal!});
        }),
    };
    return {held, source};
  };

  it('lets the newest attribute win, whatever answers last', async () => {
    const {held, source} = heldSource();
    const element = await card('strike', source);
    element.term = 'premium';
    await element.updateComplete;
    held.get('premium')!.answer();
    await until(() => shadowText(element).includes('Premium'), 'the newer one');
    held.get('strike')!.answer();
    await graphSettled();
    expect(shadowText(element))
      .to.contain('Premium')
      .and.not.to.contain('Strike');
  });

  it('takes back its question when it leaves the page, and says nothing', async () => {
    const {held, source} = heldSource();
    const element = await card('strike', source);
    let told = 0;
    element.addEventListener('term-error', () => told++);
    element.addEventListener('term-load', () => told++);
    element.remove();
    expect(held.get('strike')!.signal.aborted).to.equal(true);
    held.get('strike')!.answer();
    await graphSettled();
    expect(told).to.equal(0);
  });

  it('reads the data block inside it, and shows it at once', async () => {
    const element = await mount<TermCard>(
      html`<term-card term="alpha">
        <script type="application/json">
          {"format": 1, "name": "Inline", "terms": [{"id": "alpha", "name": "Alpha", "summary": "Here."}]}
        </script>
      </term-card>`,
    );
    expect(shadowText(element)).to.contain('Here.');
  });

  it('says where a data block is wrong', async () => {
    const element = document.createElement('term-card');
    element.term = 'alpha';
    element.innerHTML =
      '<script type="application/json">{"format": 2}</script>';
    setTimeout(() => {
      document.body.append(element);
    });
    const {code, message} = (await oneEvent(
      element,
      'term-error',
    )) as TermErrorEvent;
    expect(code).to.equal('format');
    expect(message)
      .to.contain('format: expected 1')
      .and.to.contain('received 2');
    element.remove();
  });

  describe('structured data', () => {
    it('is one DefinedTerm however many cards show the term', async () => {
      const list = await mount(
        html`<term-glossary .glossary=${glossary}>
          ${Array.from({length: 10}, () => html`<term-card term="strike"></term-card>`)}
          <term-card term="premium"></term-card>
        </term-glossary>`,
      );
      const [set, ...rest] = nodesOf('DefinedTermSet');
      expect(rest).to.deep.equal([]);
      expect(
        (set!.hasDefinedTerm as {name: string}[]).map(({name}) => name),
      ).to.deep.equal(['Strike price', 'Premium']);
      list.remove();
      await graphSettled();
      expect(nodes()).to.deep.equal([]);
    });

    it('has the clean sentence, and no language on the term', async () => {
      await card();
      const [set] = nodesOf('DefinedTermSet');
      expect(set!.hasDefinedTerm).to.deep.equal([
        {
          '@type': 'DefinedTerm',
          '@id': 'https://glossary.example/term/strike/',
          url: 'https://glossary.example/term/strike/',
          name: 'Strike price',
          description: 'The price at which an option may be exercised.',
          termCode: 'strike',
          subjectOf: {
            '@type': 'CreativeWork',
            name: 'Rule book',
            url: 'https://rules.example/strike',
          },
          mainEntityOfPage: {
            '@type': 'WebPage',
            '@id': 'https://glossary.example/term/strike/',
            url: 'https://glossary.example/term/strike/',
            datePublished: '2026-03-12T10:00:00+00:00',
            lastReviewed: '2026-10-01',
            author: {
              '@type': 'Person',
              name: 'Example Desk',
              url: 'https://glossary.example/desk/',
            },
          },
          inDefinedTermSet: 'https://glossary.example/',
        },
      ]);
    });

    it('is left out with structured-data="none"', async () => {
      await mount(
        html`<term-card term="strike" structured-data="none" .glossary=${glossary}></term-card>`,
      );
      expect(nodes()).to.deep.equal([]);
    });
  });

  describe('pictures', () => {
    const pictured = (url: string, images = '') =>
      mount<TermCard>(
        html`<term-card
          term="p"
          images=${images}
          .glossary=${
            {
              format: 1,
              name: 'Pictures',
              url: 'https://elsewhere.example/', // what it says of itself opens nothing
              terms: [
                {
                  id: 'p',
                  name: 'P',
                  summary: 'S.',
                  image: {
                    url,
                    width: 160,
                    height: 90,
                    caption: 'A chart',
                    alt: 'Chart',
                  },
                },
              ],
            } as const
          }
        ></term-card>`,
      );

    it('have width, height, caption, and load lazily', async () => {
      const element = await pictured('/demo/x.svg');
      const image = element.shadowRoot!.querySelector('img')!;
      expect(image.getAttribute('width')).to.equal('160');
      expect(image.getAttribute('height')).to.equal('90');
      expect(image.loading).to.equal('lazy');
      expect(image.alt).to.equal('Chart');
      expect(
        element.shadowRoot!.querySelector('figcaption')?.textContent,
      ).to.equal('A chart');
    });

    it('come from the page’s own origin, unless the author says otherwise', async () => {
      const stranger = 'https://elsewhere.example/x.png';
      expect(
        (await pictured(stranger)).shadowRoot!.querySelector('img'),
      ).to.equal(null);
      for (const images of [
        'any',
        'https://a.example https://elsewhere.example',
      ]) {
        const {shadowRoot} = await pictured(stranger, images);
        expect(shadowRoot!.querySelector('img')?.src).to.equal(stranger);
      }
    });
  });

  it('is skipped while it is off screen, and reached by its fragment all the same', async () => {
    const list = await fixture<HTMLElement>(
      html`<div>
        ${Array.from({length: 60}, (_, index) => html`<term-card id=${`card-${index}`} term="strike" .glossary=${glossary}></term-card>`)}
      </div>`,
    );
    expect(
      getComputedStyle(list.firstElementChild!).contentVisibility,
    ).to.equal('auto');
    location.hash = 'card-55';
    const target = list.children[55]!;
    await until(
      () => Math.abs(target.getBoundingClientRect().top) < innerHeight,
      'the card in view',
    );
    history.replaceState(null, '', location.pathname + location.search);
  });
});
