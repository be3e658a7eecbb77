import { createSourceCheck, isCidr } from './source';

const check = createSourceCheck(['192.0.2.0/24', '2001:db8::/32'], ['10.0.0.1', '10.0.0.2']);

it.each([
  ['192.0.2.7', undefined, true],
  ['::ffff:192.0.2.7', undefined, true],
  ['2001:db8::1', undefined, true],
  ['198.51.100.1', undefined, false],
  [undefined, undefined, false],
  ['', undefined, false],
  // Nobody but a configured proxy is believed.
  ['198.51.100.1', '192.0.2.7', false],
  ['192.0.2.7', '198.51.100.1', true],
  // A proxy is believed about the hop before it, and no further.
  ['10.0.0.1', '192.0.2.7', true],
  ['10.0.0.1', '198.51.100.1', false],
  ['10.0.0.1', '192.0.2.7, 198.51.100.1', false],
  ['10.0.0.1', '198.51.100.1, 192.0.2.7', true],
  ['10.0.0.1', '192.0.2.7, 10.0.0.2', true],
  ['10.0.0.1', undefined, false],
  ['10.0.0.1', 'garbage', false],
  ['10.0.0.1', '', false],
])('from %s, forwarded for %s: %s', (remote, forwarded, allowed) => {
  expect(check.admitted(remote, forwarded) !== undefined).toBe(allowed);
});

it('allows nobody by default', () => {
  const nobody = createSourceCheck([], []);
  expect([nobody.admitted('127.0.0.1', undefined), nobody.peerOf('127.0.0.1')]).toEqual([
    undefined,
    'foreign',
  ]);
});

it('knows an address or range when it sees one', () => {
  expect(['10.0.0.0/8', '::1', '2001:db8::/32', '192.0.2.1/32'].every(isCidr)).toBe(true);
  expect(['', '10.0.0.0/33', 'host', '10.0.0.0/8/8', '10.0.0.0/x', '::/129'].some(isCidr)).toBe(false);
});

it('says which address asks: the one the last believed hop names', () => {
  expect(check.admitted('::ffff:192.0.2.7', undefined)).toBe('192.0.2.7');
  expect(check.admitted('10.0.0.1', '198.51.100.1, 192.0.2.7')).toBe('192.0.2.7');
});

it.each([
  ['192.0.2.7', 'allowed'],
  ['::ffff:10.0.0.1', 'proxy'],
  ['2001:db8::1', 'allowed'],
  ['198.51.100.1', 'foreign'],
  ['10.0.0.3', 'foreign'],
  ['', 'foreign'],
])('knows what a connection from %s is: %s', (address, peer) => {
  expect(check.peerOf(address)).toBe(peer);
});
