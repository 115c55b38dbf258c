import {aTimeout, expect, nextFrame} from '@open-wc/testing';
import {
  executeServerCommand,
  sendKeys,
  setViewport,
} from '@web/test-runner-commands';
import {html, type TemplateResult} from 'lit';
import {documentSource} from '../../../../src/glossary/document-source.js';
import type {Entry, GlossarySource} from '../../../../src/glossary/source.js';
import {preferences} from '../../../../src/page/preferences/preferences.js';
import {until} from '../../support/page.js';
import {
  cardGone,
  cardSays,
  cardText,
  clickOn,
  inCard,
  moveTo,
  openCard,
  tidyUp,
  tipsIn,
} from '../../support/tips.js';

const site = 'https://glossary.example/';
const HOSTILE = '<img src=x onerror="globalThis.hacked = true"></script><b>';

const glossary = {
  format: 1,
  name: 'Card',
  url: site,
  language: 'en',
  kinds: {measure: {label: 'Measure'}},
  terms: [
    {
      id: 'margin',
      name: 'Margin',
      kind: 'measure',
      summary: 'What a position rests on.',
      url: `${site}margin/`,
      related: ['leverage', 'bare'],
      reviewed: '2026-10-01',
      sources: [
        {title: 'Rule book', url: 'https://rules.example/'},
        {title: 'A talk'},
        {title: 'Too much', url: 'https://rules.example/more'},
      ],
      image: {
        url: '/demo/icon.svg',
        width: 16,
        height: 9,
        caption: 'A picture.',
      },
    },
    {
      id: 'leverage',
      name: 'Leverage',
      summary: 'How much larger a position is than its margin.',
      url: `${site}leverage/`,
      related: ['margin'],
    },
    {id: 'bare', name: 'Bare', summary: 'A term without an address.'},
    {
      id: 'old',
      name: 'Old',
      summary: 'What it was called.',
      deprecated: {use: 'leverage'},
    },
    {id: 'delta', name: 'Delta', summary: 'How a price follows another.'},
    {id: 'delta-desk', name: 'Delta', summary: 'A desk that hedges.'},
    {
      id: 'hostile',
      name: HOSTILE,
      kind: HOSTILE,
      summary: HOSTILE,
      url: 'javascript:alert(1)',
      sources: [{title: HOSTILE, url: 'javascript:alert(1)'}],
      related: ['long'],
      image: {url: 'https://stranger.example/x.png'},
    },
    {
      id: 'long',
      name: 'L'.repeat(5000),
      summary: 'S'.repeat(5000),
      aliases: ['long'],
    },
  ],
};

const part = <T extends HTMLElement = HTMLElement>(name: string): T =>
  inCard<T>(`[part~="${name}"]`);

const nameIs = (name: string) =>
  until(() => part('name').textContent === name, `the entry "${name}"`);

const focusedPart = () => {
  const inner = openCard()?.shadowRoot?.activeElement;
  return inner?.getAttribute('part') ?? inner?.getAttribute('data-id');
};

/** The card of a term, opened by a click on its word. */
const open = async (term: string, content: TemplateResult = html``) => {
  const box = await tipsIn(
    html`<term-tip term=${term}>word${content}</term-tip>`,
    glossary,
  );
  await clickOn(box.querySelector('term-tip')!);
  await until(
    () => openCard() && !inCard('[aria-busy]'),
    `the card of ${term}`,
  );
  return box;
};

const openSettings = async () => {
  await clickOn(part('settings'));
  await until(() => inCard('.settings'), 'settings');
};

