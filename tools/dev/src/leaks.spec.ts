/** Plants every kind of value in every kind of place, in every spelling, and sees it found; and harmless neighbours not. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { createSearch, placeSorts, tellLeak, type Exception, type Place, type PlaceSort } from './leaks';
import { createSieve } from './leaks/sieve';
import { spellingsOf } from './leaks/spellings';
import { createMarks, markKinds, type Mark, type MarkKind } from './marks';

const digest = (name: string, as: 'hex' | 'base64url') => createHash('sha256').update(name).digest(as);
const uid = '7f0c1d52-6a3c-4e0e-9c0a-0a6f5f1f0001';
const address = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';

const values: Record<MarkKind, string | Buffer> = {
  'AES secret': digest('aes', 'base64url'),
  salt: digest('salt', 'hex') + digest('salt too', 'hex'),
  pepper: digest('pepper', 'hex'),
  'audit key': createHash('sha256').update('audit').digest(),
  'issuer key': digest('issuer', 'base64url'),
  'TLS key': createHash('sha256').update('tls').digest(),
  token: `${Buffer.from('{"alg":"ES256","typ":"at+jwt"}').toString('base64url')}.${digest('claims', 'base64url')}.${digest('signature', 'base64url')}`,
  hashedUsername: digest('alice', 'hex'),
  hashedPassword: digest('password', 'hex'),
  x: 'a-challenge-chosen-by-cokeeps',
  countersign: digest('countersign', 'hex'),
  'request payload': JSON.stringify({ uid, reference_id: digest('reference', 'base64url').slice(0, 32) }),
  'reply payload': JSON.stringify({
    role: 'signer',
    limits: [{ chain_id: 'bitcoin', limit: '0.05' }],
    destinations: [{ chain_id: 'bitcoin', address }],
  }),
  'update payload': JSON.stringify({ uid, event: 'omnibus_transaction', amount: '0.08', hash: '0xabc' }),
};

const marks = createMarks();
for (const kind of markKinds) marks.add(kind, values[kind]);
const all = marks.all();

const harmless = Buffer.from(
  `${JSON.stringify({ uid, chain_id: 'bitcoin', address, digest: digest('another', 'hex') })}\n`.repeat(6),
);
const planted = (bytes: Buffer, at = harmless.length / 2): Buffer =>
  Buffer.concat([harmless.subarray(0, at), bytes, harmless.subarray(at)]);
const placeOf = (bytes: Buffer, sort: PlaceSort = 'log', name = 'log/engine.log'): Place => ({
  sort,
  name,
  bytes,
});
const leaksIn = (place: Place, exceptions: readonly Exception[] = []) => {
  const search = createSearch({ marks: all, exceptions });
  search.look(place);
  return search.findings().leaks;
};
/** The kinds of value found in each of some bytes. */
const kindsIn = (...texts: readonly Buffer[]): readonly (readonly MarkKind[])[] => {
  const search = createSearch({ marks: all, exceptions: [] });
  texts.forEach((bytes, i) => search.look(placeOf(bytes, 'log', String(i))));
  const { leaks } = search.findings();
  return texts.map((_, i) => leaks.filter(({ place }) => place === String(i)).map(({ kind }) => kind));
};
const everyCut = (bytes: Buffer, length: number) =>
  Array.from({ length: bytes.length - length + 1 }, (_, at) => planted(bytes.subarray(at, at + length)));

test('harmless text with the same uids, addresses and other digests holds nothing', () => {
  expect(leaksIn(placeOf(harmless))).toEqual([]);
});

describe.each(all)('$kind', ({ kind, bytes }: Mark) => {
  it.each(placeSorts)('is found in a %s', (sort) => {
    const leaks = leaksIn(placeOf(planted(bytes), sort, 'somewhere'));
    expect(leaks).toContainEqual(expect.objectContaining({ kind, sort, place: 'somewhere' }));
  });

  it('is found as hex and as base64, also as part of the base64 of something longer', () => {
    const hex = bytes.toString('hex');
    const wholes = [hex, hex.toUpperCase(), bytes.toString('base64'), bytes.toString('base64url')];
    const parts = [100, 101, 102].map((at) => planted(bytes, at).toString('base64'));
    for (const found of kindsIn(...[...wholes, ...parts].map((text) => planted(Buffer.from(text)))))
      expect(found).toContain(kind);
  });

  it('is found at the very beginning, at the very end, and alone', () => {
    const places = [Buffer.concat([bytes, harmless]), Buffer.concat([harmless, bytes]), bytes];
    for (const found of kindsIn(...places)) expect(found).toContain(kind);
  });
});

