import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {tagKey} from '../../../src/glossary/language-tags.js';
import {fittingTags, localeOf} from '../../../src/glossary/locale/choose.js';
import {LANGUAGES} from '../../../src/glossary/locale/languages.js';
import {INDEX_STRINGS} from '../../../src/glossary/locale/index-strings.js';
import common from '../../../src/glossary/locale/languages/en.js';
import {english, numberIn} from '../../../src/glossary/locale/locale.js';
import type {
  OwnStrings,
  StringName,
} from '../../../src/glossary/locale/locale-strings.js';

type Strings = OwnStrings & {readonly language?: string};

/** By the tag in the name of the file. */
const filesOf = async (name: string): Promise<Map<string, Strings>> => {
  const folder = new URL(
    `../../../src/glossary/locale/${name}/`,
    import.meta.url,
  );
  const files = new Map<string, Strings>();
  for (const file of readdirSync(folder)) {
    const {default: strings} = (await import(new URL(file, folder).href)) as {
      default: Strings;
    };
    files.set(file.replace('.ts', ''), strings);
  }
  return files;
};

const SETS = [
  {
    of: 'most elements',
    files: await filesOf('languages'),
    first: common as Strings,
    languages: LANGUAGES,
  },
  {
    of: 'an index',
    files: await filesOf('index-languages'),
    first: INDEX_STRINGS.english as Strings,
    languages: INDEX_STRINGS.languages,
  },
];

/** By the keys of the table, English with them. */
const known = new Map<string, Strings>([['en', english]]);
for (const [tag, load] of Object.entries(LANGUAGES))
  known.set(tag, (await load()).default);

const holesOf = (text: string) => (text.match(/\{[^}]*\}/g) ?? []).sort();

for (const {of, files, first, languages} of SETS)
  describe(`the strings of ${of} in a language`, () => {
    it('are a file each, and all are in the table', async () => {
      const loaded = await Promise.all(
        Object.values(languages).map(async (load) => (await load()).default),
      );
      assert.deepEqual(
        new Set<Strings>([first, ...loaded]),
        new Set(files.values()),
      );
      assert.deepEqual(Object.keys(languages), Object.keys(LANGUAGES));
      for (const [tag, load] of Object.entries(languages)) {
        const {default: strings} = await load();
        const [language] = [...files].find(([, file]) => file === strings)!;
        assert.ok(
          `${tagKey(language)}-`.startsWith(`${tag}-`),
          `${tag} is for ${language}`,
        );
      }
    });

    for (const [tag, strings] of files)
      it(`are all there, each with its values: ${tag}`, () => {
        if ('language' in first) assert.equal(strings.language, tag);
        assert.equal(Intl.getCanonicalLocales(tag)[0], tag);
        assert.deepEqual(Object.keys(strings), Object.keys(first));
        for (const [name, text] of Object.entries(strings)) {
          assert.equal(text, text.trim(), name);
          assert.notEqual(text, '', name);
          assert.deepEqual(
            holesOf(text),
            holesOf(first[name as StringName]!),
            `the values of ${name}`,
          );
        }
      });
  });

describe('the strings of a language', () => {
  it('are translated', () => {
    // Words that are spelled alike in two languages; a sentence never is.
    const same = SETS.flatMap(({files, first}) =>
      [...files].flatMap(([tag, strings]) =>
        strings === first
          ? []
          : Object.entries(strings)
              .filter(([name, text]) => text === first[name as StringName])
              .map(([name]) => `${tag} ${name}`),
      ),
    );
    assert.deepEqual(same, [
      'fr page',
      'fr pageHeadline',
      'fr pages',
      'fr sources',
      'fr notes',
      'it home',
      'nl home',
      'id indexTag',
    ]);
  });
});

describe('the strings for a place', () => {
  const languageFor = (language: string) =>
    [...known].find(([, strings]) => {
      const locale = localeOf(
        language,
        () => undefined,
        (tag) => known.get(tag),
      );
      return locale.strings.seeAlso === strings.seeAlso && !locale.english.size;
    })?.[1].language;

  for (const [tag, expected] of [
    ['', 'en'],
    ['en', 'en'],
    ['en-AU', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['de-1996', 'de'],
    ['pt', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['pt-AO', 'pt-PT'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['iw', 'he'],
    ['in', 'id'],
    ['es-419', 'es'],
    ['fa-AF', 'fa'],
    ['sw', undefined],
    ['x-own', undefined],
    ['not a tag', undefined],
  ] as const)
    it(`are in ${expected ?? 'English, marked'} for "${tag}"`, () => {
      assert.equal(languageFor(tag), expected);
    });

  const withOwn = (language: string, own: Record<string, OwnStrings>) =>
    localeOf(
      language,
      (tag) => own[tag],
      (tag) => known.get(tag),
    );

  it('are those of the page first, then ours, and English last', () => {
    const {strings, english: marked} = withOwn('de-AT', {
      de: {close: 'Zu', back: 'Heim'},
      'de-at': {close: 'Schliaßn'},
      en: {retry: 'Once more'},
    });
    assert.equal(strings.close, 'Schliaßn');
    assert.equal(strings.back, 'Heim');
    assert.equal(strings.retry, known.get('de')!.retry);
    assert.equal(marked.size, 0);
  });

  it('of a language of the page are English where it has none', () => {
    const own = {sr: {close: 'Затвори'}, en: {retry: 'Once more'}};
    const {strings, english: marked} = withOwn('sr-Cyrl-RS', own);
    assert.equal(strings.close, 'Затвори');
    assert.equal(strings.retry, 'Once more');
    assert.ok(marked.has('retry'));
    assert.ok(!marked.has('close'));
    assert.equal(withOwn('en-GB', own).strings.retry, 'Once more');
    assert.equal(withOwn('en-GB', own).english.size, 0);
    assert.equal(withOwn('sw', own).strings.close, english.close);
  });

  it('has tags that are likely, and those of its own for what is no tag', () => {
    assert.deepEqual(fittingTags('zh-TW').slice(-2), ['zh-hant', 'zh']);
    assert.deepEqual(fittingTags('x-own'), ['x-own', 'x']);
  });
});

describe('a number in strings', () => {
  for (const [language, expected] of [
    ['en', '1234'],
    ['', '1234'],
    ['de-CH', '1234'],
    ['fa', '۱۲۳۴'],
    ['bn', '১২৩৪'],
    ['not a tag', '1234'],
  ] as const)
    it(`is in the digits of "${language}", without separators`, () => {
      assert.equal(numberIn(language, 1234), expected);
    });
});
