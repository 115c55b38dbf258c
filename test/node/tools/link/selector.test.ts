import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {linkHtml} from '../../../../tools/src/link/html/link-html.js';
import {
  parseSelector,
  SelectorError,
} from '../../../../tools/src/link/selector.js';
import {growsInProportion} from '../../../support/proportion.js';
import {glossary} from './example.js';

/** Of `option` in `#a` and `premium` in `#b`, what a selector leaves. */
const left = (exclude: string) => {
  const html =
    '<main class="x y"><section id="s"><p id="a" data-k="Vw" lang="en-GB">option</p></section><p id="b" class="note">premium</p></main>';
  return linkHtml(html, {glossary, exclude}).links.map(({words}) => words);
};

describe('selectors of what is left alone', () => {
  for (const [selector, words] of [
    ['#a', ['premium']],
    ['P', []],
    ['section p', ['premium']],
    ['main > p', ['option']],
    ['main>section>p', ['premium']],
    ['main  p', []],
    ['.x.y p.note', ['option']],
    ['.x .y p', ['option', 'premium']],
    ['p:not(.note)', ['premium']],
    ['p:not(.note, #a)', ['option', 'premium']],
    ['[data-k]', ['premium']],
    ['[DATA-K="Vw"]', ['premium']],
    ["[data-k='vw']", ['option', 'premium']],
    ['[data-k=vw i]', ['premium']],
    ['[data-k^=V]', ['premium']],
    ['[data-k$="w"]', ['premium']],
    ['[data-k*=""]', ['option', 'premium']],
    ['[lang|=en]', ['premium']],
    ['[class~=note]', ['option']],
    ['[class~=not]', ['option', 'premium']],
    ['*', []],
    ['#nothing, .note', ['option']],
    ['#\\61', ['option', 'premium']],
    ['  ', ['option', 'premium']],
  ] as const)
    it(selector, () => assert.deepEqual(left(selector), words));

  for (const [selector, offset] of [
    ['a ~ b', 2],
    ['a + b', 2],
    ['a >', 3],
    ['a,', 2],
    [',a', 0],
    ['.', 1],
    ['[a', 0],
    ['a:hover', 1],
    ['a:not(b', 7],
    ['a:not(b c)', 10],
    ['a)', 2],
    ['a{}', 1],
  ] as const)
    it(`none: ${selector}`, () =>
      assert.throws(
        () => parseSelector(selector),
        (error) =>
          error instanceof SelectorError &&
          error.offset === offset &&
          error.message.includes(selector),
      ));

  for (const part of ['a ', 'a>', '.', '[', ':not(', 'a,', '[a="', '\\'])
    it(`20,000 characters of ${part}`, () =>
      growsInProportion((size) => {
        try {
          parseSelector(part.repeat(size / part.length));
        } catch (error) {
          assert.ok(error instanceof SelectorError);
        }
      }));
});
