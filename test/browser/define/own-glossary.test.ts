import {expect, oneEvent} from '@open-wc/testing';
import '../../../src/define/own-glossary/term-card.js';
import {documentSource} from '../../../src/glossary/document-source.js';
import type {Glossary} from '../../../src/glossary/types.js';
import type {TermErrorEvent, TermLoadEvent} from '../../../src/page/events.js';
import {setDefaultSource} from '../../../src/page/default-source.js';

const connect = () => {
  const card = document.createElement('term-card');
  card.term = 'gas';
  card.textContent = 'Gas';
  document.body.append(card);
  return card;
};

describe('an element without the bundled glossary', () => {
  it('keeps the markup and reports that the page names no glossary', async () => {
    const warnings: unknown[] = [];
    const {warn} = console;
    console.warn = (...args: unknown[]) => warnings.push(args.join(' '));
    const card = connect();
    const {code, message} = (await oneEvent(
      card,
      'term-error',
    )) as TermErrorEvent;
    await card.updateComplete;
    console.warn = warn;
    expect(code).to.equal('address');
    expect(message).to.match(/the page names no glossary.*`src`/);
    expect(card.matches(':state(error)')).to.equal(true);
    expect(card.shadowRoot!.querySelector('slot')).to.exist;
    card.remove();
  });

  it('reads a default that is set', async () => {
    const text = JSON.stringify({
      format: 1,
      name: 'Notes',
      language: 'en',
      terms: [{id: 'gas', name: 'Gas', summary: 'What work costs.'}],
    });
    setDefaultSource(documentSource(JSON.parse(text) as Glossary));
    const card = document.createElement('term-card');
    card.term = 'gas';
    document.body.append(card);
    const {reference} = (await oneEvent(card, 'term-load')) as TermLoadEvent;
    expect(reference).to.equal('gas');
    card.remove();
  });
});
