/**
 * Builds the example sites of demo/ with the packages as they would be published,
 * each in a folder of its own, and looks at the pages that come out.
 *
 *   npm run check:demos                 both
 *   npm run check:demos -- vitepress    one
 *
 * It installs their generators from the registry, so it is no part of npm test.
 */
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parse} from 'parse5';
import {pack} from './pack.mjs';
import {root, run} from './run.mjs';

/** What has to be on which page. */
const DEMOS = {
  eleventy: {
    output: '_site',
    pages: {
      'index.html': {links: ['initial margin', 'leverage'], cards: 0},
      'closing/index.html': {
        links: ['maintenance margin', 'liquidation', 'insurance fund'],
        cards: 1,
      },
      'words/index.html': {links: [], cards: 5},
    },
  },
  vitepress: {
    output: 'out',
    pages: {
      'index.html': {
        links: ['perpetual future', 'index price', 'funding rate'],
        cards: 0,
      },
      'prices.html': {links: ['index price', 'mark price'], cards: 1},
      'words.html': {links: [], cards: 4},
    },
  },
};

const npm = async (args, cwd) => {
  const {code, output} = await run('npm', args, {quiet: true, cwd});
  if (code) throw new Error(`npm ${args.join(' ')} failed\n${output}`);
  return output;
};

const elements = (node, found = []) => {
  if (node.tagName) found.push(node);
  for (const child of node.childNodes ?? []) elements(child, found);
  return found;
};

const textOf = (node) =>
  node.value ?? (node.childNodes ?? []).map(textOf).join('');

const ancestors = (node) => {
  const names = [];
  for (let at = node.parentNode; at; at = at.parentNode) names.push(at.tagName);
  return names;
};

/** Everything that is not as it has to be. */
const faultsOf = (html, {links, cards}) => {
  const all = elements(parse(html));
  const faults = [];
  const tips = all.filter(({tagName}) => tagName === 'term-tip');
  for (const words of links) {
    const tip = tips.find((tip) => textOf(tip).toLowerCase() === words);
    const link = tip && elements(tip).find(({tagName}) => tagName === 'a');
    if (!link?.attrs.some(({name}) => name === 'href'))
      faults.push(`expected a linked tip around "${words}"`);
  }
  for (const tip of tips) {
    const inside = ancestors(tip).find((name) =>
      /^(?:code|pre|h[1-6]|a)$/.test(name ?? ''),
    );
    if (inside) faults.push(`a tip in <${inside}>: "${textOf(tip)}"`);
  }
  const shown = all.filter(
    ({tagName, attrs}) =>
      tagName === 'term-card' && attrs.some(({name}) => name === 'prerendered'),
  );
  if (shown.length !== cards)
    faults.push(`expected ${cards} prerendered cards, found ${shown.length}`);
  const hasData = /data-term-elements="n[a-z\d]+">\{"@context"/.test(html);
  if (cards && !hasData) faults.push('expected JSON-LD in the head');
  return faults;
};

const names = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'demos-'));
let failed = 0;
try {
  await npm(['run', '--silent', 'build'], root);
  const tarballs = await pack(folder);
  for (const [name, {output, pages}] of Object.entries(DEMOS)) {
    if (names.length && !names.includes(name)) continue;
    const site = join(folder, name);
    cpSync(join(root, 'demo', name), site, {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    const path = join(site, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    for (const [name, tarball] of Object.entries(tarballs)) {
      manifest.devDependencies[name] = `file:${tarball}`;
    }
    writeFileSync(path, JSON.stringify(manifest, null, 2));
    await npm(['install', '--no-audit', '--no-fund'], site);
    await npm(['run', '--silent', 'build'], site);
    for (const [page, wanted] of Object.entries(pages)) {
      const html = readFileSync(join(site, output, page), 'utf8');
      const faults = faultsOf(html, wanted);
      failed += faults.length;
      console.log(`${faults.length ? '✗' : '✓'} ${name}/${page}`);
      for (const fault of faults) console.log(`  ${fault}`);
    }
  }
} finally {
  if (process.env.KEEP) console.log(folder);
  else rmSync(folder, {recursive: true, force: true});
}
process.exitCode = failed ? 1 : 0;
