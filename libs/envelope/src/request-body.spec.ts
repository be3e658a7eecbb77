import { parseContainer } from './container';
import { readBody } from './request-body';

it('finds the ciphertext', () => {
  expect(readBody('{"ciphertext":"abc"}')).toEqual({ ciphertext: 'abc', json: true });
  expect(readBody('{"a":[],"ciphertext":""}')).toEqual({ ciphertext: '', json: true });
});

describe.each([
  ['not JSON', (size: number) => 'x'.repeat(size), false],
  ['JSON cut short', (size: number) => `{"ciphertext":"${'A'.repeat(size - 15)}`, false],
  ['another member', (size: number) => `{"Ciphertext":"${'A'.repeat(size - 17)}"}`, true],
  ['a ciphertext that is a list', (size: number) => `{"ciphertext":[]${' '.repeat(size - 17)}}`, true],
  ['null', (size: number) => 'null'.padEnd(size), true],
])('%s', (_, bodyOf, json) => {
  it.each([17, 18, 100, 101, 102, 103, 70_000])(
    'in %d characters stands for a ciphertext as long as such a body has room for',
    (size) => {
      const { ciphertext, json: was } = readBody(bodyOf(size));
      expect(was).toBe(json);
      expect(ciphertext).toHaveLength(Math.floor((size - 17) / 4) * 4);
      expect(parseContainer(ciphertext)).toBeUndefined();
      expect(Buffer.from(ciphertext, 'base64').toString('base64')).toBe(ciphertext);
    },
  );
});

it('makes nothing of what is shorter than any request', () => {
  for (const body of ['', '{', '{}', '7']) expect(readBody(body).ciphertext).toBe('');
});
