import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {languageChain} from '../../../src/glossary/language-tags.js';
import {
  localizeArea,
  localizeInfo,
  localizeQuestion,
  localizeTerm,
} from '../../../src/glossary/localize.js';
import type {Area, GlossaryInfo, Term} from '../../../src/glossary/types.js';

const margin = {
  id: 'margin',
  name: 'Margin',
  added: 'kept',
  summary: 'What is put up.',
  definition: {markdown: 'At *length*.'},
  aliases: ['Deposit'],
  image: {url: '/a.png', caption: 'A picture', alt: 'Bars'},
  related: ['spread'],
  translations: {
    pt: {
      name: 'Margem',
      summary: 'O que se deposita.',
      image: {caption: 'Uma figura', alt: 'Barras'},
    },
    'pt-BR': {name: 'Margem BR', image: {alt: 'Barrinhas'}},
    fr: {summary: 'Ce que l’on dépose.'},
    de: {aliases: ['Einschuss']},
    es: {name: '', summary: 'Lo que se deposita.', id: 'no', note: 'añadido'},
    en: {name: 'Not this one'},
  },
} as unknown as Term;

describe('languageChain', () => {
  for (const [tag, chain] of [
    ['pt-BR', ['pt-br', 'pt']],
    ['zh_Hant_TW', ['zh-hant-tw', 'zh-hant', 'zh']],
    ['zh-Hant-x-private', ['zh-hant-x-private', 'zh-hant', 'zh']],
    ['de-u-co-phonebk', ['de-u-co-phonebk', 'de-u-co', 'de']],
    [' EN ', ['en']],
    ['', []],
  ] as const) {
    it(`looks for ${chain.join(', ') || 'nothing'} for "${tag}"`, () => {
      assert.deepEqual(languageChain(tag), chain);
    });
  }
});

describe('localizeTerm', () => {
  it('takes each text from the closest translation that has it', () => {
    const {term, ...rest} = localizeTerm(margin, 'pt-BR', 'en');
    assert.equal(term.name, 'Margem BR');
    assert.equal(term.summary, 'O que se deposita.');
    assert.deepEqual(term.definition, margin.definition);
    assert.deepEqual(term.image, {
      url: '/a.png',
      caption: 'Uma figura',
      alt: 'Barrinhas',
    });
    assert.deepEqual(rest, {
      language: 'pt-BR',
      untranslated: ['definition'],
      original: 'Margin',
    });
  });

  it('compares tags without case, and with _ as -', () => {
    assert.equal(localizeTerm(margin, 'PT_br').language, 'pt-BR');
  });

  it('keeps the own name where only the summary is translated', () => {
    const {term, ...rest} = localizeTerm(margin, 'fr-CA', 'en');
    assert.equal(term.name, 'Margin');
    assert.deepEqual(rest, {
      language: 'fr',
      untranslated: ['name', 'definition'],
    });
  });

  it('takes other words for a term that has no translated text', () => {
    const {term, ...rest} = localizeTerm(margin, 'de', 'en');
    assert.deepEqual(term.aliases, ['Einschuss']);
    assert.deepEqual(rest, {});
  });

  it('takes an empty text for none, and over what is not in the format', () => {
    const {term, language} = localizeTerm(margin, 'es', 'en');
    assert.equal(language, 'es');
    assert.equal(term.name, 'Margin');
    assert.equal(term.id, 'margin');
    assert.equal((term as {note?: string}).note, 'añadido');
  });

  it('has the own texts for readers of the own language, wherever it is met', () => {
    const {translations, ...own} = margin;
    assert.ok(translations);
    assert.deepEqual(localizeTerm(margin, 'en-GB', 'en'), {term: own});
    assert.equal(localizeTerm(margin, 'en-GB').term.name, 'Not this one');
  });

  it('keeps the order of properties, and puts new ones last', () => {
    assert.deepEqual(Object.keys(localizeTerm(margin, 'es', 'en').term), [
      'id',
      'name',
      'added',
      'summary',
      'definition',
      'aliases',
      'image',
      'related',
      'note',
    ]);
  });

  it('gives a term without translations as it is', () => {
    const plain = {id: 'a', name: 'A', summary: ''};
    assert.equal(localizeTerm(plain, 'es').term, plain);
  });

  for (const translations of [null, [], 'es', {es: null}, {es: ['x']}]) {
    it(`passes over translations that are ${JSON.stringify(translations)}`, () => {
      const term = {...margin, translations} as unknown as Term;
      assert.equal(localizeTerm(term, 'es').term.name, 'Margin');
    });
  }

  it('agrees with a walk over the chain, for ids and tags of every kind', () => {
    const tag = fc.constantFrom('es', 'ES-mx', 'pt_BR', 'pt', '__proto__', 'x');
    const texts = fc.record(
      {name: fc.string(), summary: fc.string(), ['__proto__']: fc.string()},
      {requiredKeys: []},
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(tag, texts)),
        tag,
        fc.option(tag, {nil: undefined}),
        (translations, language, own) => {
          const term = {
            id: '__proto__',
            name: 'own',
            summary: 'own',
            translations: Object.fromEntries(translations),
          };
          const before = JSON.stringify(term);
          const {term: result, ...rest} = localizeTerm(term, language, own);
          assert.equal(JSON.stringify(term), before);
          assert.equal(Object.hasOwn(result, 'translations'), false);
          assert.equal(result.id, '__proto__');
          assert.equal(Object.getPrototypeOf(result), Object.prototype);
          const key = (text: string) => text.toLowerCase().replaceAll('_', '-');
          const chain = [...languageChain(language)];
          const home = own === undefined ? -1 : chain.indexOf(key(own));
          if (home >= 0) chain.splice(home);
          for (const field of ['name', 'summary'] as const) {
            const expected = chain
              .map((want) => {
                const found = Object.keys(term.translations).find(
                  (name) => key(name) === want,
                );
                return found === undefined
                  ? undefined
                  : term.translations[found]![field];
              })
              .find(Boolean);
            assert.equal(result[field], expected ?? 'own');
          }
          const {original} = rest;
          assert.equal(original, result.name === 'own' ? undefined : 'own');
        },
      ),
    );
  });
});

