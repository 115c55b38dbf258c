import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {wxrImporter} from '../../../../tools/src/formats/wxr/read.js';
import {CommandError} from '../../../../tools/src/terminal/errors.js';
import {readText} from '../formats/formats.js';

const read = (xml: string, options = {}) =>
  readText(wxrImporter, xml, {file: 'site.xml', ...options});

const item = (fields: Readonly<Record<string, string>>) =>
  `<item>${Object.entries(fields)
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('')}</item>\n`;

const site = (...items: readonly string[]) => `<?xml version="1.0"?>
<rss xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Words</title><link>https://words.example/</link><language>en-US</language><wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name><![CDATA[Ann O.]]></wp:author_display_name></wp:author>
${items.join('')}</channel></rss>`;

const gas = {
  title: '<![CDATA[Gas &amp; <i>more</i>]]>',
  link: 'https://words.example/glossary/gas/',
  'wp:post_name': 'gas',
  'wp:post_type': 'glossary',
  'wp:status': 'publish',
  'wp:post_date_gmt': '2026-03-19 10:00:43',
  'wp:post_modified_gmt': '0000-00-00 00:00:00',
  'dc:creator': '<![CDATA[ann]]>',
  category: '<![CDATA[Fees &amp; costs]]>',
  'content:encoded':
    '<![CDATA[<!-- wp:paragraph --><p>What <b>work</b> costs. It goes up and down.</p><!-- /wp:paragraph -->\n\n[box id="3"]Plain &amp; simple.]]>',
};

describe('the export of a WordPress site', () => {
  it('gives the entries of the type that sounds like a glossary', async () => {
    const xml = site(
      item({...gas, 'excerpt:encoded': 'What work costs.'}),
      item({title: 'About', 'wp:post_type': 'page'}),
      item({...gas, title: 'Secret', 'wp:status': 'draft'}),
      item({title: 'menu', 'wp:post_type': 'nav_menu_item'}),
    );
    for (const piece of [3, 65_536]) {
      const {terms, lines, head, notes} = await read(xml, {piece});
      assert.deepEqual(head, {
        name: 'Words',
        url: 'https://words.example/',
        language: 'en-US',
      });
      assert.deepEqual(terms, [
        {
          id: 'gas',
          name: 'Gas & more',
          summary: 'What work costs.',
          definition: {
            markdown:
              'What **work** costs. It goes up and down.\n\nPlain & simple.',
          },
          url: 'https://words.example/glossary/gas/',
          tags: ['Fees & costs'],
          published: '2026-03-19T10:00:43+00:00',
          author: {type: 'Person', name: 'Ann O.'},
        },
      ]);
      assert.deepEqual(lines, [4]);
      assert.deepEqual(
        notes.map(({kind, line, message}) => [kind, line, message]),
        [
          [
            'guessed',
            4,
            'entries are posts of type "glossary"; --map type=… says otherwise',
          ],
          ['dropped', 4, 'a shortcode of a plug-in'],
          ['dropped', 7, 'an entry of type "page"'],
          ['dropped', 8, 'an entry that is not published (draft)'],
        ],
      );
    }
  });

  it('takes the type that is named, and the first sentences as a summary', async () => {
    const {terms, notes} = await read(
      site(
        item({
          ...gas,
          'wp:post_type': 'faq',
          'content:encoded': `<![CDATA[${'A sentence of the text. '.repeat(40)}]]>`,
        }),
      ),
      {map: {type: 'faq'}},
    );
    assert.equal(
      terms[0]?.summary,
      'A sentence of the text. '.repeat(16).trim(),
    );
    assert.equal(notes[0]?.message, 'summary: the first sentences of the text');
  });

  for (const [why, xml, message] of [
    [
      'a document type',
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
      /:1: .*a document type/,
    ],
    ['an unknown entity', '<rss>\n&x;</rss>', /:2: .*entity/],
    ['what is no XML', '<rss>\n\n<a></b></rss>', /:3: /],
    ['depth', '<a>'.repeat(100), /too deep/],
  ] as const) {
    it(`refuses ${why}, and says where`, async () => {
      await assert.rejects(read(xml), (error) => {
        assert.ok(error instanceof CommandError, String(error));
        assert.match(error.message, message);
        return true;
      });
    });
  }
});
