import fc from 'fast-check';
import { canonicalJson, compareAmounts, isAmount, readPayload } from '../src';

const run = { seed: 20261121, numRuns: 2000 };
const canonical = (text: string) => canonicalJson(text, 64);

describe('the canonical text', () => {
  it.each([
    ['{"b":1,"a":2}', '{"a":2,"b":1}'],
    [' { "a" : [ 1 , true , null ] } ', '{"a":[1,true,null]}'],
    ['{"\\u0061":"\\u00e9\\/"}', '{"a":"é/"}'],
    ['{"a":1.10}', '{"a":1.10}'],
    ['{"a":12345678901234567890.123}', '{"a":12345678901234567890.123}'],
    ['{"a":1,"a":2}', '{"a":1,"a":2}'],
    ['{"__proto__":1,"constructor":{"b":[],"a":{}}}', '{"__proto__":1,"constructor":{"a":{},"b":[]}}'],
    ['{"a":{"d":1,"c":{"z":0,"y":[{"n":1,"m":2}]}}}', '{"a":{"c":{"y":[{"m":2,"n":1}],"z":0},"d":1}}'],
    ['"a,b:{}[]"', '"a,b:{}[]"'],
  ])('of %s is %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it.each([
    ['{"a":1.0}', '{"a":1}'],
    ['{"a":9007199254740993}', '{"a":9007199254740992}'],
    ['{"a":"1"}', '{"a":1}'],
    ['{"a":[1,2]}', '{"a":[2,1]}'],
    ['{"a":1,"a":2}', '{"a":2,"a":1}'],
    ['{"a":null}', '{}'],
  ])('tells %s from %s', (a, b) => {
    expect(canonical(a)).not.toBe(canonical(b));
  });

  it('means the same value, is its own canonical text, and does not depend on member order or whitespace', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([k, v]) => [k, shuffled(v)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = canonical(JSON.stringify(value)) ?? '';
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(text)).toBe(text);
        expect(canonical(JSON.stringify(shuffled(value), null, 3))).toBe(text);
      }),
      run,
    );
  });

  it('has a bound on depth and needs no stack for it', () => {
    expect(canonical(`${'['.repeat(64)}${']'.repeat(64)}`)).toHaveLength(128);
    expect(canonical(`${'['.repeat(65)}${']'.repeat(65)}`)).toBeUndefined();
    expect(canonical(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).toBeUndefined();
  });
});

describe('a payload', () => {
  it.each(['{"uid":"u"}', '{"status":"failed"}', '{"uid":"u","destination":{"id":"1","more":5},"x":[1]}'])(
    '%s is kept',
    (raw) => {
      expect(readPayload(raw).canonical).toBe(canonical(raw));
    },
  );

  it.each([
    ['', 'payload: must be JSON'],
    ['5', 'payload: must be a JSON object'],
    ['null', 'payload: must be a JSON object'],
    ['[]', 'payload: must be a JSON object'],
    ['{}', 'payload: must not be empty'],
    ['{"uid":null}', 'uid: must be a string'],
    ['{"destination":"x"}', 'destination: must be an object'],
    ['{"destination":{"chain_id":1}}', 'destination.chain_id: must be a string'],
    [`{"a":${'['.repeat(64)}${']'.repeat(64)}}`, 'payload: must not nest deeper than 64'],
  ])('%s is refused: %s', (raw, detail) => {
    expect(() => readPayload(raw)).toThrow(expect.objectContaining({ code: 'invalid', details: [detail] }));
  });

  it('belongs to the user it names, or to nobody', () => {
    expect([readPayload('{"uid":"u-1"}').uid, readPayload('{"a":1}').uid]).toEqual(['u-1', null]);
  });
});

describe('amounts', () => {
  const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${max}}$`));
  const amount = fc
    .tuple(fc.stringMatching(/^(0|[1-9][0-9]{0,39})$/), fc.option(digits(40), { nil: undefined }))
    .map(([whole, fraction]) => (fraction === undefined ? whole : `${whole}.${fraction}`));
  const scaled = (text: string): bigint => {
    const [whole = '', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(40, '0'));
  };

  it('are compared exactly, to 40 digits on each side', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(isAmount(a)).toBe(true);
        const [x, y] = [scaled(a), scaled(b)];
        expect(Math.sign(compareAmounts(a, b))).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
      run,
    );
    const nearly = `${'9'.repeat(40)}.${'9'.repeat(39)}`;
    expect(compareAmounts(`${nearly}8`, `${nearly}9`)).toBeLessThan(0);
  });

  it.each(['', ' 1', '1 ', '1e5', '-1', '+1', '.5', '1.', '00', '0x1', 'NaN', '1,5', '1'.repeat(41), '１'])(
    '%p is none',
    (text) => {
      expect(isAmount(text)).toBe(false);
      expect(() => compareAmounts(text, '1')).toThrow(TypeError);
    },
  );
});
