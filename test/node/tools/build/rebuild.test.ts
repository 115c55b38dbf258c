import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {
  type KeyRecord,
  leafOf,
  pathTo,
  type TermRecord,
} from '../../../../src/glossary/sharded/manifest.js';
import {terminal} from '../support/terminal.js';
import {filesOf, glossaryOf, Served} from './folder.js';

const COUNT = 3000;

/** A built glossary, and what another build of it changes. */
const prepare = async (t: Parameters<typeof terminal>[0]) => {
  const place = await terminal(t);
  const output = place.path('out');
  const build = async (document: object) => {
    await place.write('g.json', JSON.stringify(document));
    return place.run('build', place.path('g.json'), '-o', output);
  };
  const document = glossaryOf(COUNT, 'a');
  assert.equal((await build(document)).code, 0);
  const before = filesOf(output);
  return {
    build,
    document,
    output,
    before,
    /** Builds it again; paths of the files that are new, and the summary. */
    rebuild: async () => {
      const {code, stdout} = await build(document);
      assert.equal(code, 0);
      const after = filesOf(output);
      return {
        stdout,
        served: new Served(output),
        added: [...after.keys()].filter((path) => !before.has(path)),
        manifest: !after
          .get('manifest.json')!
          .equals(before.get('manifest.json')!),
      };
    },
  };
};

describe('a glossary that is built again', () => {
  it('is not written where nothing has changed', async (t) => {
    const {rebuild} = await prepare(t);
    const {added, manifest, stdout} = await rebuild();
    assert.deepEqual([added, manifest], [[], false]);
    assert.match(stdout, /; 0 of [\d,]+ files written in/);
  });

  it('is whole again where files have come to harm', async (t) => {
    const {output, before, rebuild} = await prepare(t);
    const harmed = [...before.keys()].filter(
      (path) => path !== 'manifest.json',
    );
    for (const path of harmed.slice(0, 3)) {
      const bytes = readFileSync(`${output}/${path}`);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(`${output}/${path}`, bytes);
    }
    const {stdout} = await rebuild();
    assert.match(stdout, /; 3 of [\d,]+ files written in/);
    assert.deepEqual(filesOf(output), before);
  });

  it('replaces one whose areas cannot be read', async (t) => {
    const {document, output, before, rebuild} = await prepare(t);
    for (const [path, bytes] of before) {
      const text = bytes.toString();
      if (!text.includes('"resources":')) continue;
      writeFileSync(
        `${output}/${path}`,
        text.replace('resources', 'resourcex'),
      );
    }
    document.areas[0]!.name = 'Another area';
    document.areas[1]!.name = 'Another area too';
    const {served} = await rebuild();
    served.all();
  });

  it('gets a new leaf, its directories and a manifest for a summary that changed', async (t) => {
    const {document, rebuild} = await prepare(t);
    document.terms[1]!.summary = `b${document.terms[1]!.summary.slice(1)}`;
    const {added, manifest, served, stdout} = await rebuild();
    const hashes = [
      served.manifest,
      ...Object.values(served.manifest.languages!),
    ].flatMap(({terms}) => {
      const [first, ...rest] = pathTo(leafOf('term-1', terms.bits), terms);
      const way = [terms.top[first!]!];
      for (const place of rest) {
        way.push(served.json<string[]>(way.at(-1)!)[place]!);
      }
      return way;
    });
    const wanted = hashes.map(
      (hash) => `files/${hash.slice(0, 2)}/${hash}.json`,
    );
    assert.deepEqual(added, [...new Set(wanted)].sort());
    assert.ok(manifest);
    assert.match(stdout, new RegExp(`; ${added.length} of [\\d,]+ files`));
  });

  it('says a name that changed wherever it is referred to', async (t) => {
    const {document, rebuild} = await prepare(t);
    document.terms[7]!.name = 'Another name';
    const {added, served} = await rebuild();
    const records = served.records<TermRecord>(served.manifest.terms);
    const pointing = records.filter(({term}) => term.id === 'term-1');
    assert.deepEqual(pointing[0]?.references, {
      'term-7': ['Another name', 'term/7/'],
    });
    const keys = served.leaves(served.manifest.keys!);
    assert.ok(served.records<KeyRecord>(served.manifest.keys!).length);
    assert.ok(added.every((path) => !keys.some((hash) => path.includes(hash))));
  });

  it('serves the old one where the new one cannot be written', async (t) => {
    const {build, document, output, before} = await prepare(t);
    document.terms[1]!.summary = 'other';
    const elsewhere = await prepare(t);
    elsewhere.document.terms[1]!.summary = 'other';
    const {added} = await elsewhere.rebuild();
    // A folder has the name that a new file is to have.
    mkdirSync(`${output}/${added[0]}`, {recursive: true});
    const {code, stderr} = await build(document);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /cannot write .*out.* is a folder\n.*serves what it served/,
    );
    assert.deepEqual(
      filesOf(output).get('manifest.json'),
      before.get('manifest.json'),
    );
    new Served(output).all();
    assert.deepEqual(readdirSync(output).sort(), ['files', 'manifest.json']);
  });

  it('serves the new one where what is old cannot be removed', async (t) => {
    const {build, document, output} = await prepare(t);
    // A folder has the name of a file that nobody needs.
    mkdirSync(`${output}/files/ab/${'ab'.repeat(12)}.json/x`, {
      recursive: true,
    });
    document.terms[1]!.summary = 'other';
    const {code, stderr} = await build(document);
    assert.deepEqual([code, stderr], [0, '']);
    const {terms} = new Served(output).all();
    assert.ok(JSON.stringify(terms).includes('"summary":"other"'));
  });
});
