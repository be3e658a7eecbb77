import { takeRequestId } from './request-id';

test.each([
  ['request-1', 'request-1'],
  ['a'.repeat(128), 'a'.repeat(128)],
  ['a'.repeat(129), 'new'],
  ['', 'new'],
  ['two words', 'new'],
  ['line\nbreak', 'new'],
  ['é', 'new'],
  [undefined, 'new'],
  [Buffer.from('bytes'), 'new'],
])('the request id %j is taken as %s', (sent, expected) => {
  expect(takeRequestId(sent, () => 'new')).toBe(expected);
});
