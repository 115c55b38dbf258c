import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {mergePages} from '../../../tools/src/formats/published-page/merge.js';
import {selectPage} from '../../../tools/src/formats/published-page/select-page.js';
import {startGlossary} from '../../../tools/src/formats/published-page/start-glossary.js';
import {writePage} from '../../../tools/src/formats/published-page/write.js';
import {readPageFile} from '../../../tools/src/files/read-page-file.js';
import {GlossaryIndex} from '../../../src/glossary/glossary-index.js';
import {examineGlossary} from '../../../src/glossary/parse.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {growsInProportion} from '../../support/proportion.js';
import {publishedPage} from './support/random-page.js';

/** As it is after it was written to a file and read again. */
const stored = (glossary: unknown) =>
  JSON.parse(JSON.stringify(glossary)) as Glossary;

const roundTrip = (text: string) => {
  const page = readPageFile(text, 'page.md');
  const glossary = startGlossary([page]);
  mergePages(glossary, [page]);
  const first = JSON.stringify(glossary);
  mergePages(glossary, [page]);
  const again = JSON.stringify(glossary);
  const index = new GlossaryIndex(stored(glossary));
  const {text: written, dropped} = writePage(
    selectPage(index, undefined, undefined),
  );
  return {page, glossary, first, again, written, dropped};
};

describe('any page whose data and text agree', () => {
  it('comes back byte for byte, from a valid glossary', () => {
    fc.assert(
      fc.property(publishedPage, (text) => {
        const {page, glossary, first, again, written, dropped} =
          roundTrip(text);
        assert.deepEqual(page.warnings, []);
        assert.equal(written, text);
        assert.equal(dropped, 0);
        assert.deepEqual(examineGlossary(stored(glossary)).faults, []);
        assert.equal(again, first);
      }),
      {numRuns: 300},
    );
  });
});

const LENGTH = 20_000;

describe('20,000 hostile characters', () => {
  const shell = (text: string) =>
    `# X ⎊ Area ⎊ Resource 1\n\n---\n\n${text}\n\n## [A](https://glossary.example/term/a/)\n\nx\n`;
  const PLACES: Readonly<Record<string, (text: string) => string>> = {
    'the whole page': (text) => text,
    'a part of a page': shell,
    'a headline': (text) => shell('').replace('X', () => text),
    'a question': (text) => shell(`## What is the ${text}?\n\n${text}`),
    'a card': (text) =>
      shell(`## [${text}](https://glossary.example/${text})\n\n${text}`),
    'the data': (text) =>
      `${shell('')}\`\`\`json\n${JSON.stringify({
        '@type': ['CollectionPage', 'FAQPage'],
        headline: text,
        url: text,
        hasPart: [{url: text, headline: text, description: text}],
        mainEntity: [{name: text, acceptedAnswer: {text}}],
      })}\n\`\`\`\n`,
    'an HTML page': (text) => `<p>${text}`,
  };
  const PARTS = [
    ...[
      '[',
      ']',
      '](',
      'a](a',
      '[[',
      '{',
      ' ',
      '\t',
      '\n',
      '\r',
      '\r\n\n',
      '/',
    ],
    ...[
      '⎊ ',
      ' ⎊ a',
      'a. ',
      'a of ',
      'What is the a of ',
      '?',
      '\\[',
      '&#',
      '&amp;',
    ],
    ...['## ', '## [a](b)\n', '## q\n', '---\n', '```\n', '```json\n{}\n```\n'],
    ...[
      '"@type":',
      '<a',
      '<b><a>',
      '<table>',
      '<script type="application/ld+json">',
    ],
  ];
  for (const [place, put] of Object.entries(PLACES)) {
    it(`take time in proportion as ${place}`, async () => {
      for (const part of PARTS)
        await growsInProportion(
          (size) => {
            try {
              roundTrip(put(part.repeat(size / part.length)));
            } catch (error) {
              assert.equal((error as Error).name, 'CommandError', part);
            }
          },
          JSON.stringify(part),
          LENGTH,
        );
    });
  }

  it('nested deeply are no data', () => {
    const deep = `${'['.repeat(LENGTH / 2)}${']'.repeat(LENGTH / 2)}`;
    const {page} = roundTrip(`${shell('')}\`\`\`json\n${deep}\n\`\`\`\n`);
    assert.equal(page.warnings.length, 1);
  });
});
