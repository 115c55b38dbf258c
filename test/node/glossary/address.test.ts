import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  absoluteAddress,
  addressKey,
  linkAddress,
  parentAddress,
} from '../../../src/glossary/address.js';

const base = 'https://host.example/docs/page';

/** Each of them runs as a script, or loads one, where a browser follows it. */
const HOSTILE = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u001fjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\r\nscript:alert(1)',
  'javascript\t:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'vbscript:x',
  'blob:https://host.example/1',
  'file:///etc/passwd',
  'view-source:https://host.example/',
];

describe('absoluteAddress', () => {
  for (const [address, expected] of [
    ['https://a.example', 'https://a.example'],
    ['https://a.example/', 'https://a.example/'],
    ['HTTPS://A.example/%7Eb?q#f', 'HTTPS://A.example/%7Eb?q#f'],
    ['http://a.example/ü', 'http://a.example/ü'],
    ['other', 'https://host.example/docs/other'],
    ['/root', 'https://host.example/root'],
    ['../up', 'https://host.example/up'],
    ['//cdn.example/x', 'https://cdn.example/x'],
    ['#part', 'https://host.example/docs/page#part'],
    ['ht\ttps://a.example/x', 'https://a.example/x'],
    [' https://a.example/x ', 'https://a.example/x'],
    ['mailto:a@b.example', undefined],
    ['https://', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const) {
    it(`makes ${JSON.stringify(address)} ${expected}`, () => {
      assert.equal(absoluteAddress(address, base), expected);
    });
  }

  for (const address of HOSTILE) {
    it(`has none for ${JSON.stringify(address)}`, () => {
      assert.equal(absoluteAddress(address, base), undefined);
    });
  }

  it('has none for a relative address without a base', () => {
    assert.equal(absoluteAddress('/x', 'nowhere'), undefined);
  });
});

describe('linkAddress', () => {
  for (const [address, resolved] of [
    ['https://a.example', 'https://a.example'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['../up?q=a:b', 'https://host.example/up?q=a:b'],
    ['#part', 'https://host.example/docs/page#part'],
    ['//cdn.example/x', 'https://cdn.example/x'],
  ] as const) {
    it(`lets ${address} pass`, () => {
      assert.equal(linkAddress(address), address);
      assert.equal(linkAddress(address, base), resolved);
    });
  }

  for (const address of [...HOSTILE, '', undefined, null, 5, {}]) {
    it(`makes no link of ${JSON.stringify(address)}`, () => {
      assert.equal(linkAddress(address), undefined);
      assert.equal(linkAddress(address, base), undefined);
    });
  }

  it('never lets through what a browser reads as another scheme', () => {
    const scheme = fc.constantFrom('javascript:', 'DATA:', 'vbscript:', 'x:');
    const noise = fc.string({
      unit: fc.constantFrom('\t', '\n', '\r', ' ', '\u0000', '\u001f'),
      maxLength: 3,
    });
    const hostile = fc
      .tuple(scheme, fc.array(noise, {minLength: 12, maxLength: 12}))
      .map(([name, noises]) =>
        [...name].map((letter, at) => `${noises[at]}${letter}`).join(''),
      );
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (address) => {
        const link = linkAddress(address);
        if (link === undefined || !URL.canParse(link, base)) return;
        assert.match(new URL(link, base).protocol, /^(https?|mailto):$/);
      }),
    );
  });
});

describe('addressKey', () => {
  it('does not look at a closing slash', () => {
    assert.equal(addressKey('https://a.example/x/'), 'https://a.example/x');
    assert.equal(addressKey('https://a.example/x'), 'https://a.example/x');
    assert.equal(addressKey('///'), '');
  });

  it('is done at once with very many slashes', {timeout: 10_000}, () => {
    const address = `${'/'.repeat(1_000_000)}x`;
    assert.equal(addressKey(address), address);
  });
});

describe('parentAddress', () => {
  for (const [address, expected] of [
    ['https://a.example/area/margin/', 'https://a.example/area/'],
    ['https://a.example/area/margin', 'https://a.example/area/'],
    ['https://a.example/area/', 'https://a.example/'],
    ['https://a.example/', undefined],
    ['https://a.example', undefined],
    ['https://a.example/x?q=1', undefined],
    ['/area/margin/', undefined],
  ] as const) {
    it(`of ${address} is ${expected}`, () => {
      assert.equal(parentAddress(address), expected);
    });
  }
});