describe('the card of a tip', () => {
  afterEach(async () => {
    await setViewport({width: 800, height: 600});
    await tidyUp();
  });

  it('says the term, its kind, its sentence, and where it is from', async () => {
    await open('margin');
    expect(part('name').textContent).to.equal('Margin');
    expect(part<HTMLElement>('name').querySelector('a')!.href).to.equal(
      `${site}margin/`,
    );
    expect(part('kind').textContent).to.equal('Measure');
    expect(part('summary').textContent).to.equal('What a position rests on.');
    expect(part('meta').textContent.replace(/\s+/g, ' ')).to.equal(
      'Reviewed 1 Oct 2026',
    );
    expect(part('image')).to.exist;
    expect(part('caption').textContent).to.equal('A picture.');
    expect(part<HTMLAnchorElement>('open').href).to.equal(`${site}margin/`);
    expect(part('related').textContent.replace(/\s+/g, ' ')).to.equal(
      'See also Leverage Bare',
    );
  });

  it('leads to the author’s own link where the entry has no address', async () => {
    const box = await tipsIn(
      html`<term-tip term="bare"><a href="/mine">word</a></term-tip>`,
      glossary,
    );
    await moveTo(box.querySelector('a')!);
    await cardSays('A term without an address.');
    expect(part<HTMLAnchorElement>('open').pathname).to.equal('/mine');
    expect(part('name').querySelector('a')).to.equal(null);
  });

  it('links to no address that a source of the host’s own lets through', async () => {
    const url = 'javascript:globalThis.hacked=true';
    const bare = documentSource(glossary).entry('bare') as Entry;
    const source: GlossarySource = {
      label: 'own source',
      entry: () => ({
        ...bare,
        url,
        related: [{id: 'margin', name: 'Margin', url}],
      }),
      named: () => Promise.resolve([]),
      areaPage: () => undefined,
      vocabulary: () => [],
    };
    const box = await tipsIn(
      html`<term-tip term="bare">word</term-tip>`,
      source,
    );
    await moveTo(box.querySelector('term-tip')!);
    await cardSays('A term without an address.');
    expect(part('related').textContent).to.include('Margin');
    expect(
      openCard()!.shadowRoot!.querySelectorAll('a[href]'),
    ).to.have.lengthOf(0);
  });

  describe('goes on to other entries', () => {
    it('in the same card, and back to the link that was followed', async () => {
      await open('margin');
      await clickOn(inCard('[data-id="leverage"]'));
      await nameIs('Leverage');
      expect(focusedPart()).to.equal('name');
      await clickOn(inCard('[data-id="margin"]'));
      await nameIs('Margin');
      await clickOn(part('back'));
      await nameIs('Leverage');
      expect(focusedPart()).to.equal('margin');
      await clickOn(part('back'));
      await nameIs('Margin');
      expect(focusedPart()).to.equal('leverage');
      expect(part('back')).to.equal(null);
      expect(location.href).not.to.contain('glossary.example');
    });

    it('also to one without an address', async () => {
      await open('margin');
      await clickOn(inCard('[data-id="bare"]'));
      await nameIs('Bare');
    });

    it('from a term that is no longer used, by its name', async () => {
      await open('old');
      expect(part('deprecated').textContent).to.equal(
        'No longer used; see Leverage.',
      );
      await clickOn(inCard('[data-id="leverage"]'));
      await nameIs('Leverage');
    });

    it('from a choice, and back to it', async () => {
      await open('Delta');
      expect(part('choice').querySelectorAll('button')).to.have.lengthOf(2);
      await clickOn(inCard('[data-id="delta-desk"]'));
      await nameIs('Delta');
      expect(part('summary').textContent).to.equal('A desk that hedges.');
      await clickOn(part('back'));
      expect(part('choice')).to.exist;
      expect(focusedPart()).to.equal('delta-desk');
    });

    it('from the keyboard', async () => {
      await open('margin');
      inCard('[data-id="leverage"]').focus();
      await sendKeys({press: 'Enter'});
      await nameIs('Leverage');
      await sendKeys({press: 'Escape'});
      await cardGone();
    });

    it('leaves a click for a new tab to the browser', async () => {
      await open('margin');
      let prevented: boolean | undefined;
      addEventListener(
        'click',
        (event) => {
          prevented = event.defaultPrevented;
          event.preventDefault();
        },
        {once: true},
      );
      inCard('[data-id="leverage"]').dispatchEvent(
        new MouseEvent('click', {
          bubbles: true,
          composed: true,
          cancelable: true,
          ctrlKey: true,
        }),
      );
      expect(prevented).to.equal(false);
      expect(part('name').textContent).to.equal('Margin');
    });
  });

  describe('hears the reader', () => {
    it('who knows the term, and wants it explained again', async () => {
      await open('margin');
      expect(part('know').textContent).to.equal('I know this');
      await clickOn(part('know'));
      expect(preferences.knows('margin')).to.equal(true);
      expect(part('know').textContent).to.equal('Explain again');
      await clickOn(part('know'));
      expect(preferences.knows('margin')).to.equal(false);
    });

    it('who changes the settings, and goes back', async () => {
      preferences.know('delta');
      await open('margin');
      await openSettings();
      const [cards] = inCard('.settings').querySelectorAll('input');
      await clickOn(cards!);
      expect(preferences.current.cards).to.equal(false);
      const level = inCard<HTMLSelectElement>('select');
      level.value = '3';
      level.dispatchEvent(new Event('change'));
      expect(preferences.current.difficulty).to.equal(3);
      expect(cardText()).to.contain('Terms you know: 1');
      await clickOn(inCard('.settings button'));
      expect(preferences.knows('delta')).to.equal(false);
      expect(inCard<HTMLButtonElement>('.settings button').disabled).to.equal(
        true,
      );
      await clickOn(part('back'));
      await nameIs('Margin');
      expect(focusedPart()).to.equal('settings');
    });
  });

  it('is laid out by the host, slot by slot and part by part', async () => {
    const style = document.createElement('style');
    style.textContent = 'term-tip-card::part(summary) { color: rgb(1, 2, 3) }';
    document.head.append(style);
    const box = await tipsIn(
      html`<template slot="foot"><a href="/trade">Trade</a></template>
        <template slot="after"><p>from the glossary element</p></template>
        <term-tip term="margin"
          >word<template slot="after"><p>from the tip</p></template></term-tip
        >`,
      glossary,
    );
    // Templates of a glossary are its own children.
    const provider = box.closest('term-glossary') ?? box;
    for (const template of box.querySelectorAll(':scope > div > template'))
      provider.append(template);
    await clickOn(box.querySelector('term-tip')!);
    await cardSays('What a position rests on.');
    expect(openCard()!.textContent).to.equal('from the tipTrade');
    const link = openCard()!.querySelector('a')!;
    expect(link.assignedSlot ?? link.parentElement!.assignedSlot).to.exist;
    expect(getComputedStyle(part('summary')).color).to.equal('rgb(1, 2, 3)');
    style.remove();
    await sendKeys({press: 'Escape'});
    await cardGone();
    await aTimeout(0);
  });

  it('keeps markup in data as text, and addresses that are none out', async () => {
    await open('hostile');
    expect(part('name').textContent).to.equal(HOSTILE);
    expect(part('summary').textContent).to.equal(HOSTILE);
    const links = [...openCard()!.shadowRoot!.querySelectorAll('a')];
    expect(links.map(({href}) => href)).to.deep.equal([]);
    expect(openCard()!.shadowRoot!.querySelector('img')).to.equal(null);
    expect('hacked' in globalThis).to.equal(false);
  });

  it('holds words of 5,000 letters within its width', async () => {
    await setViewport({width: 320, height: 568});
    await open('long');
    const card = part('card');
    expect(card.scrollWidth).to.be.at.most(card.clientWidth);
    const {left, right, bottom} = openCard()!.getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(320);
    expect(bottom).to.be.at.most(568);
    expect(card.scrollHeight).to.be.above(card.clientHeight);
    // What a reader can do is in sight all the same.
    const foot = part('foot').getBoundingClientRect();
    expect(foot.bottom).to.be.at.most(bottom + 1);
  });

  describe('is accessible', () => {
    const states: Record<string, () => Promise<unknown>> = {
      'as an entry': () => open('margin'),
      'as a choice': () => open('Delta'),
      'without an entry': () => open('nope'),
      'with settings': async () => {
        await open('margin');
        await openSettings();
      },
      'after going on': async () => {
        await open('margin');
        await clickOn(inCard('[data-id="leverage"]'));
        await nameIs('Leverage');
      },
      'with a value': async () => {
        const box = await tipsIn(
          html`<term-tip term="margin" value="12.5 %" value-label="Now">word</term-tip>`,
          glossary,
        );
        await moveTo(box.querySelector('term-tip')!);
        await cardSays('12.5 %');
      },
    };
    for (const [state, enter] of Object.entries(states)) {
      for (const scheme of ['light', 'dark']) {
        it(`${state}, ${scheme}`, async () => {
          document.documentElement.style.colorScheme = scheme;
          try {
            await enter();
            await nextFrame();
            await expect(openCard()).to.be.accessible();
            for (const target of openCard()!.shadowRoot!.querySelectorAll(
              '.foot > *, .icon, .settings input, .settings select',
            )) {
              const {width, height} = target.getBoundingClientRect();
              if (target.matches('slot')) continue;
              expect(Math.min(width, height), target.outerHTML).to.be.at.least(
                24,
              );
            }
          } finally {
            document.documentElement.style.colorScheme = '';
          }
        });
      }
    }

    it('in forced colours and with reduced motion', async function () {
      const features = {
        'forced-colors': 'active',
        'prefers-reduced-motion': 'reduce',
      };
      if (!(await executeServerCommand('media', {features}))) this.skip();
      try {
        const box = await tipsIn(
          html`<term-tip term="margin" value="1 %">word</term-tip>`,
          glossary,
        );
        await moveTo(box.querySelector('term-tip')!);
        await cardSays('What a position');
        expect(getComputedStyle(part('value')).borderStyle).to.equal('solid');
        expect(openCard()!.getAnimations({subtree: true})).to.deep.equal([]);
        await expect(openCard()).to.be.accessible();
      } finally {
        await executeServerCommand('media', {});
      }
    });
  });
});
