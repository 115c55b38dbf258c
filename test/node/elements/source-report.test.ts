import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  reportOf,
  sizeText,
} from '../../../src/elements/term-glossary/source-report.js';
import type {SourceStatus} from '../../../src/glossary/source.js';

const status = (more: Partial<SourceStatus>): SourceStatus => ({
  label: 'https://example.com/manifest.json',
  state: 'ready',
  files: [],
  totals: {files: 0, bytes: 0},
  ...more,
});

describe('sizeText', () => {
  for (const [bytes, text] of [
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [20_480, '20.5 kB'],
    [34_000_000, '34.0 MB'],
  ] as const) {
    it(`says ${text}`, () => {
      assert.equal(sizeText(bytes), text);
    });
  }
});

describe('reportOf', () => {
  it('tells each file by the end of its address, and where it came from', () => {
    const {lines, total} = reportOf(
      status({
        files: [
          {
            address: 'https://example.com/files/ab/abcd.json?v=1#x',
            bytes: 4100,
            from: 'browser',
            duration: 12.6,
          },
        ],
        totals: {files: 7, bytes: 31_000},
      }),
    );
    assert.deepEqual(lines, [
      {
        name: 'abcd.json',
        address: 'https://example.com/files/ab/abcd.json?v=1#x',
        size: '4.1 kB',
        from: 'browser cache',
        duration: '13 ms',
      },
    ]);
    assert.equal(total, '7 files, 31.0 kB');
  });

  it('has a name for an address that is a folder', () => {
    const file = {bytes: 1, from: 'network', duration: 0} as const;
    const names = ['https://example.com/', 'https://example.com/a/'].map(
      (address) =>
        reportOf(status({files: [{...file, address}]})).lines[0]!.name,
    );
    assert.deepEqual(names, ['example.com/', 'a/']);
  });

  it('says why a source fails, and how its layers do', () => {
    const lower = status({label: 'lower'});
    const upper = status({
      label: 'upper',
      state: 'failed',
      error: new Error('no answer'),
    });
    const report = reportOf(status({label: 'both', layers: [lower, upper]}));
    assert.equal(report.fault, undefined);
    assert.deepEqual(
      report.layers.map(({label, state, fault}) => [label, state, fault]),
      [
        ['lower', 'ready', undefined],
        ['upper', 'failed', 'no answer'],
      ],
    );
  });
});
