// Every class of bad input, one and the same error.
import { createCipheriv } from 'node:crypto';
import { formatContainer, parseContainer } from './container';
import { encrypt } from './encrypt';
import { EnvelopeError } from './envelope-error';
import { deriveKey } from './key-derivation';
import { createKeyring } from './keyring';

const secret = 'shared_secret';
const salt = Buffer.from('0001020304050607', 'hex');
const sound = 'U2FsdGVkX18AAQIDBAUGB1X8bC77cZRloHIvOnQgIZw=';
const soundBytes = Buffer.from(sound, 'base64');

/** Whole blocks, encrypted as they are: the padding is what the test says it is. */
const sealedBlocks = (blocks: Buffer): string => {
  const { key, iv } = deriveKey(Buffer.from(secret), salt);
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return formatContainer({ salt, body: Buffer.concat([cipher.update(blocks), cipher.final()]) });
};
const block = (text: string, ...padding: number[]): string =>
  sealedBlocks(Buffer.concat([Buffer.from(text.padEnd(16 - padding.length, ' ')), Buffer.from(padding)]));
const bytesThenPadding = (...bytes: number[]): string =>
  sealedBlocks(Buffer.from([...bytes, ...Array<number>(16 - bytes.length).fill(16 - bytes.length)]));

const notAnEnvelope: [string, unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['a number', 7],
  ['an object', { ciphertext: sound }],
  ['an array of one envelope', [sound]],
  ['a String object', Object(sound)],
  ['an empty string', ''],
  ['not base64', 'not base64!'],
  ['base64 without its padding', sound.slice(0, -1)],
  ['base64 with too much padding', `${sound}=`],
  ['a space in front', ` ${sound}`],
  ['a newline behind', `${sound}\n`],
  ['a newline inside', `${sound.slice(0, 20)}\n${sound.slice(20)}`],
  ['stray bits in the last character', sound.replace('Zw=', 'Zx=')],
  ['a character outside ASCII', sound.replace('U2', 'Ú2')],
  ['the URL-safe alphabet', encryptUntil(/[+/]/).replaceAll('+', '-').replaceAll('/', '_')],
  ['another magic', Buffer.concat([Buffer.from('Salted--'), soundBytes.subarray(8)]).toString('base64')],
  ['the magic alone', Buffer.from('Salted__').toString('base64')],
  ['half a salt', soundBytes.subarray(0, 12).toString('base64')],
  ['a salt and no block', soundBytes.subarray(0, 16).toString('base64')],
  ['a block cut short', soundBytes.subarray(0, 31).toString('base64')],
  ['a byte too many', Buffer.concat([soundBytes, Buffer.alloc(1)]).toString('base64')],
];

const notSound: [string, unknown][] = [
  ['padding of zero', block('{}', 0)],
  ['padding of zero everywhere', sealedBlocks(Buffer.alloc(16))],
  ['padding longer than a block', block('{}', 17)],
  ['padding longer than the text', sealedBlocks(Buffer.alloc(16, 255))],
  ['padding that disagrees with itself', block('{}', 1, 3, 3)],
  ['padding whose first byte is off', block('{}', 4, 5, 5, 5, 5)],
  ['another secret', encrypt('{}', 'another_secret_1')],
  ['a lone UTF-8 lead byte', bytesThenPadding(0x22, 0xc3, 0x22)],
  ['an overlong UTF-8 form', bytesThenPadding(0x22, 0xc0, 0xaf, 0x22)],
  ['a UTF-8 surrogate', bytesThenPadding(0x22, 0xed, 0xa0, 0x80, 0x22)],
];

const notJson: [string, unknown][] = [
  ['no text at all', encrypt('', secret)],
  ['text that is not JSON', encrypt('some_arbitrary_string', secret)],
  ['JSON cut short', encrypt('{"uid":', secret)],
  ['JSON with more behind it', encrypt('{}{}', secret)],
  ['a byte order mark', encrypt('\uFEFF{}', secret)],
];

