import { open, seal } from '../test/backend/envelope';
import { NotHeld } from './conformance/demand';
import { demandVectors } from './conformance/vectors';
import { openText, sealBytes, sealText } from './envelope';

const secret = 'shared_secret';

describe('the published vectors', () => {
  const envelope = { seal: sealText, open: openText };

  test('hold', () => {
    expect(demandVectors(envelope)).toBe('2 vectors, both directions');
  });

  test.each([
    [
      'a wrong plaintext',
      { ...envelope, open: (text: string) => ({ ...openText(text, secret), text: 'x' }) },
    ],
    ['a wrong salt', { ...envelope, open: (text: string) => ({ ...openText(text, secret), saltHex: '00' }) }],
    ['a wrong ciphertext', { ...envelope, seal: (text: string) => sealText(text, secret) }],
    ['nothing opened', { ...envelope, open: () => openText('', secret) }],
  ])('notice %s', (_, broken) => {
    expect(() => demandVectors(broken as typeof envelope)).toThrow(NotHeld);
  });
});

test('every length of text to 64 opens on the other implementation, and the other way', () => {
  for (let length = 0; length <= 64; length += 1) {
    const text = 'é'.repeat(Math.floor(length / 2)) + 'x'.repeat(length % 2);
    expect(open(sealText(text, secret), secret)).toBe(text);
    expect(openText(seal(text, secret), secret)).toMatchObject({ ok: true, text });
  }
});

test('a byte order mark is text like any other', () => {
  expect(openText(sealText('\ufeff{}', secret), secret)).toMatchObject({ text: '\ufeff{}' });
});

test('each envelope has a salt of its own', () => {
  expect(sealText('{}', secret)).not.toBe(sealText('{}', secret));
});

const whole = Buffer.from(sealText('some longer text than one block', secret, '0001020304050607'), 'base64');

test.each([
  ['not base64', '§§§', 'container'],
  ['base64 without its padding', sealText('{}', secret).replace(/=+$/, ''), 'container'],
  ['another header', Buffer.from(`salted__${'x'.repeat(24)}`).toString('base64'), 'container'],
  ['no block', whole.toString('base64', 0, 16), 'container'],
  ['half a block', whole.toString('base64', 0, 24), 'container'],
  ['a missing block', whole.toString('base64', 0, 32), 'padding'],
  ['padding 0', sealBytes(Buffer.alloc(16), secret, { padded: false }), 'padding'],
  ['padding 17', sealBytes(Buffer.alloc(32, 17), secret, { padded: false }), 'padding'],
  [
    'padding that does not match',
    sealBytes(Buffer.from(`${'x'.repeat(15)}\u0002`), secret, { padded: false }),
    'padding',
  ],
  ['no UTF-8', sealBytes(Uint8Array.of(0xff), secret), 'text'],
])('%s is not opened, though crypto-js might', (_, ciphertext, stage) => {
  expect(openText(ciphertext, secret)).toMatchObject({ ok: false, stage });
});
