/** The kit that puts a venue's own numbers over the glossary. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {glossaryDocument} from '../../../scripts/glossary/document.js';
import {readSources} from '../../../scripts/glossary/sources.js';
import {documentSource} from '../../../src/glossary/document-source.js';
import {layered} from '../../../src/glossary/layered-source.js';
import {examineGlossary} from '../../../src/glossary/parse.js';
import type {Glossary, RichText} from '../../../src/glossary/types.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const kit = join(root, 'data/venue-kit');
const {venueLayer} = (await import(`${kit}/layer.mjs`)) as {
  venueLayer: (venue: object, glossary: object) => Glossary;
};
const venue = JSON.parse(
  readFileSync(join(kit, 'venue.json'), 'utf8'),
) as object;
const glossary = glossaryDocument(readSources(root)) as unknown as Glossary;

const markdownOf = (text: RichText | undefined): string =>
  typeof text === 'object' ? text.markdown : (text ?? '');

const entryOf = async (id: string, facts = venue) => {
  const layer = venueLayer(facts, glossary);
  const source = layered([documentSource(glossary), documentSource(layer)]);
  return (await source.entry(id))!.term;
};

describe('the venue kit', () => {
  it('makes a layer that follows the format', () => {
    assert.deepEqual(examineGlossary(venueLayer(venue, glossary)), {
      faults: [],
      nearMisses: [],
    });
  });

  it('puts facts below the definition, and keeps its formulas', async () => {
    const own = glossary.terms.find(({id}) => id === 'interest-component')!;
    const {definition} = await entryOf('interest-component');
    const before = markdownOf((own as {definition?: RichText}).definition);
    assert.equal(
      markdownOf(definition),
      `${before}\n\n**Example Exchange**\n\nThe interest component is 0.01% for each interval, the clamp ±0.05%.\n\n*General information, not advice.*`,
    );
    assert.deepEqual(
      Object.keys((definition as {math?: object}).math ?? {}),
      Object.keys(
        (own as {definition?: {math?: object}}).definition?.math ?? {},
      ),
    );
  });

  it('has fees, tiers, the figure and addresses of the venue', async () => {
    const maker = await entryOf('maker-fee');
    assert.match(markdownOf(maker.definition), /- VIP 1: 0\.016%\n/);
    assert.equal(maker.url, 'https://exchange.example/fees');
    const tier = await entryOf('leverage-tier');
    assert.match(
      markdownOf(tier.definition),
      /- Up to 1,000,000 USD: initial margin 1%, maintenance margin 0\.5%/,
    );
    assert.equal(tier.figure?.type, 'margin-tiers');
    assert.equal(tier.figure?.caption, 'Margin tiers of Example Exchange.');
  });

  it('takes a currency, hourly funding, and a tier without a volume', async () => {
    const facts = {...venue, currency: undefined, funding: {hours: 1}};
    for (const [id, own, plain] of [
      ['leverage-tier', 'Up to 1,000,000 USD: initial', 'Up to 1,000,000: in'],
      [
        'fee-tier',
        '- VIP 1: from 5,000,000 USD traded in 30 days, maker',
        '- VIP 1: from 5,000,000 traded in 30 days, maker',
      ],
      ['fee-tier', '- Regular: maker 0.02%', '- Regular: maker 0.02%'],
      ['funding-interval', 'every 8 hours.', 'every hour.'],
    ] as const) {
      const texts = [await entryOf(id), await entryOf(id, facts)];
      for (const [index, expected] of [own, plain].entries()) {
        const markdown = markdownOf(texts[index]!.definition);
        assert.ok(markdown.includes(expected), `${expected} in ${markdown}`);
      }
    }
  });

  it('leaves addresses relative to the layer where the venue has none', async () => {
    const {url} = await entryOf('maker-fee', {...venue, url: undefined});
    assert.equal(url, '/fees');
  });

  it('has the line "not advice" as a switch', async () => {
    for (const [notAdvice, line] of [
      [undefined, '*General information, not advice.*'],
      ['Ask a professional.', '*Ask a professional.*'],
    ] as const) {
      const {definition} = await entryOf('mark-price', {...venue, notAdvice});
      assert.ok(markdownOf(definition).endsWith(line));
    }
    const {definition} = await entryOf('mark-price', {
      ...venue,
      notAdvice: false,
    });
    assert.ok(markdownOf(definition).endsWith('computed every second.'));
  });

  it('has the line in the demo exactly if it is switched on, without JavaScript too', async () => {
    const demo = join(root, 'demo/exchange');
    const facts = JSON.parse(
      readFileSync(join(demo, 'venue.json'), 'utf8'),
    ) as {readonly notAdvice?: string | boolean};
    const page = readFileSync(join(demo, 'index.html'), 'utf8');
    const [still = ''] = /<noscript>.*<\/noscript>/s.exec(page) ?? [];
    const lines = [...still.matchAll(/<p>(.*?)<\/p>/gs)].map(([, line]) =>
      line!.trim().replace(/\s+/g, ' '),
    );
    const {notAdvice = true} = facts;
    const {definition} = await entryOf('funding-interval', {
      ...facts,
      notAdvice: notAdvice || true,
    });
    const [, line = ''] = /\*([^*]+)\*$/.exec(markdownOf(definition)) ?? [];
    assert.equal(lines.includes(line), notAdvice !== false, line);
  });

  it('reports facts about what the glossary does not have', () => {
    assert.throws(
      () => venueLayer({...venue, notes: {gone: 'x'}}, glossary),
      /the glossary has no entry gone/,
    );
  });

  it('runs as a command', () => {
    const folder = mkdtempSync(join(tmpdir(), 'venue-'));
    try {
      const path = join(folder, 'glossary.json');
      writeFileSync(path, JSON.stringify(glossary));
      const {stdout, status} = spawnSync(
        process.execPath,
        [join(kit, 'layer.mjs'), join(kit, 'venue.json'), path],
        {encoding: 'utf8'},
      );
      assert.equal(status, 0);
      assert.deepEqual(JSON.parse(stdout), venueLayer(venue, glossary));
    } finally {
      rmSync(folder, {recursive: true});
    }
    assert.equal(
      spawnSync(process.execPath, [join(kit, 'layer.mjs')]).status,
      2,
    );
  });
});
