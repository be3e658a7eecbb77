import CryptoJS from 'crypto-js';
import { encrypt } from './encrypt';
import { EnvelopeError } from './envelope-error';
import { createKeyring } from './keyring';

const readable = (ciphertext: string, secret: string): string => {
  const words = CryptoJS.AES.decrypt(ciphertext, secret);
  return words.toString(CryptoJS.enc.Latin1);
};

const at = (time: number) =>
  createKeyring({ current: 'new', previous: { secret: 'old', until: 1000 }, now: () => time });

describe('a keyring', () => {
  it.each(['new', 'old'])('answers a request under "%s" with that same secret', (secret) => {
    const { value, text, seal } = at(0).openJson(encrypt('{"uid":"1"}', secret));
    expect(value).toEqual({ uid: '1' });
    expect(text).toBe('{"uid":"1"}');
    expect(readable(seal('{"role":"signer"}'), secret)).toBe('{"role":"signer"}');
  });

  it('opens a text that is not JSON the same way', () => {
    const longEnoughToRuleOutLuck = 'some_arbitrary_string'.repeat(20);
    const { text, seal } = at(0).open(encrypt(longEnoughToRuleOutLuck, 'old'));
    expect(text).toBe(longEnoughToRuleOutLuck);
    expect(readable(seal('ok'), 'old')).toBe('ok');
  });

  it('opens nothing with the previous secret from its date on', () => {
    const request = encrypt('{}', 'old');
    expect(at(999).openJson(request).value).toEqual({});
    expect(() => at(1000).openJson(request)).toThrow(EnvelopeError);
    expect(() => at(1000).open(request)).toThrow(EnvelopeError);
  });

  it('asks the time at every request', () => {
    let time = 0;
    const keyring = createKeyring({
      current: 'new',
      previous: { secret: 'old', until: 10 },
      now: () => time,
    });
    const request = encrypt('{}', 'old');
    const opened = keyring.openJson(request);
    time = 10;
    expect(() => keyring.openJson(request)).toThrow(EnvelopeError);
    expect(readable(opened.seal('{}'), 'old')).toBe('{}');
  });

  it('seals what it could not open with the current secret', () => {
    expect(readable(at(0).seal('{}'), 'new')).toBe('{}');
  });

  it('never seals with the same salt twice', () => {
    const keyring = at(0);
    const { seal } = keyring.openJson(encrypt('{}', 'old'));
    const salts = Array.from({ length: 2000 }, (_, i) =>
      (i % 2 ? seal('{}') : keyring.seal('{}')).slice(0, 21),
    );
    expect(new Set(salts).size).toBe(2000);
  });

  it('refuses secrets that cannot be told apart or are none', () => {
    const now = () => 0;
    expect(() => createKeyring({ current: '', now })).toThrow(TypeError);
    expect(() => createKeyring({ current: 'a', previous: { secret: '', until: 1 }, now })).toThrow(TypeError);
    expect(() => createKeyring({ current: 'a', previous: { secret: 'a', until: 1 }, now })).toThrow(
      TypeError,
    );
    expect(() => createKeyring({ current: 'a', previous: { secret: 'b', until: NaN }, now })).toThrow(
      TypeError,
    );
  });
});

