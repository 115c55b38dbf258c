import {expect, nextFrame} from '@open-wc/testing';
import {documentSource} from '../../../../src/glossary/document-source.js';
import type {Entry} from '../../../../src/glossary/source.js';
import type {LookUp} from '../../../../src/elements/term-tip/anchor.js';
import type {CardSubject} from '../../../../src/elements/term-tip/card-contract.js';
import {TipCard} from '../../../../src/elements/term-tip/card/tip-card.js';
import {lookUp} from '../../../../src/elements/term-tip/look-up.js';
import {preferences} from '../../../../src/page/preferences/preferences.js';
import {until} from '../../support/page.js';

const site = 'https://glossary.example/';

const source = documentSource({
  format: 1,
  name: 'Ways',
  url: site,
  terms: [
    {
      id: 'funding',
      name: 'Funding rate',
      kind: 'term',
      summary: 'What longs pay shorts.',
      url: `${site}funding/`,
      related: ['perpetual', 'basis'],
    },
    {
      id: 'perpetual',
      name: 'Perpetual',
      summary: 'A future without an end.',
      url: `${site}perpetual/`,
    },
    {id: 'basis', name: 'Basis', summary: 'A difference of two prices.'},
    {id: 'delta', name: 'Delta', kind: 'greek', summary: 'A sensitivity.'},
    {id: 'desk', name: 'Delta', kind: 'desk', summary: 'A desk that hedges.'},
  ],
});

const answerOf = (reference: string) =>
  lookUp(source, reference, new AbortController().signal) as LookUp;

const meanings = (): LookUp => ({
  status: 'found',
  entries: ['delta', 'desk'].map((id) => source.entry(id) as Entry),
});

