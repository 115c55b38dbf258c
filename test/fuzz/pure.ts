/** Random properties of what knows no browser; `npm run fuzz` tries them for minutes. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {documentSource} from '../../src/glossary/document-source.js';
import {JsonItems} from '../../src/glossary/json-items.js';
import {examineGlossary, salvageGlossary} from '../../src/glossary/parse.js';
import {isPlainGlossary} from '../../src/glossary/quick-check.js';
import {createMatcher} from '../../src/matching/matcher.js';
import {parseRichText} from '../../src/rich-text/parse.js';
import {toHtml} from '../../src/rich-text/to-html.js';
import {toText} from '../../src/rich-text/to-text.js';
import {scriptText} from '../../src/structured-data/json-text.js';
import {IMPORT_FORMATS} from '../../tools/src/formats/import-formats.js';
import {CommandError} from '../../tools/src/terminal/errors.js';
import {Report} from '../../tools/src/terminal/report.js';
import {allNames, findObviously} from '../node/matching/obvious-matcher.js';
import {
  glossaryOf as vocabularyOf,
  scripts,
  textOf,
} from '../node/matching/random-texts.js';
import {IMPORTS} from '../node/tools/safety/readers.js';
import {FULL, places, withAt} from '../support/full-glossary.js';
import {unsafeInHtml} from '../support/unsafe.js';

/** Something that holds for all inputs. */
export interface Fuzz {
  readonly name: string;
  readonly property: fc.IProperty<[unknown]> | fc.IAsyncProperty<[unknown]>;
}

const on = <T>(
  arbitrary: fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
): fc.IAsyncProperty<[unknown]> =>
  fc.asyncProperty(arbitrary, async (value) => {
    await holds(value);
  }) as fc.IAsyncProperty<[unknown]>;

const paths = [...places(FULL)];

/** Everything the format has, with a few places changed to anything. */
const documents = fc
  .array(fc.tuple(fc.constantFrom(...paths), fc.anything()), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) => {
    let value: unknown = FULL;
    for (const [path, item] of changes) {
      try {
        value = withAt(value, path, item);
      } catch {
        // the place is not there any more
      }
    }
    return value;
  });

/** Parts of Markdown and markup that mean something, in any order. */
const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '[',
          ']',
          '](',
          ')',
          '[[',
          '|',
          ']]',
          '*',
          '**',
          '_',
          '`',
          '$',
          '\\',
        ],
        ...[
          '- ',
          '1. ',
          '\n',
          '\n\n',
          '> ',
          '<',
          '>',
          '&',
          '&#x3a;',
          '<a href="',
        ],
        ...[
          'javascript:',
          'java\nscript:',
          'data:text/html,',
          'https://a.b/',
          '"',
        ],
        ...['<script>', '</script>', '<!--', '![', 'onerror=', '\0', '\ud800'],
      ),
      fc.string({maxLength: 6}),
    ),
    {maxLength: 40},
  )
  .map((parts) => parts.join(''));

const slips = fc.array(
  fc.record({at: fc.nat(), length: fc.nat(4), instead: markup}),
  {minLength: 1, maxLength: 4},
);

const slipped = (
  text: string,
  changes: readonly {at: number; length: number; instead: string}[],
) => {
  let result = text;
  for (const {at, length, instead} of changes) {
    const from = at % (result.length + 1);
    result = result.slice(0, from) + instead + result.slice(from + length);
  }
  return result;
};

const importFuzz = (name: string): readonly Fuzz[] =>
  (IMPORTS[name] ?? []).map(([file, , , frame]) => ({
    name: `import of ${name}, ${file}: entries or an error of its own`,
    property: on(fc.tuple(markup, slips), async ([text, changes]) => {
      const input = slipped(frame(text), changes);
      const importer = await IMPORT_FORMATS.find(
        (format) => format.name === name,
      )!.load();
      const report = new Report();
      try {
        const found = importer.read(
          {
            file,
            text: () => Promise.resolve(input),
            async *pieces() {
              await Promise.resolve();
              for (let at = 0; at < input.length; at += 7)
                yield input.slice(at, at + 7);
            },
          },
          {map: new Map(), language: undefined},
          report,
        );
        for await (const {type, value} of found)
          assert.ok(type && typeof value === 'object');
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
      }
    }),
  }));

