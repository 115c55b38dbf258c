import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import type {Entry, GlossarySource} from '../../../../src/glossary/source.js';
import {documentSource} from '../../../../src/glossary/document-source.js';
import {
  cardGone,
  cardSays,
  cardText,
  inCard,
  moveAway,
  moveTo,
  openCard,
  tidyUp,
  tipsIn,
} from '../../support/tips.js';
import {until} from '../../support/page.js';

const glossary = {
  format: 1,
  name: 'Languages',
  language: 'en',
  terms: [
    {
      id: 'margin',
      name: 'Margin',
      summary: 'What a position rests on.',
      related: ['delta'],
      translations: {es: {name: 'Margen', summary: 'En lo que se apoya.'}},
    },
    {
      id: 'delta',
      name: 'Delta',
      summary: 'How a price follows another.',
      translations: {es: {summary: 'Cómo un precio sigue a otro.'}},
    },
  ],
} as const;

/** A source whose answer can be replaced, as that of a kept copy is. */
class ChangingSource implements GlossarySource {
  readonly label = 'changing source';
  readonly #source = documentSource(glossary);
  #changed = new Set<() => void>();

  constructor(public answer: (entry: Entry) => Entry) {}

  async entry(reference: string) {
    const entry = await this.#source.entry(reference);
    return entry && this.answer(entry);
  }

  named() {
    return [];
  }

  areaPage() {
    return undefined;
  }

  vocabulary() {
    return [];
  }

  watch(changed: () => void) {
    this.#changed.add(changed);
    return () => this.#changed.delete(changed);
  }

  get watchers(): number {
    return this.#changed.size;
  }

  change(answer: (entry: Entry) => Entry) {
    this.answer = answer;
    for (const changed of this.#changed) changed();
  }
}

const tips = async (
  content: TemplateResult,
  source: object = glossary,
): Promise<readonly HTMLElement[]> => [
  ...(await tipsIn(content, source)).querySelectorAll<HTMLElement>('term-tip'),
];

const langOf = (part: string) =>
  inCard(`[part="${part}"]`).getAttribute('lang');

describe('the card of a tip, in the language of its words', () => {
  afterEach(tidyUp);

  it('is translated, marks what is not, and has the original name where asked', async () => {
    const [first, second] = await tips(
      html`<p lang="es" bilingual
        >Un <term-tip term="margin">margen</term-tip> y un <term-tip term="delta">delta</term-tip>.</p
      >`,
    );
    await moveTo(first!);
    await cardSays('En lo que se apoya.');
    await until(() => inCard('[part="original"]'), 'the original name');
    expect(inCard('[part="original"]').textContent).to.equal('Margin');
    expect(langOf('original')).to.equal('en');
    expect(langOf('summary')).to.equal(null);
    await expect(openCard()!).to.be.accessible();
    await moveTo(second!);
    await cardSays('Cómo un precio sigue a otro.');
    await until(() => langOf('name') === 'en', 'a name in English');
    expect(langOf('summary')).to.equal(null);
    expect(inCard('[part="original"]')).to.equal(null);
  });

  it('marks nothing on a page in the language of the glossary', async () => {
    const [tip] = await tips(
      html`<p lang="en-GB">A <term-tip term="margin">margin</term-tip>.</p>`,
    );
    await moveTo(tip!);
    await cardSays('What a position rests on.');
    await until(() => document.querySelector('term-tip:state(open)'), 'open');
    expect(openCard()!.shadowRoot!.querySelector('[lang]')).to.equal(null);
  });

  it('says how old a kept copy is, and becomes fresh while it is open', async () => {
    const source = new ChangingSource((entry) => ({
      ...entry,
      keptAt: new Date('2026-11-03T10:00:00Z'),
    }));
    const [tip] = await tips(
      html`<p lang="en">A <term-tip term="margin">margin</term-tip>.</p>`,
      source,
    );
    await moveTo(tip!);
    await cardSays('What a position rests on.');
    await cardSays('Saved copy of 3 Nov 2026');
    await expect(openCard()!).to.be.accessible();
    await until(() => source.watchers > 0, 'somebody who watches');
    source.change((entry) => ({
      ...entry,
      term: {...entry.term, summary: 'Fresh words.'},
    }));
    await cardSays('Fresh words.');
    await until(() => !cardText().includes('Saved copy'), 'a fresh card');
    await moveAway();
    await cardGone();
    await until(() => !source.watchers, 'nobody who watches');
  });
});