/** A card whose further answers come when a test lets them. */
const setUp = (subject: Partial<CardSubject> = {}) => {
  const asked: string[] = [];
  const answers: ((answer: LookUp) => void)[] = [];
  let retries = 0;
  const card = new TipCard(document, {
    close: () => undefined,
    retry: () => retries++,
    lookUp: (reference) => {
      asked.push(reference);
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  const {element} = card;
  element.popover = 'manual';
  element.style.setProperty('--_left', '0px');
  element.style.setProperty('--_top', '0px');
  document.body.append(element);
  card.open({
    title: 'funding',
    answer: answerOf('funding'),
    value: undefined,
    valueLabel: undefined,
    href: undefined,
    images: '',
    slotted: [],
    ...subject,
  });
  element.showPopover();
  const root = element.shadowRoot!;
  const part = (name: string) =>
    root.querySelector<HTMLElement>(`[part~="${name}"]`);
  return {
    card,
    element,
    root,
    part,
    asked,
    retries: () => retries,
    /** Part of the card that has the focus. */
    focused: () => root.activeElement?.getAttribute('part'),
    text: (name: string) => part(name)?.textContent.replace(/\s+/g, ' ').trim(),
    follow: (id: string) =>
      root.querySelector<HTMLElement>(`[data-id="${id}"]`)!.click(),
    /** Lets the answer to the nth question come. */
    settle: async (index: number, answer: LookUp) => {
      answers[index]!(answer);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
};

const slotted = (name: string, text: string) =>
  Object.assign(document.createElement('p'), {slot: name, textContent: text});

describe('the way through a card', () => {
  afterEach(() => {
    for (const card of document.querySelectorAll('term-tip-card'))
      card.remove();
    document.documentElement.style.colorScheme = '';
  });

  it('names the entry that is on its way, and keeps the focus there', async () => {
    const {follow, text, focused, root, settle, asked} = setUp();
    root.querySelector<HTMLElement>('[data-id="perpetual"]')!.focus();
    follow('perpetual');
    expect(asked).to.deep.equal(['perpetual']);
    expect(text('name')).to.equal('Perpetual');
    expect(focused()).to.equal('name');
    await settle(0, answerOf('perpetual'));
    expect(text('summary')).to.equal('A future without an end.');
    expect(focused()).to.equal('name');
  });

  it('shows what was followed last, whatever answers last', async () => {
    const {follow, text, part, settle} = setUp();
    follow('perpetual');
    part('back')!.click();
    follow('basis');
    await settle(0, answerOf('perpetual'));
    expect(text('name')).to.equal('Basis');
    expect(text('summary')).to.equal(undefined);
    await settle(1, answerOf('basis'));
    expect(text('summary')).to.equal('A difference of two prices.');
  });

  it('drops an answer that comes after the reader went back', async () => {
    const {follow, text, part, settle} = setUp();
    follow('perpetual');
    part('back')!.click();
    await settle(0, answerOf('perpetual'));
    expect(text('name')).to.equal('Funding rate');
  });

  it('drops an answer that comes after the card was opened for other words', async () => {
    const {card, follow, text, settle} = setUp();
    follow('perpetual');
    card.open({
      title: 'basis',
      answer: answerOf('basis'),
      value: undefined,
      valueLabel: undefined,
      href: undefined,
      images: '',
      slotted: [],
    });
    await settle(0, answerOf('perpetual'));
    expect(text('name')).to.equal('Basis');
  });

  it('asks again for what failed on the way, not for where it began', async () => {
    const {follow, text, part, settle, asked, retries} = setUp();
    follow('perpetual');
    await settle(0, {status: 'failed', error: new Error('offline')});
    expect(text('name')).to.equal('Perpetual');
    expect(part('open')?.getAttribute('href')).to.equal(`${site}perpetual/`);
    part('retry')!.click();
    expect(asked).to.deep.equal(['perpetual', 'perpetual']);
    expect(retries()).to.equal(0);
    await settle(1, answerOf('perpetual'));
    expect(text('summary')).to.equal('A future without an end.');
    part('back')!.click();
    expect(text('name')).to.equal('Funding rate');
    expect(text('back')).to.equal(undefined);
  });

  it('asks its owner again for what failed at the beginning', () => {
    const {part, retries} = setUp({
      answer: {status: 'failed', error: new Error('offline')},
    });
    part('retry')!.click();
    expect(retries()).to.equal(1);
  });

  it('does not lead from an entry without an address to the words of another', async () => {
    const {follow, text, settle} = setUp({href: 'https://host.example/own'});
    follow('basis');
    await settle(0, answerOf('basis'));
    expect(text('open')).to.equal(undefined);
  });

  it('says the host’s number and the host’s own text of its own entry only', async () => {
    const {follow, text, part, root, settle} = setUp({
      value: '0.0100 %',
      slotted: [
        slotted('summary', 'Paid at eight.'),
        slotted('after', 'Your rate.'),
        slotted('foot', 'Trade'),
      ],
    });
    const shown = () =>
      [...root.querySelectorAll('slot')].flatMap((slot) =>
        slot.assignedElements().map(({textContent}) => textContent),
      );
    expect(text('value')).to.equal('Now0.0100 %');
    expect(shown()).to.have.members(['Paid at eight.', 'Your rate.', 'Trade']);
    follow('perpetual');
    expect(text('value')).to.equal(undefined);
    await settle(0, answerOf('perpetual'));
    expect(text('value')).to.equal(undefined);
    expect(text('summary')).to.equal('A future without an end.');
    expect(shown()).to.deep.equal(['Trade']);
    part('back')!.click();
    expect(text('value')).to.equal('Now0.0100 %');
    expect(shown()).to.have.members(['Paid at eight.', 'Your rate.', 'Trade']);
  });

  it('says the host’s number of a meaning that was chosen', () => {
    const {follow, text} = setUp({
      answer: meanings(),
      value: '0.52',
    });
    expect(text('value')).to.equal('Now0.52');
    follow('delta');
    expect(text('name')).to.equal('Delta');
    expect(text('value')).to.equal('Now0.52');
  });

  it('tells the meanings of a choice apart by their kind', () => {
    const {root} = setUp({title: 'Delta', answer: meanings()});
    const options = [...root.querySelectorAll('[part="choice"] button')];
    expect(
      options.map(({textContent}) => textContent.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal([
      'Delta greek A sensitivity.',
      'Delta desk A desk that hedges.',
    ]);
  });

  it('opens only http(s), mailto and relative addresses of the host', () => {
    const {text} = setUp({
      answer: {status: 'missing'},
      href: 'javascript:void(0)',
    });
    expect(text('open')).to.equal(undefined);
  });

  it('begins at the top of what it goes to, and comes back to the link that was followed', async () => {
    const {element, root, part, settle} = setUp({
      slotted: [
        slotted('summary', 'A long text of the host. '.repeat(30)),
        slotted('after', 'And more of it. '.repeat(100)),
      ],
    });
    element.style.setProperty('--_max-height', '200px');
    const card = part('card')!;
    const link = () =>
      root.querySelector<HTMLElement>('[data-id="perpetual"]')!;
    const isInSight = () => {
      const {top, bottom} = link().getBoundingClientRect();
      return (
        top >= card.getBoundingClientRect().top &&
        bottom <= part('foot')!.getBoundingClientRect().top
      );
    };
    expect(isInSight()).to.equal(false);
    link().focus();
    await until(isInSight, 'the link above the last line');
    link().click();
    await settle(0, answerOf('perpetual'));
    expect(card.scrollTop).to.equal(0);
    part('back')!.click();
    expect(root.activeElement === link()).to.equal(true);
    await until(isInSight, 'the link that was followed');
  });

  it('leaves the focus with something that is there, when all terms are forgotten', async () => {
    preferences.know('basis');
    const {part, root} = setUp();
    part('settings')!.click();
    await until(() => root.querySelector('select'), 'the settings');
    const button = root.querySelector<HTMLButtonElement>('.settings button')!;
    button.focus();
    button.click();
    expect(preferences.current.known.size).to.equal(0);
    expect(root.activeElement?.localName).to.equal('select');
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible in each state that it loads through (${scheme})`, async () => {
      const {element, follow, settle} = setUp({value: '1.0 %'});
      document.documentElement.style.colorScheme = scheme;
      follow('perpetual');
      await nextFrame();
      await expect(element).to.be.accessible();
      await settle(0, {status: 'failed', error: new Error('offline')});
      await expect(element).to.be.accessible();
    });
  }

  it('writes one text node for a new number, and nothing for the same', () => {
    const {card, element, root} = setUp({value: '1.00'});
    const before = element.getBoundingClientRect();
    let changes = 0;
    element.addEventListener('card-change', () => changes++);
    const observer = new MutationObserver(() => undefined);
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    card.setValue('1.00', undefined);
    expect(observer.takeRecords()).to.have.lengthOf(0);
    card.setValue('1234567.89', undefined);
    const records = observer.takeRecords();
    expect(records.map(({type}) => type)).to.deep.equal(['characterData']);
    const after = element.getBoundingClientRect();
    expect([after.width, after.height]).to.deep.equal([
      before.width,
      before.height,
    ]);
    expect(changes).to.equal(0);
    card.setValue('9'.repeat(200), 'label '.repeat(60));
    const {width, height} = element.getBoundingClientRect();
    expect([width, height]).to.deep.equal([before.width, before.height]);
    observer.disconnect();
  });
});
