import {expect} from '@open-wc/testing';
import type {Awaitable} from '../../../../src/glossary/awaitable.js';
import {documentSource} from '../../../../src/glossary/document-source.js';
import type {Entry, GlossarySource} from '../../../../src/glossary/source.js';
import {graphSettled, nodesOf, scripts, until} from '../../support/page.js';
import {checkStructuredData} from '../../../support/check-structured-data.js';
import {glossary, linked, linkerWith} from './support.js';

const site = 'https://glossary.example/';
const published = {
  ...glossary,
  url: site,
  terms: glossary.terms.map((term) => ({
    ...term,
    url: `${site}term/${term.id}/`,
  })),
};

const TEXT = '<p>A premium is paid for an option. Another premium.</p>';

/** The ids of the terms that the page states it mentions. */
const mentioned = (): readonly string[] =>
  nodesOf('WebPage').flatMap(({mentions}) =>
    (mentions as {termCode: string}[]).map(({termCode}) => termCode),
  );

describe('the mentions of a page', () => {
  afterEach(async () => {
    await until(() => scripts().length === 0, 'no data of ours');
  });

  it('are not stated unless the author asks for them', async () => {
    await linkerWith(TEXT);
    await graphSettled();
    expect(scripts()).to.deep.equal([]);
  });

  for (const mode of ['wrap', 'highlight'] as const) {
    it(`are the terms that are linked, each once: ${mode}`, async () => {
      const linker = await linkerWith(TEXT, {
        glossary: published,
        structuredData: 'mentions',
        mode,
      });
      await until(() => mentioned().length, 'the mentions');
      expect(mentioned()).to.deep.equal(['premium', 'option']);
      const [page] = nodesOf('WebPage');
      const [address] = location.href.split('#');
      expect([page!['@id'], page!.url]).to.deep.equal([address, address]);
      expect((page!.mentions as object[])[0]).to.deep.equal({
        '@type': 'DefinedTerm',
        '@id': `${site}term/premium/`,
        url: `${site}term/premium/`,
        name: 'Premium',
        termCode: 'premium',
        inDefinedTermSet: site,
      });
      expect(checkStructuredData([page])).to.deep.equal([]);
      linker.remove();
    });
  }

  it('follow the text and the attribute', async () => {
    const linker = await linkerWith(TEXT, {structuredData: 'mentions'});
    await until(() => mentioned().length === 2, 'the mentions');
    const done = linked(linker);
    linker.innerHTML = '<p>The strike price.</p>';
    await done;
    await until(() => mentioned()[0] === 'strike-price', 'other mentions');
    linker.structuredData = '';
    await until(() => scripts().length === 0, 'none');
    linker.structuredData = 'mentions';
    await until(() => mentioned().length === 1, 'the mentions again');
    linker.remove();
  });

  describe('from another glossary with the same ids', () => {
    /** The same terms under other names. */
    const renamed = (suffix: string) => ({
      ...glossary,
      terms: glossary.terms.map((term) => ({
        ...term,
        name: `${term.name} ${suffix}`,
        aliases: [term.name],
      })),
    });

    /** A source that answers as `entry` does. */
    const sourceWith = (
      entry: (
        ask: () => Awaitable<Entry | null | undefined>,
      ) => Awaitable<Entry | null | undefined>,
    ): GlossarySource => {
      const source = documentSource(renamed('Old'));
      return {
        label: source.label,
        entry: (id) => entry(() => source.entry(id)),
        named: (name) => source.named(name),
        areaPage: (request) => source.areaPage(request),
        vocabulary: () => source.vocabulary(),
      };
    };

    const names = (): readonly string[] =>
      nodesOf('WebPage').flatMap(({mentions}) =>
        (mentions as {name: string}[]).map(({name}) => name),
      );

    it('have its names, whichever answers last', async () => {
      let isAsked = false;
      let answer = () => {};
      const late = new Promise<void>((resolve) => (answer = resolve));
      const linker = await linkerWith(TEXT, {
        structuredData: 'mentions',
        glossary: sourceWith(async (ask) => {
          isAsked = true;
          await late;
          return ask();
        }),
      });
      await until(() => isAsked, 'a request');
      linker.glossary = renamed('New');
      await until(() => names().length, 'the mentions');
      answer();
      await graphSettled();
      expect(names()).to.deep.equal(['Premium New', 'Option New']);
      linker.remove();
    });

    it('are asked for again at the next look if they could not be loaded', async () => {
      let failures = 0;
      const linker = await linkerWith(TEXT, {
        structuredData: 'mentions',
        glossary: sourceWith((ask) => {
          if (failures === 2) return ask();
          failures++;
          return Promise.reject(new Error('offline'));
        }),
      });
      await until(() => failures === 2, 'both requests');
      await graphSettled();
      expect(scripts()).to.deep.equal([]);
      const done = linked(linker);
      linker.append('Another option.');
      await done;
      await until(() => names().length, 'the mentions');
      expect(names()).to.deep.equal(['Premium Old', 'Option Old']);
      linker.remove();
    });
  });
});
