import {deepEqual, ok} from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {DocumentSource} from '../../../../src/glossary/document-source.js';
import {ShardedSource} from '../../../../src/glossary/sharded/sharded-source.js';
import type {
  AreaPage,
  Entry,
  GlossarySource,
} from '../../../../src/glossary/source.js';
import type {Glossary} from '../../../../src/glossary/types.js';
import {withBuilt} from './built.js';
import {glossaries, IDS, NAMES, URLS} from './random-glossary.js';

const ORIGIN = 'https://site.test/glossary/manifest.json';

/** The ids that the texts of an entry may link. */
const LINKED = ['gamma', '__proto__'];

const linksOf = (
  {links}: Pick<Entry, 'links'>,
  text: unknown,
): readonly unknown[] =>
  LINKED.filter((id) => JSON.stringify(text ?? '').includes(`[[${id}`)).map(
    (id) => [links.nameOf(id), links.addressOf(id)],
  );

/** What readers see of an entry. */
const seen = (entry: Entry | null | undefined) =>
  entry && {
    ...entry,
    term: {...entry.term, translations: undefined},
    glossary: {...entry.glossary, terms: undefined, areas: undefined},
    links: linksOf(entry, entry.term.definition),
    language: entry.language,
    untranslated: entry.untranslated,
    original: entry.original,
  };

const seenPage = (page: AreaPage | undefined) =>
  page && {
    ...page,
    glossary: {...page.glossary, terms: undefined, areas: undefined},
    area: {...page.area, resources: undefined, translations: undefined},
    resource: page.resource && {...page.resource, page: undefined},
    links: linksOf(page, page.questions),
    entries: page.entries.map(seen),
    language: page.language,
  };

/** Absent and undefined are the same to a reader. */
const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

const referencesOf = ({terms}: Glossary): readonly string[] => [
  ...new Set([
    ...IDS,
    ...URLS,
    ...URLS.map((url) => new URL(url, ORIGIN).href),
    ...URLS.map((url) => new URL(url, ORIGIN).href + '/'),
    'former',
    'unknown',
    ...terms.map(({id}) => `${id}/`),
  ]),
];

const compare = async (
  whole: GlossarySource,
  sharded: GlossarySource,
  document: Glossary,
): Promise<void> => {
  for (const reference of referencesOf(document)) {
    deepEqual(
      plain(seen(await sharded.entry(reference))),
      plain(seen(await whole.entry(reference))),
      `entry ${JSON.stringify(reference)}`,
    );
  }
  for (const name of [...NAMES, 'Gama', 'llave', 'G', 'unknown']) {
    deepEqual(
      (await sharded.named(name)).map((entry) => plain(seen(entry))),
      (await whole.named(name)).map((entry) => plain(seen(entry))),
      `named ${name}`,
    );
  }
  for (const area of [
    ...['margin', 'gamma', '__proto__', 'unknown', 'margin/'],
    ...['https://site.test/area', '/area/', 'https://site.test/area/'],
    ...URLS,
  ]) {
    for (const request of [
      {area},
      {area, resource: 2},
      {area, resource: 2, perPage: 2},
      {area, perPage: 3},
    ]) {
      deepEqual(
        plain(seenPage(await sharded.areaPage(request))),
        plain(seenPage(await whole.areaPage(request))),
        `area page ${JSON.stringify(request)}`,
      );
    }
  }
};

const runs = Number(process.env['SHARDED_RUNS'] ?? 25);

describe('a built glossary agrees with its document', () => {
  /**
   * Where a glossary will be served is not known when it is built. So an address
   * of this site is relative here wherever it stands: of an absolute and a
   * relative one for the same page, a document has the first, and a built
   * glossary the one that is written as it is asked for.
   */
  const onItsSite = (document: Glossary): Glossary =>
    JSON.parse(
      JSON.stringify(document).replaceAll('"https://site.test/', '"/'),
    ) as Glossary;

  for (const origin of [undefined, ORIGIN]) {
    it(`on everything that can be asked, ${origin ? 'with' : 'without'} an address`, async () => {
      await fc.assert(
        fc.asyncProperty(
          origin ? glossaries.map(onItsSite) : glossaries,
          (document) =>
            withBuilt(
              document,
              ({manifest, files}) =>
                compare(
                  new DocumentSource(document, 'document', origin),
                  new ShardedSource(manifest, files),
                  document,
                ),
              origin,
            ),
        ),
        {numRuns: runs, includeErrorInReport: true},
      );
    });
  }

  for (const language of ['es', 'pt-BR', 'en-GB', 'fr']) {
    it(`on everything that can be asked, in ${language}`, async () => {
      await fc.assert(
        fc.asyncProperty(glossaries, (document) =>
          withBuilt(document, ({manifest, files}) => {
            const whole = new DocumentSource(document);
            const sharded = new ShardedSource(manifest, files);
            return compare(whole.in(language), sharded.in(language), document);
          }),
        ),
        {numRuns: runs, includeErrorInReport: true},
      );
    });
  }

  it('where the hashes of many ids begin alike', async () => {
    const terms = Array.from({length: 3000}, (_, index) => ({
      id: `t${index}`,
      name: `Name ${index % 500}`,
      summary: 'Text.',
      url: `https://site.test/${index}`,
      formerIds: [`old${index}`],
    }));
    const document: Glossary = {format: 1, name: 'Many', terms};
    await withBuilt(document, async ({manifest, files}) => {
      ok(manifest.terms.bits > 2, 'several leaves');
      const whole = new DocumentSource(document);
      const sharded = new ShardedSource(manifest, files);
      for (const {id, name, url} of terms) {
        for (const reference of [id, url, id.replace('t', 'old')]) {
          deepEqual(
            plain(seen(await sharded.entry(reference))),
            plain(seen(whole.entry(reference))),
          );
        }
        deepEqual(
          (await sharded.named(name)).map(({term}) => term.id),
          (await whole.named(name)).map(({term}) => term.id),
        );
      }
    });
  });
});
