import { open, seal } from './envelope';

// Frozen, from CoKeeps' published sample: what is sealed here must be what CoKeeps would send.
const sample = {
  secret: 'shared_secret',
  salt: Buffer.from('1f05d67bc4d8b468', 'hex'),
  text: 'some_arbitrary_string',
  ciphertext: 'U2FsdGVkX18fBdZ7xNi0aOX9b5M97C7+N2m2ZBx2/dzEal6SuHse8NOkbCV7kJ54',
};

test("CoKeeps' sample is sealed and opened", () => {
  expect(seal(Buffer.from(sample.text), sample)).toBe(sample.ciphertext);
  expect(open(sample.ciphertext, sample.secret)).toBe(sample.text);
});

test('another secret, other padding, a piece missing or more behind it does not open', () => {
  const lie = seal(Buffer.alloc(16, 0x61), { ...sample, padded: false });
  const { ciphertext, secret } = sample;
  expect(open(ciphertext, 'another')).toBeUndefined();
  expect(open(lie, secret)).toBeUndefined();
  expect(open(ciphertext.slice(0, 32), secret)).toBeUndefined();
  expect(open(`${ciphertext}\n`, secret)).toBeUndefined();
});
