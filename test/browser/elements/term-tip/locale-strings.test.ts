import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {preferences} from '../../../../src/page/preferences/preferences.js';
import {setLocaleStrings} from '../../../../src/page/locale.js';
import {
  cardSays,
  cardText,
  clickOn,
  inCard,
  openCard,
  tidyUp,
  tipGlossary,
  tipsIn,
} from '../../support/tips.js';
import {until} from '../../support/page.js';

const glossary = {...tipGlossary, language: 'en'};

const pressed = async (lang: string, term: string) => {
  const box = await tipsIn(
    html`<p lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}><term-tip term=${term} value="7 %">word</term-tip></p>`,
    glossary,
  );
  await clickOn(box.querySelector('term-tip')!);
  await until(openCard, 'an open card');
};

/** Labels of buttons and texts that are ours, with the language that each is in. */
const languageOf = (element: Element): string =>
  element.closest<HTMLElement>('[lang]')?.lang ?? openCard()!.lang;

describe('the strings of a card', () => {
  afterEach(tidyUp);

  it('are in the language of the words', async () => {
    await pressed('ar', 'margin');
    await cardSays('فتح المدخل');
    await cardSays('أعرف هذا');
    await cardSays('الآن');
    expect(cardText()).to.match(/روجع في .+/);
    expect(inCard('[part="close"]').ariaLabel).to.equal('إغلاق');
    expect(inCard('[part="settings"]').ariaLabel).to.equal('الإعدادات');
    expect(languageOf(inCard('[part="know"]'))).to.equal('ar');
    await expect(openCard()!).to.be.accessible();
  });

  it('are so in the settings, and on the way back', async () => {
    await pressed('de', 'margin');
    await cardSays('Eintrag öffnen');
    await clickOn(inCard('[part="settings"]'));
    await cardSays('Karten anzeigen');
    await cardSays('Bekannte Begriffe: 0');
    expect(inCard('[part="card"]').ariaLabel).to.equal('Einstellungen');
    expect(inCard('[part="back"]').ariaLabel).to.equal('Zurück');
    expect(inCard('option').textContent).to.equal('Alle');
    preferences.know('margin');
    await cardSays('Bekannte Begriffe: 1');
    await expect(openCard()!).to.be.accessible();
  });

  it('are so where the entry is missing', async () => {
    await pressed('pl', 'nothing-of-this-name');
    await cardSays('W słowniku nie ma takiego hasła.');
  });

  it('are so where there is a choice', async () => {
    const box = await tipsIn(
      html`<p lang="el"><term-tip>Delta</term-tip></p>`,
      glossary,
    );
    await clickOn(box.querySelector('term-tip')!);
    await cardSays('Ποιο από αυτά;');
    expect(inCard('[part="card"]').ariaLabel).to.equal('Ποιο από αυτά;');
  });

  it('are English, and say so, where there are none', async () => {
    await pressed('sw', 'margin');
    await cardSays('Open entry');
    for (const selector of [
      '[part="open"] > *',
      '[part="know"] > *',
      '[part="close"]',
      '[part="settings"]',
      '.value span span',
    ])
      expect(languageOf(inCard(selector)), selector).to.equal('en');
    expect(languageOf(inCard('[part="summary"]'))).to.equal('en'); // the glossary's
    expect(languageOf(inCard('time'))).to.equal('sw');
    await clickOn(inCard('[part="settings"]'));
    await cardSays('Show cards');
    expect(inCard('[part="card"]').lang).to.equal('en');
    await expect(openCard()!).to.be.accessible();
  });

  it('are English around a choice whose entries are not', async () => {
    const box = await tipsIn(
      html`<p lang="sw"><term-tip>Delta</term-tip></p>`,
      {...glossary, language: 'sw'},
    );
    await clickOn(box.querySelector('term-tip')!);
    await cardSays('Which one?');
    expect(inCard('[part="card"]').lang).to.equal('en');
    expect(languageOf(inCard('dfn > *'))).to.equal('en');
    expect(languageOf(inCard('[part="choice"] b'))).to.equal('sw');
  });

  it('are those that the page gives, while the card is open too', async () => {
    await pressed('sr', 'margin');
    await cardSays('Open entry');
    setLocaleStrings('sr', {open: 'Отвори'});
    await cardSays('Отвори');
    expect(inCard('[part="open"]').children.length).to.equal(0);
  });
});
