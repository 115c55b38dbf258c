/** Documents that name tests as evidence name tests that there are. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {evidenceIn, faultOf, rowsOf, textOf} from '../../support/evidence.js';

/** What a document promises has evidence in each row of its tables. */
const DOCUMENTS = ['docs/security.md', 'docs/promises.md'];

for (const path of DOCUMENTS)
  describe(path, () => {
    const text = textOf(path);

    it('has evidence in every row', () => {
      const rows = rowsOf(text);
      assert.ok(rows.length > 10);
      assert.deepEqual(
        rows.filter((row) => !evidenceIn(row).length),
        [],
      );
    });

    it('names tests and benchmarks that exist', () => {
      assert.deepEqual(
        evidenceIn(text).flatMap((evidence) => faultOf(evidence) ?? []),
        [],
      );
    });
  });

describe('docs/promises.md', () => {
  /** As a reader sees it: no markup, and any line breaks. */
  const plain = (text: string) =>
    text
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[`*]/g, '')
      .replace(/\s+/g, ' ')
      .trim();

  const wordsOf = (sentence: string) =>
    new Set(sentence.toLowerCase().match(/[\p{L}\p{N}-]{3,}/gu) ?? []);

  /** Whether one sentence says what the other does: a comma more changes no promise. */
  const isSame = (a: string, b: string): boolean => {
    const [own, other] = [wordsOf(a), wordsOf(b)];
    const common = [...own].filter((word) => other.has(word)).length;
    return common >= 0.6 * Math.min(own.size, other.size);
  };

  const text = textOf('docs/promises.md');
  /** The first cell of each row: a sentence of the README. */
  const promised = rowsOf(text).map((row) => plain(row.split('|')[1]!));
  const others = [...text.matchAll(/^- (.+)$/gm)].map(([, line]) =>
    plain(line!),
  );

  /** Sentences of the README outside of code, tables and headings. */
  const sentences = textOf('README.md')
    .replace(/^```[\s\S]*?^```/gm, '\n')
    .replace(/<picture>[\s\S]*?<\/picture>/g, '\n')
    .split(/\n{2,}|\n(?=- )/)
    .filter((block) => !/^(?:#|\||<)/.test(block.trim()))
    .flatMap((block) =>
      plain(block.replace(/^- /, '')).split(/(?<=[.:])\s+(?=[A-Z])/),
    )
    .filter((sentence) => wordsOf(sentence).size > 2);

  it('lists sentences that the README has', () => {
    assert.deepEqual(
      promised.filter((own) => !sentences.some((one) => isSame(own, one))),
      [],
    );
  });

  it('lists every sentence that the README has', () => {
    assert.deepEqual(
      sentences.filter(
        (one) => ![...promised, ...others].some((own) => isSame(own, one)),
      ),
      [],
    );
  });
});
