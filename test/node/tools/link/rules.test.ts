import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {linkHtml} from '../../../../tools/src/link/html/link-html.js';
import type {DocumentSettings} from '../../../../tools/src/link/links-of.js';
import {
  BESIDE_SYNTAX,
  COUNTS,
  LEFT_ALONE,
  READ,
  SYNTAX,
  THREE_SECTIONS,
  WHOLE,
} from '../../../support/linker-texts.js';
import {glossary, glossaryOf} from './example.js';

const linked = (html: string, settings: DocumentSettings = {}) =>
  linkHtml(html, {glossary, ...settings}).links.map(({words}) => words);

describe('linkHtml reads what a linker in a browser reads', () => {
  for (const [where, markup] of READ)
    it(where, () => assert.deepEqual(linked(markup), ['option']));

  for (const text of BESIDE_SYNTAX)
    it(text, () => assert.deepEqual(linked(`<p>${text}</p>`), ['option']));

  for (const markup of WHOLE)
    it(`whole: ${markup}`, () => assert.deepEqual(linked(markup), ['option']));
});

describe('linkHtml leaves alone what a linker in a browser leaves alone', () => {
  const exclude = '.mine, #own';
  for (const markup of [
    ...LEFT_ALONE,
    ...SYNTAX.map((text) => `<p>${text}</p>`),
    '<title>option</title>',
    '<term-linker>option</term-linker>',
    '<p><a href="#x">un</a>option</p>',
    '<noscript>option</noscript>',
  ])
    it(markup, () => {
      const html = `${markup}<p>A premium.</p>`;
      assert.deepEqual(linked(html, {exclude}), ['premium']);
    });
});

describe('linkHtml links', () => {
  for (const [first, limit, count] of COUNTS)
    it(`${count} of seven with first="${first}" limit="${limit}"`, () =>
      assert.equal(linked(THREE_SECTIONS, {first, limit}).length, count));

  it('the longest name, and all meanings of one that is shared', () => {
    const marks = glossaryOf(
      'Mark price',
      {id: 'mark-currency', name: 'Mark'},
      {id: 'mark-sign', name: 'Mark'},
    );
    const {text} = linkHtml('The mark price of a mark.', {glossary: marks});
    assert.equal(
      text,
      'The <term-tip term="mark-price"><a href="/terms/mark-price/" data-term-link>mark price</a></term-tip> of a <term-tip term="mark-currency mark-sign">mark</term-tip>.',
    );
  });

  it('an ambiguous name only where the page names its term clearly', () => {
    const some = glossaryOf({
      id: 'spot',
      name: 'Spot',
      aliases: ['spot market'],
      ambiguous: true,
    });
    const words = (html: string) =>
      linkHtml(html, {glossary: some, first: 'all'}).links.length;
    assert.equal(words('<p>A spot on it.</p>'), 0);
    assert.equal(words('<p>A spot. The spot market.</p>'), 2);
  });

  it('the first of all that is shown last, in the order of the page', () => {
    const html = '<p>An option <span hidden>premium</span> premium.</p>';
    const {links} = linkHtml(html, {glossary, first: 'page'});
    assert.deepEqual(
      links.map(({offset}) => offset),
      [html.indexOf('option'), html.indexOf('premium')],
    );
  });

  it('only what is within a part of the page', () => {
    const html =
      '<nav>An option.</nav><main><p>An option.</p></main><main>An option.</main>';
    const {links} = linkHtml(html, {glossary, within: 'main'});
    assert.deepEqual(
      links.map(({offset}) => offset),
      [html.indexOf('option.</p>'), html.lastIndexOf('option')],
    );
  });

  it('words beside what is not shown as if it were not there', () => {
    assert.deepEqual(linked('<p>an <i hidden>un</i>option</p>'), ['option']);
    assert.deepEqual(linked('<p>un<i hidden> x </i>option</p>'), []);
  });

  it('no words that are in a tip only in part', () => {
    const some = glossaryOf('Price', 'Strike price');
    const html = 'A strike <term-tip term="price">price</term-tip>.';
    assert.equal(linkHtml(html, {glossary: some}).text, html);
  });

  it('no terms that are for the layers below', () => {
    const merging = {id: 'premium', name: 'Premium', merge: true};
    const some = {...glossary, terms: [merging]} as unknown as typeof glossary;
    assert.equal(linkHtml('A premium.', {glossary: some}).links.length, 0);
  });
});