export const PURE: readonly Fuzz[] = [
  {
    name: 'schema: examines anything, and its quick check agrees',
    property: on(fc.oneof(documents, fc.anything()), (value) => {
      const {faults} = examineGlossary(value);
      if (isPlainGlossary(value)) assert.deepEqual(faults, []);
      for (const {path, expected, received} of faults)
        assert.ok(
          [path, expected, received].every((text) => typeof text === 'string'),
        );
    }),
  },
  {
    name: 'schema: what is salvaged is right',
    property: on(documents, (value) => {
      let glossary: unknown;
      try {
        ({glossary} = salvageGlossary(value));
      } catch (error) {
        assert.equal((error as Error).name, 'GlossaryFormatError');
        return;
      }
      assert.deepEqual(examineGlossary(glossary).faults, []);
    }),
  },
  {
    name: 'sources: a document answers, or says why it cannot',
    property: on(documents, async (value) => {
      const source = documentSource(value);
      const ask = async () => {
        await source.entry('text {}');
        await source.named('text {}');
        await source.areaPage({area: 'text {}'});
        await source.vocabulary();
      };
      await ask().catch((error: Error) => {
        assert.match(error.name, /^Glossary/);
      });
    }),
  },
  {
    name: 'JSON: parts of a text, however it is cut, are those of JSON.parse',
    property: on(
      fc.tuple(fc.jsonValue({maxDepth: 6}), fc.integer({min: 1, max: 9})),
      ([value, size]) => {
        const text = JSON.stringify({terms: [value], a: value});
        const items = new JsonItems(['terms']);
        const parts = [];
        for (let at = 0; at < text.length; at += size)
          parts.push(...items.push(text.slice(at, at + size)));
        items.end();
        for (const part of parts)
          if (part.index !== undefined || part.key === 'a')
            assert.deepEqual(
              JSON.parse(part.text),
              JSON.parse(JSON.stringify(value)),
            );
      },
    ),
  },
  ...Object.entries(scripts).map(([script, {language, parts}]) => ({
    name: `matcher: ${script}, as one that tries every name at every word`,
    property: on(
      vocabularyOf(language, parts).chain((vocabulary) =>
        fc.tuple(fc.constant(vocabulary), textOf(parts, vocabulary)),
      ),
      ([vocabulary, text]) => {
        const found = createMatcher([vocabulary])
          .find(text)
          .map(({terms, ...mention}) => ({
            ...mention,
            ids: terms.map(({id}) => id),
          }));
        assert.deepEqual(found, findObviously(allNames([vocabulary]), text));
      },
    ),
  })),
  {
    name: 'rich text: HTML of the subset, and nothing that runs',
    property: on(markup, (markdown) => {
      const blocks = parseRichText(markdown);
      const html = toHtml(blocks);
      assert.deepEqual(
        unsafeInHtml(html, 'https://own.example/', 'https://a.b/'),
        [],
      );
      assert.doesNotMatch(html, /<(?!\/?(?:p|br|ol|ul|li|a|strong|em)\b)/);
      assert.equal(typeof toText({markdown}), 'string');
    }),
  },
  {
    name: 'JSON-LD: a script says what it was given, and cannot be ended',
    property: on(fc.jsonValue(), (value) => {
      const node = {'@type': 'Thing', value};
      const text = scriptText(node);
      assert.doesNotMatch(text, /[<>&\u2028\u2029]/);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(node)));
    }),
  },
  ...Object.keys(IMPORTS)
    .filter((name) => IMPORT_FORMATS.some((format) => format.name === name))
    .flatMap(importFuzz),
];
