import { randomBytes } from 'node:crypto';
import { createPassphraseKey } from './passphrase-key';

it('reads garbage byte for byte: as UTF-8 it would take many times longer than text does', () => {
  const body = randomBytes(16 * 64);
  const { text, sound } = createPassphraseKey('any secret').decrypt({ salt: randomBytes(8), body });
  expect(sound).toBe(false);
  // Padding that fits by chance takes at most a block away.
  expect(text.length).toBeGreaterThanOrEqual(body.length - 16);
  expect(text).not.toContain('\uFFFD');
});
