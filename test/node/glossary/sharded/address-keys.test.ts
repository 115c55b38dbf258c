import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {addressKey, linkAddress} from '../../../../src/glossary/address.js';
import {GlossaryIndex} from '../../../../src/glossary/glossary-index.js';
import {
  documentAddressKeys,
  lookupAddressKeys,
} from '../../../../src/glossary/sharded/address-keys.js';

const URLS = [
  'https://site.org/term/a/',
  'https://site.org/',
  'https://other.org/a/b/term',
  'http://site.org/a/b/term',
  '//site.org/a/b/scheme',
  '//other.org/x/',
  '/a/b/rooted/',
  '/',
  '/a/../%C3%A9 é',
  'term',
  './term/deep/',
  '../up',
  '../../top',
  '../b/around',
  '.',
  './',
  '..',
  '#part',
  '?q=1',
  'x?q=1#part',
  '\\a\\back',
  ' spaced ',
  'javascript:alert(1)',
  'mailto:a@site.org',
];
const MANIFESTS = [
  'https://site.org/a/b/manifest.json',
  'https://site.org/manifest.json',
  'https://site.org/a/b/c/manifest.json?v=3',
  'http://localhost:8080/a/b/',
];

describe('the keys of an address', () => {
  for (const manifest of MANIFESTS) {
    it(`meet where the index of the document finds the term: ${manifest}`, () => {
      const references = [
        ...URLS,
        ...URLS.flatMap((url) => linkAddress(url, manifest) ?? []),
        ...URLS.flatMap((url) => new URL(url, 'https://site.org/z/').href),
        manifest,
        'https://site.org',
        'https://site.organic/a',
      ].flatMap((url) => [url, addressKey(url), `${url}/`]);
      for (const url of URLS) {
        const index = new GlossaryIndex(
          {
            format: 1,
            name: 'G',
            terms: [{id: 'the id', name: 'A', summary: '', url}],
          },
          manifest,
        );
        // More `../` than there are folders end at the root, as many as they are.
        if (clamps(url, manifest)) continue;
        const keys = new Set(documentAddressKeys(url));
        for (const reference of references) {
          const found = lookupAddressKeys(reference, manifest).some((key) =>
            keys.has(key),
          );
          assert.equal(
            found,
            index.term(reference) !== undefined,
            `${JSON.stringify(reference)} for ${JSON.stringify(url)}`,
          );
        }
      }
    });
  }

  it('are those as written where the manifest has no address', () => {
    assert.deepEqual(lookupAddressKeys('https://site.org/a/', undefined), [
      'https://site.org/a',
    ]);
  });

  it('come with what is written first', () => {
    assert.equal(lookupAddressKeys('/a/', MANIFESTS[0])[0], '/a');
    assert.equal(documentAddressKeys('../a/')[0], '../a');
  });
});

const clamps = (url: string, manifest: string) =>
  url.split('../').length - 1 + (url === '..' ? 1 : 0) >
    new URL(manifest).pathname.split('/').length - 2 && url.startsWith('..');
