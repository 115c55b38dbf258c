import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setLocaleStrings} from '../../../../src/page/locale.js';
import {prerendered} from './page.js';

const pageIn = async (language: string, body: string) =>
  (
    await prerendered(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><body>${body}`,
    )
  ).html;

const AREA =
  '<term-area area="tools" resource="1" structured-data="page">x</term-area>';

/** The shown text of a page, without what is in its head. */
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('prerendered strings', () => {
  it('are in the language of the page, with their node', async () => {
    const html = await pageIn('ja', AREA);
    assert.match(textOf(html), /ホーム.*第1部.*関連項目/);
    assert.match(html, /aria-label="パンくずリスト"/);
    assert.match(html, /"name":\s*"ホーム"/);
    assert.doesNotMatch(html, /Breadcrumb"|See also|Resource 1/);
  });

  it('are in that of the element, where it is another', async () => {
    const html = await pageIn(
      'en',
      '<term-card lang="cs" term="jig">x</term-card>',
    );
    assert.match(textOf(html), /Viz také/);
  });

  it('are English, and say so, where there are none', async () => {
    const html = await pageIn('sw', AREA);
    assert.match(html, /<b><span lang="en" dir="ltr">See also<\/span><\/b>/);
    assert.match(
      html,
      /<nav class="trail" part="trail" aria-label="Breadcrumb" lang="en">\s*<ol lang="sw">/,
    );
    assert.match(html, /<span lang="en" dir="auto">Home<\/span>/);
  });

  it('have no marks in English, nor where no language is named', async () => {
    for (const start of ['<html lang="en">', '<html>']) {
      const {html} = await prerendered(`<!doctype html>${start}<body>${AREA}`);
      assert.match(textOf(html), /Home.*Resource 1.*See also/);
      assert.doesNotMatch(
        html.slice(html.indexOf('<nav')),
        /lang="en" dir="ltr"/,
      );
    }
  });

  it('are those that a program gives', async () => {
    setLocaleStrings('sr', {seeAlso: 'Види још'});
    assert.match(textOf(await pageIn('sr', AREA)), /Види још/);
  });
});