describe('localizeArea', () => {
  const area: Area = {
    id: 'books',
    name: 'Books',
    description: 'About books.',
    questions: [
      {
        question: 'What is it?',
        answer: 'A list.',
        translations: {es: {question: '¿Qué es?', answer: 'Una lista.'}},
      },
      {question: 'Why?', answer: 'To trade.'},
    ],
    translations: {es: {name: 'Libros'}},
  };

  it('has its name and its questions in the language, and says which are', () => {
    const {area: localized, language} = localizeArea(area, 'es-MX', 'en');
    assert.equal(language, 'es');
    assert.equal(localized.name, 'Libros');
    assert.equal(localized.description, 'About books.');
    assert.deepEqual(localized.questions, [
      {question: '¿Qué es?', answer: 'Una lista.', language: 'es'},
      {question: 'Why?', answer: 'To trade.'},
    ]);
  });

  it('keeps the id of a question, by which it is linked', () => {
    const question = {
      id: 'what',
      question: 'What?',
      answer: '',
      translations: {es: {id: 'que', question: '¿Qué?'} as object},
    };
    assert.equal(localizeQuestion(question, 'es').id, 'what');
  });
});

describe('localizeInfo', () => {
  it('has the labels and forms of the language', () => {
    const info: GlossaryInfo = {
      format: 1,
      name: 'Words',
      language: 'en',
      answerForm: '* {}',
      kinds: {
        term: {
          label: 'Term',
          summaryForm: '{} * Term',
          translations: {es: {label: 'Término', summaryForm: '{} * Término'}},
        },
        constructor: {label: 'Maker'},
      },
      translations: {es: {name: 'Palabras', answerForm: '¡{}!'}},
    };
    assert.deepEqual(localizeInfo(info, 'es'), {
      format: 1,
      name: 'Palabras',
      language: 'en',
      answerForm: '¡{}!',
      kinds: {
        term: {label: 'Término', summaryForm: '{} * Término', language: 'es'},
        constructor: {label: 'Maker'},
      },
    });
    assert.equal(localizeInfo(info, 'en-US').name, 'Words');
  });
});