describe('a keyring whose secrets are replaced', () => {
  const ringAt = (now: () => number) => createKeyring({ current: 'one', now });

  it('opens with the new ones from then on, and answers what was opened before as it came', () => {
    const ring = ringAt(() => 0);
    const before = ring.openJson(encrypt('{}', 'one'));
    ring.replace({ current: 'two' });
    expect(readable(before.seal('{"a":1}'), 'one')).toBe('{"a":1}');
    expect(() => ring.openJson(encrypt('{}', 'one'))).toThrow(EnvelopeError);
    expect(readable(ring.openJson(encrypt('{}', 'two')).seal('{}'), 'two')).toBe('{}');
    expect(readable(ring.seal('{}'), 'two')).toBe('{}');
  });

  it('is sealed with the secret of the time, also by who took its seal before', () => {
    const ring = ringAt(() => 0);
    const { seal } = ring;
    ring.replace({ current: 'two' });
    expect(readable(seal('{}'), 'two')).toBe('{}');
  });

  it('counts with the secret, whatever its role, until it leaves', () => {
    let time = 10;
    const ring = ringAt(() => time);
    expect(ring.usage()).toEqual({ current: { loadedAt: 10, opened: 0, lastUsedAt: undefined } });
    ring.openJson(encrypt('{}', 'one'));
    ring.openBody(JSON.stringify({ ciphertext: encrypt('{}', 'one') }));
    ring.open(encrypt('a text that is not JSON', 'one'));
    time = 20;
    ring.replace({ current: 'two', previous: { secret: 'one', until: 100 } });
    expect(ring.usage()).toEqual({
      current: { loadedAt: 20, opened: 0, lastUsedAt: undefined },
      previous: { loadedAt: 10, opened: 3, lastUsedAt: 10, until: 100 },
    });
    time = 30;
    ring.openJson(encrypt('{}', 'one'));
    ring.openJson(encrypt('{}', 'two'));
    ring.replace({ current: 'two', previous: { secret: 'one', until: 200 } });
    expect(ring.usage()).toEqual({
      current: { loadedAt: 20, opened: 1, lastUsedAt: 30 },
      previous: { loadedAt: 10, opened: 4, lastUsedAt: 30, until: 200 },
    });
    ring.replace({ current: 'two' });
    ring.replace({ current: 'two', previous: { secret: 'one', until: 200 } });
    expect(ring.usage().previous).toEqual({ loadedAt: 30, opened: 0, lastUsedAt: undefined, until: 200 });
  });

  it('counts nothing that it could not open', () => {
    const ring = ringAt(() => 0);
    for (const input of ['', encrypt('{}', 'two'), encrypt('{', 'one')]) {
      expect(() => ring.openJson(input)).toThrow(EnvelopeError);
      expect(() => ring.openBody(JSON.stringify({ ciphertext: input }))).toThrow(EnvelopeError);
    }
    expect(ring.usage().current).toMatchObject({ opened: 0, lastUsedAt: undefined });
  });

  it('tells which secret opened, by the role it has at the time', () => {
    const told: string[] = [];
    const ring = createKeyring({ current: 'one', now: () => 0, onOpened: (role) => void told.push(role) });
    ring.openJson(encrypt('{}', 'one'));
    ring.replace({ current: 'two', previous: { secret: 'one', until: 1 } });
    ring.openJson(encrypt('{}', 'one'));
    ring.openJson(encrypt('{}', 'two'));
    expect(told).toEqual(['current', 'previous', 'current']);
  });

  it('keeps what it has when it is given secrets it must not have', () => {
    const ring = ringAt(() => 0);
    ring.openJson(encrypt('{}', 'one'));
    const usage = ring.usage();
    expect(() => ring.replace({ current: '' })).toThrow(TypeError);
    expect(() => ring.replace({ current: 'two', previous: { secret: 'two', until: 1 } })).toThrow(TypeError);
    expect(() => ring.replace({ current: 'two', previous: { secret: 'one', until: NaN } })).toThrow(
      TypeError,
    );
    expect(ring.usage()).toEqual(usage);
    expect(ring.openJson(encrypt('{}', 'one')).value).toEqual({});
  });
});

describe('a lucky padding under the wrong secret', () => {
  // '{"n":1}' under 'old', with the first salt, counted up from 0, under which 'new' finds sound padding and UTF-8.
  const json = '{"n":1}';
  const lucky = 'U2FsdGVkX18AAAAAABWvF/7JOPPlrlnUk+y8oq1wBtE=';

  it('exists, and misleads a reader of plain texts', () => {
    expect(createKeyring({ current: 'old', now: () => 0 }).open(lucky).text).toBe(json);
    expect(at(0).open(lucky).text).not.toBe(json);
  });

  it('does not hide the right secret from a reader of JSON', () => {
    const { value, seal } = at(0).openJson(lucky);
    expect(value).toEqual({ n: 1 });
    expect(readable(seal('{}'), 'old')).toBe('{}');
  });

  it('is the usual failure when the right secret is not in the ring', () => {
    expect(() => at(1000).openJson(lucky)).toThrow(EnvelopeError);
  });
});
