/**
 * Tries random inputs on the pure layers and the importers.
 *
 *   npm run fuzz                       three minutes
 *   npm run fuzz -- --minutes=30
 *   npm run fuzz -- --only=csv         of what has this in its name
 *   npm run fuzz -- --seed=42          the inputs of that seed
 *
 * The seed is printed first. A failure is printed with its seed and path and the
 * smallest input found, and what comes after it is tried all the same; the exit
 * code is 1. What it finds becomes a test beside the code.
 */
import {parseArgs} from 'node:util';
import fc from 'fast-check';
import {PURE} from '../test/fuzz/pure.js';

const print = (line: string) => void process.stdout.write(`${line}\n`);

const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '3'},
    seed: {type: 'string'},
    only: {type: 'string', default: ''},
  },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
print(`seed ${seed}`);
// Faulty data is warned of, and nearly all data here is faulty.
console.warn = () => undefined;

const all = PURE.filter(({name}) => name.includes(values.only));
const milliseconds = Number(values.minutes) * 60_000;

for (const fuzz of all) {
  const {failed, numRuns, counterexample, counterexamplePath, errorInstance} =
    await fc.check(fuzz.property as fc.IAsyncProperty<[unknown]>, {
      seed,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: milliseconds / all.length,
      markInterruptAsFailure: false,
    });
  print(`${failed ? 'FAILED' : 'ok'}  ${numRuns} runs  ${fuzz.name}`);
  if (!failed) continue;
  process.exitCode = 1;
  print(`  --only="${fuzz.name}" --seed=${seed} (path ${counterexamplePath})`);
  print(`  input: ${fc.stringify(counterexample)}`);
  print(
    `  ${String((errorInstance as Error | undefined)?.message ?? errorInstance)}`,
  );
}
process.exit();
