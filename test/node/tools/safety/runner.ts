/**
 * Runs commands of the command line that it is sent, in the folder that it is
 * sent, and says what they did apart from what they wrote.
 */
import {subscribe} from 'node:diagnostics_channel';
import {nodeFiles} from '../../../../tools/src/files/files.js';
import {main} from '../../../../tools/src/main.js';

/** What is to be run. */
export interface Order {
  readonly folder: string;
  readonly args: readonly string[];
}

/** What came of it. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Connections and processes that were begun; each would be a fault. */
  readonly begun: readonly string[];
}

let begun: string[] = [];
subscribe('net.client.socket', () => void begun.push('a connection'));
subscribe('child_process', () => void begun.push('a process'));

/** What an input has put where all programs see it. */
const polluted = () => [
  ...Object.keys(Object.prototype),
  ...Object.keys(Array.prototype),
];

process.on('message', ({folder, args}: Order) => {
  process.chdir(folder);
  let [stdout, stderr] = ['', ''];
  begun = [];
  void main(args, {
    files: nodeFiles(),
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    colors: false,
    version: '1.2.3',
  }).then((code) => {
    begun.push(...polluted());
    process.send?.({code, stdout, stderr, begun} satisfies Outcome);
  });
});
process.send?.('ready');
