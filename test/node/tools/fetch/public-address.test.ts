import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {whyNotPublic} from '../../../../tools/src/fetch/public-address.js';

describe('a public address', () => {
  for (const address of ['1.1.1.1', '93.184.215.14', '2606:4700::1111']) {
    it(`is ${address}`, () => {
      assert.equal(whyNotPublic(address), undefined);
    });
  }

  for (const [address, what] of [
    ['127.0.0.1', /this machine/],
    ['127.255.255.254', /this machine/],
    ['0.0.0.0', /not the address/],
    ['10.1.2.3', /private/],
    ['172.31.255.255', /private/],
    ['192.168.0.1', /private/],
    ['100.64.0.1', /private/],
    ['169.254.169.254', /local link/],
    ['192.0.2.1', /reserved/],
    ['198.18.0.1', /reserved/],
    ['224.0.0.1', /multicast/],
    ['240.0.0.1', /reserved/],
    ['255.255.255.255', /broadcast/],
    ['::', /not the address/],
    ['::1', /this machine/],
    ['fe80::1', /local link/],
    ['fe80::1%eth0', /local link/],
    ['fc00::1', /private/],
    ['fd12:3456::1', /private/],
    ['fec0::1', /reserved/],
    ['ff02::1', /multicast/],
    ['::ffff:127.0.0.1', /IPv4/],
    ['::ffff:8.8.8.8', /IPv4/],
    ['::127.0.0.1', /IPv4/],
    ['64:ff9b::7f00:1', /IPv4/],
    ['64:ff9b:1::a00:1', /IPv4/],
    ['2002:7f00:1::1', /IPv4/],
    ['2001:0:1234::1', /IPv4/],
    ['2001:db8::1', /reserved/],
    ['4000::1', /reserved/],
    ['100::1', /reserved/],
    ['localhost', /no IP address/],
    ['', /no IP address/],
  ] as const) {
    it(`is not ${address || 'nothing'}`, () => {
      assert.match(whyNotPublic(address) ?? '', what);
    });
  }
});
