import {aTimeout, expect, nextFrame} from '@open-wc/testing';
import {documentSource} from '../../../../src/glossary/document-source.js';
import type {Entry} from '../../../../src/glossary/source.js';
import type {LookUp} from '../../../../src/elements/term-tip/anchor.js';
import type {CardSubject} from '../../../../src/elements/term-tip/card-contract.js';
import {TipCard} from '../../../../src/elements/term-tip/card/tip-card.js';
import {lookUp} from '../../../../src/elements/term-tip/look-up.js';
import {timing} from '../../../../src/elements/term-tip/timing.js';
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

describe('what a card says of itself (WCAG 2.2, 4.1.3)', () => {
  afterEach(() => {
    for (const card of document.querySelectorAll('term-tip-card'))
      card.remove();
  });

  const LOADING: LookUp = {status: 'loading'};
  const FAILED: LookUp = {status: 'failed', error: new Error('offline')};

  /** A card, with every text that its live region has had. */
  const listen = (answer: LookUp) => {
    const {root, ...rest} = setUp({answer});
    const status = root.querySelector<HTMLElement>('[role="status"]')!;
    const heard = [status.textContent];
    new MutationObserver(() => {
      if (status.textContent !== heard.at(-1)) heard.push(status.textContent);
    }).observe(status, {childList: true, characterData: true, subtree: true});
    return {...rest, root, status, heard};
  };

  it('is nothing about what was there from the beginning', async () => {
    const {card, heard} = listen(answerOf('funding'));
    card.update(answerOf('funding'));
    card.setValue('1 %', undefined);
    await aTimeout(timing.announce + 100);
    expect(heard).to.deep.equal(['']);
  });

  it('is that it is loading, and then what has come', async () => {
    const {card, root, heard} = listen(LOADING);
    await until(() => heard.length > 1, 'the news that it is loading');
    // What is in a busy part may be passed over.
    expect(root.querySelector('[aria-busy] [role="status"]')).to.equal(null);
    card.update(answerOf('funding'));
    await nextFrame();
    expect(heard).to.deep.equal(['', 'Loading', 'What longs pay shorts.']);
  });

  it('is only what has come, where that was there in a moment', async () => {
    const {card, heard} = listen(LOADING);
    card.update(answerOf('funding'));
    await aTimeout(timing.announce + 100);
    expect(heard).to.deep.equal(['', 'What longs pay shorts.']);
  });

  it('is each failure', async () => {
    const {card, heard} = listen(LOADING);
    card.update(FAILED);
    await nextFrame();
    card.update(LOADING);
    await nextFrame();
    card.update(FAILED);
    await nextFrame();
    const failure = heard[1];
    expect(failure).to.match(/could not be loaded/);
    expect(heard).to.deep.equal(['', failure, '', failure]);
  });

  it('is the sentence of the entry that the reader went on to', async () => {
    const {follow, settle, heard} = listen(answerOf('funding'));
    follow('perpetual');
    await settle(0, answerOf('perpetual'));
    await nextFrame();
    expect(heard.at(-1)).to.equal('A future without an end.');
  });

  it('is in the language of the text', async () => {
    const {card, status} = listen(LOADING);
    card.element.lang = 'de';
    card.update(answerOf('funding'));
    await nextFrame();
    expect(status.lang).to.equal('');
    const entry = answerOf('funding') as Extract<LookUp, {status: 'found'}>;
    card.open({
      title: 'funding',
      answer: LOADING,
      value: undefined,
      valueLabel: undefined,
      href: undefined,
      images: '',
      slotted: [],
    });
    card.update({
      status: 'found',
      entries: [{...entry.entries[0]!, language: 'es'}],
    });
    await nextFrame();
    expect(status.lang).to.equal('es');
  });

  it('is the description of a dialog that the reader is led into', () => {
    const {card, part, root} = setUp();
    const dialog = part('card')!;
    expect(dialog.hasAttribute('aria-describedby')).to.equal(false);
    card.pinned = true;
    card.update(answerOf('funding'));
    const id = dialog.getAttribute('aria-describedby')!;
    expect(root.getElementById(id)?.textContent).to.equal(
      'What longs pay shorts.',
    );
    card.update(meanings());
    expect(dialog.hasAttribute('aria-describedby')).to.equal(false);
  });
});

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

  it('cuts neither a long label nor a long value', () => {
    const {card, element, part} = setUp({value: '1.00'});
    const {width} = element.getBoundingClientRect();
    card.setValue(
      '9'.repeat(60),
      'Current rate, next funding in 02:13:05 (UTC)',
    );
    const row = part('value')!;
    for (const text of [row, ...row.children]) {
      expect(text.scrollWidth).to.be.at.most(text.clientWidth || Infinity);
      const {left, right} = text.getBoundingClientRect();
      expect(left).to.be.at.least(row.getBoundingClientRect().left);
      expect(right).to.be.at.most(row.getBoundingClientRect().right);
    }
    expect(element.getBoundingClientRect().width).to.equal(width);
  });

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
    observer.disconnect();
  });
});
