import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {definitionListImporter} from '../../../../tools/src/formats/definition-list/read.js';
import {CommandError} from '../../../../tools/src/terminal/errors.js';
import {readText} from '../formats/formats.js';

const read = (html: string) =>
  readText(definitionListImporter, html, {file: 'words.html'});

describe('a list of definitions in HTML', () => {
  it('gives a term for each name, with what its markup says', async () => {
    const {terms, lines, head, notes} = await read(`<!doctype html>
<html lang="en-GB">
<dl>
  <dt id="amm"><dfn><abbr title="Automated market maker">AMM</abbr></dfn></dt>
  <dd>Trades against a pool.</dd>
  <div><dt><a href="/gas/">Gas</a></dt><dt>Gas fee</dt>
  <dd><p>Paid for <em>work</em>.</p><ul><li>one</li></ul></dd></div>
</dl>`);
    assert.deepEqual(head, {language: 'en-GB'});
    assert.deepEqual(terms, [
      {
        id: 'amm',
        name: 'Automated market maker',
        abbreviation: 'AMM',
        summary: 'Trades against a pool.',
      },
      {
        name: 'Gas',
        aliases: ['Gas fee'],
        url: '/gas/',
        summary: 'Paid for work.',
        definition: {markdown: 'Paid for *work*.\n\n- one'},
      },
    ]);
    assert.deepEqual(lines, [4, 6]);
    assert.deepEqual(notes, []);
  });

  it('keeps links between its names, and leaves out what only the page needs', async () => {
    const {terms, notes} = await read(
      '<dl><dt id="ask">Ask<a class="headerlink" href="#ask">¶</a></dt>' +
        '<dd>See <a href="#b%C3%ADd">bid</a>, <a href="#top">top</a>, <a href="/x/">x</a>.<sup class="reference"><a href="#n1">[1]</a></sup></dd>\n' +
        '<dt id="bíd">Bid</dt><dd>A price.<dl><dt>Best bid</dt><dd>The highest.</dd></dl></dd></dl>',
    );
    assert.deepEqual(terms, [
      {
        id: 'ask',
        name: 'Ask',
        summary: 'See bid, top, x.',
        definition: {markdown: 'See [[bíd|bid]], top, [x](/x/).'},
      },
      {id: 'bíd', name: 'Bid', summary: 'A price.'},
      {name: 'Best bid', summary: 'The highest.'},
    ]);
    assert.deepEqual(
      notes.map(({line, message}) => [line, message]),
      [[1, 'a reference to a note']],
    );
  });

  it('tells what it leaves out, and names without a meaning', async () => {
    const {terms, notes} = await read(
      '<dl><dt>A<dd>B<img src="x">\n<script>throw 1</script><dt>C</dl>',
    );
    assert.deepEqual(
      terms.map(({name, summary}) => [name, summary]),
      [
        ['A', 'B'],
        ['C', ''],
      ],
    );
    assert.deepEqual(
      notes.map(({kind, line, message}) => [kind, line, message]),
      [
        ['dropped', 1, 'a picture'],
        ['dropped', 2, 'a script'],
        ['guessed', 2, 'summary: it has none, so it is empty'],
      ],
    );
  });

  it('says where a list was expected', async () => {
    await assert.rejects(read('<p>No list'), (error) => {
      assert.ok(error instanceof CommandError);
      assert.match(error.message, /words\.html:1: expected a <dl>/);
      return true;
    });
  });
});
