import {expect} from '@open-wc/testing';
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
});