const texts = all.filter(({ kind }) => !/^(audit|TLS) key$/.test(kind));
test.each(texts)('$kind is found in JSON, in JSON within JSON, and in a URL', ({ kind, bytes }) => {
  const once = JSON.stringify({ msg: bytes.toString() });
  const url = `GET /read?q=${encodeURIComponent(bytes.toString())}`;
  for (const found of kindsIn(
    ...[once, JSON.stringify({ line: once }), url].map((text) => Buffer.from(text)),
  ))
    expect(found).toContain(kind);
});

const hexes = all.filter(({ bytes }) => /^[0-9a-f]{64,}$/.test(bytes.toString('latin1')));
test.each(hexes)('$kind is found as the bytes that it is the hex of', ({ kind, bytes }) => {
  const meant = Buffer.from(bytes.toString(), 'hex');
  const base64 = Buffer.from(meant.toString('base64'));
  for (const found of kindsIn(planted(meant), planted(base64))) expect(found).toContain(kind);
});

const secrets = all.filter(({ kind }) => !kind.endsWith(' payload'));
test.each(secrets)('any 19 bytes of $kind are enough, wherever they were cut', ({ kind, bytes }) => {
  for (const found of kindsIn(...everyCut(bytes, 19))) expect(found).toContain(kind);
});

test('a payload is found by 96 of its bytes, and not by what it shares with others', () => {
  const payload = all.find(({ kind }) => kind === 'reply payload') as Mark;
  for (const found of kindsIn(...everyCut(payload.bytes, 96))) expect(found).toEqual(['reply payload']);
  for (const found of kindsIn(...everyCut(payload.bytes, 95))) expect(found).toEqual([]);
});

test('of two that begin alike, the one that is there is found', () => {
  const [one, other] = [`${'a'.repeat(40)}1`, `${'a'.repeat(40)}2`].map((text) => ({
    bytes: Buffer.from(text),
    need: 41,
  }));
  const sieve = createSieve([one, other] as { bytes: Buffer; need: number }[], { window: 16, stride: 4 });
  expect(sieve.look(Buffer.from(`${'a'.repeat(50)}2`)).map(({ of }) => of)).toEqual([other]);
});

test('the sieve finds what a plain search finds', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 60, max: 3 });
  fc.assert(
    fc.property(
      bytes,
      fc.uint8Array({ maxLength: 300, max: 3 }),
      fc.nat(),
      fc.boolean(),
      (value, noise, at, plant) => {
        const sought = { bytes: Buffer.from(value), need: value.length };
        const cut = at % (noise.length + 1);
        const text = Buffer.from([...noise.slice(0, cut), ...(plant ? value : []), ...noise.slice(cut)]);
        const found = createSieve([sought], { window: 16, stride: 4 }).look(text).length > 0;
        expect(found).toBe(text.includes(sought.bytes));
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});

describe('an exception', () => {
  const exception: Exception = {
    kind: 'salt',
    sort: 'file',
    name: /^secrets\/salt$/,
    reason: 'its own file',
  };
  const salt = all.find(({ kind }) => kind === 'salt') as Mark;
  const pepper = all.find(({ kind }) => kind === 'pepper') as Mark;

  it('excuses its kind in its place', () => {
    expect(leaksIn(placeOf(salt.bytes, 'file', 'secrets/salt'), [exception])).toEqual([]);
  });

  it.each([
    ['another kind in its place', pepper, 'file', 'secrets/salt'],
    ['its kind in another place', salt, 'file', 'secrets/salt.copy'],
    ['its kind in another sort of place', salt, 'log', 'secrets/salt'],
  ] as const)('does not excuse %s', (_, { bytes }, sort, name) => {
    expect(leaksIn(placeOf(bytes, sort, name), [exception])).toHaveLength(1);
  });

  it('is unmet until something was excused by it', () => {
    const search = createSearch({ marks: all, exceptions: [exception] });
    search.look(placeOf(salt.bytes, 'log'));
    expect(search.findings().unmet).toEqual([exception]);
    search.look(placeOf(salt.bytes, 'file', 'secrets/salt'));
    expect(search.findings().unmet).toEqual([]);
  });
});

test('what is told of a leak is its kind, spelling and place, and nothing of the value', () => {
  const mark = all.find(({ kind }) => kind === 'hashedPassword') as Mark;
  const [leak] = leaksIn(placeOf(planted(mark.bytes, 7)));
  expect(leak && tellLeak(leak)).toBe('hashedPassword (as it is) in the log log/engine.log, first at byte 7');
});

test('a secret too short to be told from chance is refused, a payload that says nothing left out', () => {
  expect(() => createMarks().add('x', 'short')).toThrow(RangeError);
  const few = createMarks();
  few.add('reply payload', '{}');
  expect(few.all()).toEqual([]);
});

test('no spelling stands twice', () => {
  for (const mark of all) {
    const spelled = spellingsOf(mark).map(({ bytes }) => bytes.toString('latin1'));
    expect(new Set(spelled).size).toBe(spelled.length);
  }
});
