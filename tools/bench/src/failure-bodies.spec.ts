import { createDecipheriv, createHash } from 'node:crypto';
import { bodyLength, failureBodies, longerBody, type FailureClass } from './failure-bodies';
import { createRandom } from './random';

const secret = 'the secret of a test';
const bodies = failureBodies(createRandom('bodies'), secret);
const classes = Object.keys(bodies) as FailureClass[];

const ciphertextOf = (body: string) => (JSON.parse(body) as { ciphertext?: unknown }).ciphertext;
const bytesOf = (body: string) => Buffer.from(String(ciphertextOf(body)), 'base64');

/** The blocks as they were before they were encrypted, padding and all. */
function blocksOf(bytes: Buffer): Buffer {
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const tail = Buffer.concat([Buffer.from(secret), bytes.subarray(8, 16)]);
  const first = md5(tail);
  const second = md5(first, tail);
  const decipher = createDecipheriv('aes-256-cbc', Buffer.concat([first, second]), md5(second, tail));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
}

function soundText(body: string): Buffer {
  const blocks = blocksOf(bytesOf(body));
  const size = blocks.at(-1) ?? 0;
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(16);
  expect([...blocks.subarray(-size)]).toEqual(Array(size).fill(size));
  return blocks.subarray(0, -size);
}
const isUtf8 = (bytes: Buffer) => Buffer.from(bytes.toString('utf8')).equals(bytes);

const sealed = (body: string) => {
  const bytes = bytesOf(body);
  expect(bytes.toString('base64')).toBe(ciphertextOf(body));
  expect(bytes.toString('latin1', 0, 8)).toBe('Salted__');
  expect(bytes.length % 16).toBe(0);
};

const claims: Readonly<Record<FailureClass, (body: string) => void>> = {
  'not JSON from the start': (body) => expect(() => JSON.parse(body)).toThrow(SyntaxError),
  'not JSON at its end': (body) => {
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
    sealed(`${body.slice(0, -1)}}`);
  },
  'no ciphertext member': (body) => expect(ciphertextOf(body)).toBeUndefined(),
  'ciphertext a number': (body) => expect(typeof ciphertextOf(body)).toBe('number'),
  'bad base64': (body) => expect(bytesOf(body).toString('base64')).not.toBe(ciphertextOf(body)),
  'no Salted__': (body) => expect(bytesOf(body).toString('latin1', 0, 8)).not.toBe('Salted__'),
  'cut block': (body) => {
    expect(bytesOf(body).toString('base64')).toBe(ciphertextOf(body));
    expect(bytesOf(body).length % 16).toBe(15);
  },
  'bad padding': (body) => {
    sealed(body);
    const blocks = blocksOf(bytesOf(body));
    const size = blocks.at(-1) ?? 0;
    const sound = size >= 1 && size <= 16 && blocks.subarray(-size).every((byte) => byte === size);
    expect(sound).toBe(false);
  },
  'bad UTF-8': (body) => {
    sealed(body);
    expect(isUtf8(soundText(body))).toBe(false);
  },
  'bad JSON inside': (body) => {
    const text = soundText(body);
    expect(isUtf8(text)).toBe(true);
    expect(() => JSON.parse(text.toString())).toThrow(SyntaxError);
  },
  'wrong secret': (body) => {
    sealed(body);
    expect(blocksOf(bytesOf(body)).toString('latin1')).not.toContain('"uid"');
  },
  'JSON, not an object': (body) => expect(typeof JSON.parse(soundText(body).toString())).toBe('string'),
  'missing fields': (body) => {
    const value = JSON.parse(soundText(body).toString()) as object;
    expect(Object.keys(value)).toEqual(['other', 'note']);
  },
};

it.each(classes)('"%s" is what it says, as long as all others, and never the same twice', (name) => {
  const made = Array.from({ length: 50 }, bodies[name]);
  for (const body of made) {
    expect(body).toMatch(/^[\x20-\x7e]*$/);
    expect(body.length).toBe(bodyLength);
    claims[name](body);
  }
  expect(new Set(made).size).toBe(50);
});

it('would all be sound but for their flaw', () => {
  const body = bodies['no ciphertext member']().replace('ciphertexT', 'ciphertext');
  sealed(body);
  expect(Object.keys(JSON.parse(soundText(body).toString()) as object)).toEqual(['uid', 'note']);
});

it('has a longer one to compare with', () => {
  const body = longerBody(createRandom('longer'), 64);
  expect(body.length).toBeGreaterThan(60 * bodyLength);
  sealed(body);
});

it('makes the same bodies from the same seed', () => {
  const again = failureBodies(createRandom('bodies'), secret);
  const other = failureBodies(createRandom('others'), secret);
  const first = failureBodies(createRandom('bodies'), secret)['wrong secret']();
  expect(again['wrong secret']()).toBe(first);
  expect(other['wrong secret']()).not.toBe(first);
});
