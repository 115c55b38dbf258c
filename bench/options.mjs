/** What the command line asks for. */
import {parseArgs} from 'node:util';
import {BENCHMARKS} from './benchmarks.mjs';

const names = [...BENCHMARKS.keys()];

export const {values: options} = parseArgs({
  options: {
    only: {type: 'string', multiple: true, default: names},
    samples: {type: 'string'},
    cards: {type: 'string', default: '1000'},
    pages: {type: 'string', default: 'warm'},
    docs: {type: 'string'},
    glossary: {type: 'string'},
    json: {type: 'boolean', default: false},
  },
});

const unknown = options.only.find((name) => !BENCHMARKS.has(name));
if (unknown !== undefined) {
  console.error(
    `bench: there is no "${unknown}"; there are ${names.join(', ')}.`,
  );
  process.exit(2);
}
