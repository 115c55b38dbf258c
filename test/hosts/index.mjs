/**
 * Apps of frameworks with the packages as they would be published: their types
 * are checked, they are built, and Chromium goes through them with pointer and
 * keyboard under a strict policy.
 *
 *   npm run test:hosts                          after a build; needs Chromium
 *   npm run test:hosts -- --all                 also hosts that take longer
 *   npm run test:hosts -- --only=react,vue      some of them
 *
 * It installs the frameworks from the registry, so it is no part of npm test.
 */
import {existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {pack} from '../../scripts/pack.mjs';
import {root} from '../../scripts/run.mjs';
import {launchChromium} from '../support/packed-app.mjs';
import {FURTHER_HOSTS, HOSTS} from './hosts.mjs';

const {only, all} = parseArgs({
  options: {only: {type: 'string'}, all: {type: 'boolean'}},
}).values;
const hosts = {...HOSTS, ...FURTHER_HOSTS};
const wanted = only?.split(',') ?? Object.keys(all ? hosts : HOSTS);
const unknown = wanted.filter((name) => !(name in hosts));
if (unknown.length)
  throw new Error(
    `no such host: ${unknown.join(', ')}; there are ${Object.keys(hosts).join(', ')}`,
  );
if (!existsSync(join(root, 'dist/index.js')))
  throw new Error('npm run build comes first');

const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
const browser = await launchChromium();
let passed = 0;
let failed = 0;
const skipped = [];

/** Runs the checks of a host, each of which is reported as it ends. */
const runHost = async (name, tarballs) => {
  const check = async (what, test) => {
    try {
      await test();
      passed++;
      console.log(`✓ ${name}: ${what}`);
    } catch (error) {
      failed++;
      console.log(`✗ ${name}: ${what}\n${error.message}`);
    }
  };
  const place = join(folder, name);
  mkdirSync(place);
  try {
    const reason = await hosts[name]({name, place, tarballs, browser, check});
    if (reason) skipped.push(`${name}: ${reason}`);
  } catch (error) {
    failed++;
    console.log(`✗ ${name}\n${error.stack}`);
  }
};

try {
  const tarballs = await pack(folder);
  for (const name of wanted) await runHost(name, tarballs);
} finally {
  await browser.close();
  if (process.env.KEEP) console.log(folder);
  else rmSync(folder, {recursive: true, force: true});
}
if (!only && !all)
  skipped.push(`${Object.keys(FURTHER_HOSTS).join(', ')}: only with --all`);
for (const line of skipped) console.log(`skipped ${line}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
