import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { weaknessOf } from './weakness';

const seed = 20261121;

describe('a weak secret', () => {
  it.each([
    ['', 'too short'],
    ['hunter2', 'too short'],
    ['0123456789', 'too short'],
    ['correct horse', 'too short'],
    ['9f86d081884c7d65', 'too short'], // 8 bytes of hex
    ['9f86d081884c7d659a2feaa0c55ad0', 'too short'], // 15 bytes of hex
    ['nXk2pQ7vL0sRw9TzYb4c', 'too short'], // 15 bytes of base64
    ['kqzvxjwpfmbgyhdncrltsuoe', 'too short'], // 24 letters
    ['Zk3vN0pWq8sT5yB2xR7uKd ', 'white space'],
    [' Zk3vN0pWq8sT5yB2xR7uKd', 'white space'],
    ['\ufeffZk3vN0pWq8sT5yB2xR7uKd', 'white space'],
    ['Zk3vN0pWq8sT5yB2xR7uKd\r', 'white space'],
    ['0'.repeat(64), 'few different characters'],
    ['abab'.repeat(8), 'few different characters'],
    ['a'.repeat(60) + 'b1X_', 'few different characters'],
    ['passwordpasswordpasswordpassword', 'repetitions'],
    ['0123456789abcdef0123456789abcdef', 'repetitions'],
    ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 'repetitions'],
    ['3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a', 'repetitions'],
    ['deadbeefcafebabe'.repeat(3), 'repetitions'],
    ['hunter2!'.repeat(9), 'repetitions'],
    ['qwertyuiopasdfghjklzxcvbnm1234567890', 'repetitions'],
    ['change-me-now-placeholder-password-2026', 'repetitions'],
    ['MySecretKeyForProduction-2026', 'repetitions'],
    ['correct-horse-battery-staple-1234', 'repetitions'],
    ['three old men are sitting on the hill', 'words'],
    ['TheseAreTheTimesThatTryMensSouls1776', 'words'],
    ['wherever-you-go-there-you-are', 'words'],
    ['INTERNATIONAL_TREASURE_DEPARTMENT', 'words'],
  ])('%j', (secret, reason) => {
    expect(weaknessOf(secret)).toContain(reason);
  });

  it('is not repeated in the sentence', () => {
    const sentences = ['hunter2', 'hunter2!'.repeat(9), 'the hunter2 is over there in the forest'].map(
      weaknessOf,
    );
    expect(sentences).not.toContain(undefined);
    expect(sentences.join()).not.toContain('hunter');
  });
});

describe('a secret that nothing is said against', () => {
  it.each([
    '9f86d081884c7d659a2feaa0c55ad015',
    'nXk2pQ7vL0sRw9TzYb4cHA',
    'kQzVxJwPfMbGyHdNcRlTsU', // 16 bytes whose base64 happens to have letters alone
    '40928371650318274659201837465920',
    'theKqvAndXzjIngWfpErb7', // some English, by chance
    'countersign-production-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
    'Tr0ub4dor&3 xK9#mQ2$vL7@wP5!',
    'ёжик-в-тумане-鍵-🔑-9f86d081884c7d65',
  ])('%j', (secret) => {
    expect(weaknessOf(secret)).toBeUndefined();
  });

  it('may be as long as it likes', () => {
    expect(weaknessOf(randomBytes(32_768).toString('hex'))).toBeUndefined();
    const beginning = randomBytes(256).toString('hex');
    expect(weaknessOf(beginning + ' and the rest is only there to be long'.repeat(100))).toBeUndefined();
  });

  it(`is every 16 or more random bytes in hex, base64 and base64url, seed ${seed}`, () => {
    fc.assert(
      fc.property(
        fc.noBias(fc.array(fc.nat({ max: 255 }), { minLength: 16, maxLength: 48, size: 'max' })),
        fc.constantFrom('hex' as const, 'base64' as const, 'base64url' as const),
        (bytes, encoding) => weaknessOf(Buffer.from(bytes).toString(encoding)) === undefined,
      ),
      { seed, numRuns: 5_000 },
    );
  });
});
