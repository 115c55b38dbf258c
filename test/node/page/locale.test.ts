import assert from 'node:assert/strict';
import {afterEach, describe, it, mock} from 'node:test';
import english from '../../../src/glossary/locale/languages/en.js';
import {INDEX_STRINGS} from '../../../src/glossary/locale/index-strings.js';
import {
  addStrings,
  followLocales,
  localeFor,
  localeReady,
  setLocaleStrings,
} from '../../../src/page/locale.js';

const warn = mock.method(console, 'warn', () => undefined);

/** What checks strings is loaded after they are in use. */
const checked = async () => {
  await localeReady('en');
  await new Promise(setImmediate);
};

const warnings = (): readonly unknown[] =>
  warn.mock.calls.flatMap(({arguments: [message]}) => message as unknown);

describe('the strings of a page', () => {
  it('are there at once in English, or in no language', () => {
    for (const language of ['', 'en', 'en-GB']) {
      const {strings, isPending, english: marked} = localeFor(language);
      assert.equal(strings.close, english.close);
      assert.equal(isPending, false);
      assert.equal(marked.size, 0);
    }
  });

  it('are English, marked, while a language is loaded, and then its own', async () => {
    let calls = 0;
    const unfollow = followLocales(() => calls++);
    const before = localeFor('de');
    assert.equal(before.isPending, true);
    assert.equal(before.strings.close, english.close);
    assert.ok(before.english.has('close'));
    const {strings, isPending, english: marked} = await localeReady('de-AT');
    assert.equal(strings.close, 'Schließen');
    assert.equal(isPending, false);
    assert.equal(marked.size, 0);
    assert.ok(calls > 0);
    assert.equal(localeFor('de').strings.close, 'Schließen');
    unfollow();
  });

  it('are never pending in a language that there is none of', () => {
    const {strings, isPending, english: marked} = localeFor('sw');
    assert.equal(isPending, false);
    assert.equal(strings.close, english.close);
    assert.ok(marked.has('close'));
  });
});

describe('setLocaleStrings', () => {
  afterEach(() => {
    warn.mock.resetCalls();
  });

  it('adds a language, string by string, and reports it', async () => {
    let calls = 0;
    const unfollow = followLocales(() => calls++);
    setLocaleStrings('sr', {close: 'Затвори'});
    setLocaleStrings('sr', {back: 'Назад'});
    unfollow();
    assert.equal(calls, 2);
    const {strings, english: marked} = localeFor('sr-RS');
    assert.deepEqual(
      [strings.close, strings.back, strings.retry],
      ['Затвори', 'Назад', english.retry],
    );
    assert.ok(!marked.has('close') && marked.has('retry'));
    await checked();
    assert.deepEqual(warnings(), []);
  });

  it('replaces single strings, of English too', () => {
    setLocaleStrings('en', {open: 'Read more'});
    assert.equal(localeFor('en-US').strings.open, 'Read more');
    assert.equal(localeFor('').strings.open, 'Read more');
    assert.equal(localeFor('en').strings.close, english.close);
    setLocaleStrings('en', {open: english.open});
  });

  for (const [why, strings, message] of [
    ['no string of this name', {clos: 'X'}, 'there is no string "clos"'],
    ['a tag', {language: 'de'}, 'there is no string "language"'],
    ['no text', {close: 7}, '"close" is not a text'],
    ['an empty text', {close: ' '}, '"close" is empty'],
    ['no place for a value', {by: 'Von'}, '"by" has no {}'],
    [
      'no place for one of two',
      {pageHeadline: '{} Seite'},
      '"pageHeadline" has no {n}',
    ],
    ['no object', null, 'expected an object of texts'],
  ] as const)
    it(`leaves out, with a warning, what is ${why}`, async () => {
      setLocaleStrings('lb', {...strings, retry: 'Nach eng Kéier'} as never);
      if (strings === null) setLocaleStrings('lb', strings as never);
      const {strings: found} = localeFor('lb');
      assert.equal(found.close, english.close);
      assert.equal(found.by, english.by);
      assert.equal(found.retry, 'Nach eng Kéier');
      await checked();
      assert.ok(
        warnings().some((text) =>
          String(text).startsWith(
            `term-elements/locale-strings: setLocaleStrings('lb'): ${message}`,
          ),
        ),
        String(warnings()),
      );
    });

  it('warns of what is no language tag', async () => {
    setLocaleStrings('not a tag', {close: 'X'});
    await checked();
    assert.match(String(warnings()[0]), /"not a tag" is not a language tag/);
  });

  it('checks strings of an index when its code has come', async () => {
    setLocaleStrings('lb', {
      indexSearch: 'Sichen',
      indexEntries: 'Keng Plaz',
      indexOther: 'X',
    } as never);
    await checked();
    assert.deepEqual(warnings(), []);
    const {strings: before} = localeFor('de');
    assert.equal(before.indexSearch, undefined);

    addStrings(INDEX_STRINGS);
    await localeReady('de');
    assert.equal(localeFor('de').strings.indexSearch, 'Glossar durchsuchen');
    assert.equal(localeFor('de').english.size, 0);
    assert.equal(
      localeFor('en').strings.indexSearch,
      INDEX_STRINGS.english.indexSearch,
    );
    const {strings, english: marked} = localeFor('lb');
    assert.equal(strings.indexSearch, 'Sichen');
    assert.equal(strings.indexEntries, INDEX_STRINGS.english.indexEntries);
    assert.ok(marked.has('indexEntries'));
    const start = "term-elements/locale-strings: setLocaleStrings('lb'): ";
    assert.deepEqual(warnings().map(String).sort(), [
      `${start}"indexEntries" has no {}, where a value goes`,
      `${start}there is no string "indexOther"`,
    ]);
  });
});