const noBody: [string, string][] = [
  ['nothing', ''],
  ['not JSON', 'hello'],
  ['a long text that is not JSON', 'x'.repeat(1001)],
  ['JSON cut short', `{"ciphertext":"${sound}"`],
  ['null', 'null'],
  ['a number', '7'],
  ['the envelope alone', JSON.stringify(sound)],
  ['a list', JSON.stringify([sound])],
  ['another member', JSON.stringify({ Ciphertext: sound })],
];

function encryptUntil(pattern: RegExp): string {
  for (;;) {
    const ciphertext = encrypt('{}', secret);
    if (pattern.test(ciphertext)) return ciphertext;
  }
}

const failureOf = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
};

const expectTheOneError = (error: unknown) => {
  expect(error).toBeInstanceOf(EnvelopeError);
  const { name, message, cause } = error as EnvelopeError;
  expect({ name, message, cause }).toEqual({
    name: 'EnvelopeError',
    message: 'the envelope cannot be opened',
    cause: undefined,
  });
  expect(Object.getOwnPropertyNames(error).sort()).toEqual(['message', 'name', 'stack']);
};

/** Where it was thrown is part of what it tells: the file and the line, without the caller's frames. */
const originOf = (error: unknown): string => (error as Error).stack?.split('\n')[1] ?? '';

describe.each([
  ['one secret', createKeyring({ current: secret, now: () => 0 })],
  ['two secrets', createKeyring({ current: 'newer_secret', previous: { secret, until: 1 }, now: () => 0 })],
])('with %s', (_, keyring) => {
  it('opens the sound envelope these cases are made from', () => {
    expect(keyring.openJson(sound).value).toEqual({});
    expect(keyring.openJson(block('{}', 3, 3, 3)).value).toEqual({});
    expect(keyring.openJson(bytesThenPadding(0x22, 0xc3, 0xa9, 0x22)).value).toBe('é');
  });

  it.each([...notAnEnvelope, ...notSound])('open: %s', (_name, input) => {
    expectTheOneError(failureOf(() => keyring.open(input)));
  });

  it.each([...notAnEnvelope, ...notSound, ...notJson])('openJson: %s', (_name, input) => {
    expectTheOneError(failureOf(() => keyring.openJson(input)));
  });

  const bodies = [...notAnEnvelope, ...notSound, ...notJson]
    // As JSON it is the sound envelope.
    .filter(([, input]) => !(input instanceof String))
    .map(([name, input]): [string, string] => [name, JSON.stringify({ ciphertext: input })]);

  it.each([...noBody, ...bodies])('openBody: %s', (_name, body) => {
    expectTheOneError(failureOf(() => keyring.openBody(body)));
  });

  it('opens the body around the sound envelope, whatever else is in it', () => {
    expect(keyring.openBody(JSON.stringify({ ciphertext: sound, more: 1 }))).toMatchObject({
      value: {},
      ciphertext: sound,
    });
  });

  it('fails to read JSON as often, and throws from one place, whatever was wrong with a body', () => {
    const parse = jest.spyOn(JSON, 'parse');
    const failures = [...noBody, ...bodies].map(([, body]) => {
      parse.mockClear();
      const origin = originOf(failureOf(() => keyring.openBody(body)));
      return { origin, times: parse.mock.results.filter(({ type }) => type === 'throw').length };
    });
    parse.mockRestore();
    expect(new Set(failures.map(({ times }) => times)).size).toBe(1);
    expect(new Set(failures.map(({ origin }) => origin)).size).toBe(1);
  });

  it('fails at one place in the code', () => {
    const origins = [...notAnEnvelope, ...notSound, ...notJson].map(([, input]) =>
      originOf(failureOf(() => keyring.openJson(input))),
    );
    expect(new Set(origins).size).toBe(1);
  });
});

describe('a container', () => {
  it('is not recognised in any of the cases that are none', () => {
    for (const [, input] of notAnEnvelope) expect(parseContainer(input)).toBeUndefined();
  });

  it('is recognised, though its content is bad, in all the others', () => {
    for (const [, input] of [...notSound, ...notJson]) expect(parseContainer(input)).toBeDefined();
  });
});
