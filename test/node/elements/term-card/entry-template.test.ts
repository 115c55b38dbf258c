import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {entryTemplate} from '../../../../src/elements/term-card/entry-template.js';
import {ENGLISH} from '../../../../src/glossary/locale/locale.js';
import {documentSource} from '../../../../src/glossary/document-source.js';
import type {Entry} from '../../../../src/glossary/source.js';
import {renderTemplate} from '../../../../tools/src/prerender/render-template.js';

const shown = (headingLevel: number, links = 0): string => {
  const sources = Array.from({length: links}, (_, index) => ({
    title: `S${index}`,
    url: `https://s.example/${index}`,
  }));
  const source = documentSource({
    format: 1,
    name: 'G',
    terms: [{id: 'a', name: 'A', summary: 'Is a.', sources}],
  });
  const entry = source.entry('a') as Entry;
  return renderTemplate(
    entryTemplate(entry, {headingLevel, images: '', locale: ENGLISH}),
  );
};

describe('an entry', () => {
  for (const [level, tag] of [
    [1, 'h1'],
    [6, 'h6'],
    [7, 'h6'],
    [-1, 'h1'],
    [Number.NaN, 'h3'],
  ] as const)
    it(`has a heading <${tag}> for level ${level}`, () => {
      assert.match(shown(level), new RegExp(`<${tag} part="name">.*</${tag}`));
    });

  for (const count of [1, 2, 3, 4, 6, 7])
    it(`has ${count} links in order, with dots between them`, () => {
      const row = /<p part="sources"><b>Sources<\/b> (.*?)<\/p>/.exec(
        shown(3, count),
      )![1]!;
      const links = Array.from(
        {length: count},
        (_, index) => `<a href="https://s.example/${index}">S${index}</a>`,
      );
      assert.equal(row, links.join('\u00a0· '));
    });

  it('has no block for links without any', () => {
    assert.doesNotMatch(shown(3), /class="more"/);
  });
});
