import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {root} from '../run.mjs';

/** Bits of a leaf's number: 64 leaves of one or two kilobytes, of which a card needs one. */
const TERM_BITS = 6;

const MODULE = join(root, 'src/glossary/bundled-glossary.js');
const FOLDER = join(root, 'src/glossary/bundled/');

/** The bundled glossary as `term-elements build` makes it. */
const build = () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-'));
  try {
    const {status, stderr} = spawnSync(
      process.execPath,
      // prettier-ignore
      ['--import', 'tsx', 'tools/src/bin.ts', 'build', 'data/glossary.json', '-o', folder],
      {cwd: root, encoding: 'utf8'},
    );
    if (status !== 0) throw new Error(`the bundled glossary: ${stderr}`);
    const read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
    return arrange(read('manifest.json'), (hash) =>
      read(`files/${hash.slice(0, 2)}/${hash}.json`),
    );
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};

/** As `leafOf` of src/glossary/sharded/manifest.ts. */
const leafOf = (text) => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) >>> (32 - TERM_BITS);
};

/**
 * Fewer steps and smaller leaves than for a glossary on a server: no
 * directories, small leaves of terms, and all names in one file, so that a
 * linker needs no sets of words.
 */
const arrange = (manifest, read) => {
  /** Name of a file by its content, and the other way round. */
  const names = new Map();
  const files = {};
  const add = (name, value) => {
    const text = JSON.stringify(value);
    if (!names.has(text)) {
      names.set(text, name);
      files[name] = text;
    }
    return names.get(text);
  };

  /** The leaves of a tree, those of its directories in their place. */
  const leavesOf = ({bits, top}) => {
    let leaves = top;
    while (leaves.length < 2 ** bits) {
      leaves = leaves.flatMap((hash) =>
        hash ? read(hash) : Array.from({length: 64}, () => ''),
      );
    }
    return leaves;
  };
  const recordsOf = (tree) =>
    leavesOf(tree).flatMap((hash) => (hash ? read(hash) : []));
  const kept = (name, tree) => ({
    ...tree,
    top: leavesOf(tree).map((hash, index) =>
      hash ? add(`${name}-${index}`, read(hash)) : '',
    ),
  });

  const tables = (tag, {terms, areas, names, list, letters}) => {
    const leaves = Array.from({length: 2 ** TERM_BITS}, () => []);
    for (const record of recordsOf(terms)) {
      leaves[leafOf(record.term.id)].push(record);
    }
    const all = [...new Set(recordsOf(names).map((it) => JSON.stringify(it)))];
    return {
      terms: {
        bits: TERM_BITS,
        top: leaves.map((leaf, index) =>
          leaf.length ? add(`terms-${tag}-${index}`, leaf) : '',
        ),
      },
      ...(areas && {areas: areasOf(tag, areas)}),
      names: {
        bits: 0,
        top: [
          add(
            `names-${tag}`,
            all.map((it) => JSON.parse(it)),
          ),
        ],
      },
      words: {bits: 0, top: ['']},
      list: kept(`list-${tag}`, list),
      letters: add(`letters-${tag}`, read(letters)),
    };
  };

  const areasOf = (tag, areas) => ({
    ...areas,
    top: leavesOf(areas).map((hash, index) => {
      if (!hash) return '';
      const records = read(hash).map((record) => ({
        ...record,
        resources: record.resources.map((page, place) => ({
          ...page,
          file: add(`page-${tag}-${index}-${place}`, read(page.file)),
        })),
        ...(record.terms && {
          terms: kept(
            `members-${tag}-${index}-${record.area.id}`,
            record.terms,
          ),
        }),
      }));
      return add(`areas-${tag}-${index}`, records);
    }),
  });

  const {keys, areaKeys, languages = {}, ...rest} = manifest;
  const arranged = {
    ...rest,
    ...tables('own', manifest),
    ...(keys && {keys: kept('keys', keys)}),
    ...(areaKeys && {areaKeys: kept('area-keys', areaKeys)}),
    languages: Object.fromEntries(
      Object.entries(languages).map(([tag, own]) => [tag, tables(tag, own)]),
    ),
  };
  return {manifest: arranged, files};
};

/** JSON as an expression; an object literal would take `__proto__` for something else. */
const expression = (json) =>
  json.includes('"__proto__"') ? `JSON.parse(${JSON.stringify(json)})` : json;

const moduleOf = ({manifest, files}) => `
import {ShardedSource} from './sharded/sharded-source.js';

const files = {
${Object.keys(files)
  .map(
    (name) => `${JSON.stringify(name)}: () => import('./bundled/${name}.js'),`,
  )
  .join('\n')}
};
const bundled = {
  label: 'bundled glossary',
  json: async (name) => (await files[name]()).default,
};
const manifest = ${expression(JSON.stringify(manifest))};
const source = new ShardedSource(manifest, bundled, {
  isTrusted: true,
  loadsAllWords: true,
});
export const openBundled = async () => source;
`;

let built;

/** Whether a chunk is a part of the bundled glossary, which is the same for all entries. */
export const isBundledShard = ({facadeModuleId}) =>
  facadeModuleId?.startsWith(FOLDER) ?? false;

/**
 * Puts the bundled glossary into the package as small chunks: a page with one
 * card loads the one that has its term.
 *
 * @returns {import('rollup').Plugin}
 */
export const bundledShards = () => ({
  name: 'bundled-shards',
  buildStart() {
    built ??= build();
  },
  resolveId(source, importer) {
    if (importer && resolve(dirname(importer), source) === MODULE)
      return MODULE;
    if (importer === MODULE && source.startsWith('./bundled/')) {
      return FOLDER + source.slice('./bundled/'.length);
    }
    return null;
  },
  load(id) {
    if (id === MODULE) return moduleOf(built);
    if (!id.startsWith(FOLDER)) return null;
    const text = built.files[id.slice(FOLDER.length, -'.js'.length)];
    return `export default ${expression(text)};`;
  },
});
