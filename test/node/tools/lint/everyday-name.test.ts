import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {glossaryOf, lint, term} from './linting.js';

const documents = (...texts: readonly string[]) =>
  Object.fromEntries(texts.map((text, index) => [`${index}.md`, text]));

const messages = async (
  own: Parameters<typeof term>[2],
  name: string,
  texts: readonly string[],
  options: object = {},
) =>
  (
    await lint({
      glossary: glossaryOf([term('t', name, own), term('u', 'Other')]),
      rules: {'everyday-name': ['warning', {leastDocuments: 4, ...options}]},
      documents: documents(...texts),
    })
  ).map(({message, help}) => `${message}. ${help}`);

const NAMES = ['A name.', 'The names.', 'Your name.', 'Nothing.'];

describe('everyday-name', () => {
  it('proposes "ambiguous" for a word that is everywhere, without the full name', async () => {
    const [found, ...others] = await messages(
      {aliases: ['domain name']},
      'Name',
      NAMES,
    );
    assert.match(
      found!,
      /^"Name" is in 3 of 4 documents, and none names the term in full\. Set "ambiguous"/,
    );
    assert.deepEqual(others, []);
  });

  it('proposes "caseSensitive" for a name that is mostly written large', async () => {
    const texts = ['On Ark and by Ark, an ark.', 'With Ark.', 'x', 'y'];
    assert.match(
      (await messages({}, 'Ark', texts))[0]!,
      /"Ark" is written with a capital 3 times inside of sentences, and without once\. Set "caseSensitive"/,
    );
  });

  it('proposes "ambiguous" for a name that is often a verb', async () => {
    const texts = [
      'It offers keys.',
      'We can offer it.',
      'She offers a key.',
      'Offers.',
    ];
    assert.match(
      (await messages({}, 'Offers', texts))[0]!,
      /"Offers" is also a verb: it is one 3 of 4 times\. Set "ambiguous"/,
    );
  });

  for (const [what, own, name, texts, options] of [
    [
      'is marked already',
      {aliases: ['domain name'], ambiguous: true},
      'Name',
      NAMES,
      {},
    ],
    ['has no longer name', {}, 'Name', NAMES, {}],
    [
      'is named in full',
      {aliases: ['domain name']},
      'Name',
      [...NAMES.slice(1), 'A domain name.'],
      {},
    ],
    [
      'is rarer than it has to be',
      {aliases: ['domain name']},
      'Name',
      NAMES,
      {share: 80},
    ],
    [
      'is in too few documents',
      {aliases: ['domain name']},
      'Name',
      NAMES,
      {leastDocuments: 5},
    ],
    [
      'begins sentences',
      {},
      'Ark',
      ['Ark. Ark! Ark? An ark.', 'x', 'y', 'z'],
      {},
    ],
  ] as const)
    it(`says nothing of a name that ${what}`, async () =>
      assert.deepEqual(await messages(own, name, texts, options), []));
});
