import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {terminal} from '../support/terminal.js';

const ENGLISH = {
  format: 1,
  name: 'Words',
  language: 'en',
  terms: [
    {
      id: 'amm',
      name: 'Automated market maker',
      summary: 'A protocol.',
      aliases: ['AMM pool'],
    },
    {
      id: 'gas',
      name: 'Gas',
      summary: 'A fee.',
      translations: {es: {name: 'Gas', summary: 'Una tasa.'}},
    },
  ],
};

const SPANISH = {
  amm: {
    term: 'Creador de mercado',
    definition: 'Un protocolo.',
    tags: ['defi'],
  },
  gas: {term: 'Gas', definition: 'Una comisión.'},
  new: {term: 'Nuevo', definition: 'Otro.'},
};

const imported = async (
  t: TestContext,
  glossary: object,
  ...args: string[]
) => {
  const shell = await terminal(t);
  await shell.write('g.json', JSON.stringify(glossary));
  await shell.write('es.json', JSON.stringify(SPANISH));
  const run = () =>
    shell.run(
      'import',
      shell.path('es.json'),
      '-o',
      shell.path('g.json'),
      ...args,
    );
  const {code, stderr} = await run();
  assert.equal(code, 0);
  const text = await shell.read('g.json');
  await run();
  assert.equal(await shell.read('g.json'), text, 'the second time changes it');
  return {stderr, glossary: JSON.parse(text) as typeof ENGLISH};
};

describe('an import in another language than that of the glossary', () => {
  it('becomes translations, and reports what the glossary does not have', async (t) => {
    const {glossary, stderr} = await imported(t, ENGLISH, '--language', 'es');
    assert.equal(glossary.language, 'en');
    assert.deepEqual(glossary.terms, [
      {
        ...ENGLISH.terms[0],
        tags: ['defi'],
        translations: {
          es: {name: 'Creador de mercado', summary: 'Un protocolo.'},
        },
      },
      {
        ...ENGLISH.terms[1],
        translations: {es: {name: 'Gas', summary: 'Una comisión.'}},
      },
    ]);
    assert.match(
      stderr,
      /dropped: an entry that the glossary does not have in its own language \("Nuevo"\)/,
    );
  });

  for (const [own, other] of [
    ['zh-Hans', 'zh-Hant'],
    ['zh', 'zh-TW'],
    ['sr-Cyrl', 'sr-Latn'],
  ] as const)
    it(`becomes translations in another script: ${other} onto ${own}`, async (t) => {
      const {glossary} = await imported(
        t,
        {...ENGLISH, language: own},
        '--language',
        other,
      );
      assert.equal(glossary.terms[0]?.name, ENGLISH.terms[0]?.name);
      assert.deepEqual(Object.keys(glossary.terms[0]?.translations ?? {}), [
        other,
      ]);
    });

  for (const [what, glossary, ...args] of [
    ['without --language', ENGLISH],
    ['in a form of the same language', ENGLISH, '--language', 'en-GB'],
    [
      'in the same language of another country',
      {...ENGLISH, language: 'pt'},
      '--language',
      'pt-BR',
    ],
    [
      'onto a glossary without a language',
      {...ENGLISH, language: undefined},
      '--language',
      'es',
    ],
  ] as const)
    it(`takes the place of texts ${what}`, async (t) => {
      const {glossary: written} = await imported(t, glossary, ...args);
      assert.equal(written.terms[0]?.name, 'Creador de mercado');
      assert.equal(written.terms.length, 3);
    });
});
