import { formatReference, InvalidReference, parseReference } from './reference';

const env = (name: string) => ({ kind: 'env', name });
const file = (path: string) => ({ kind: 'file', path });

describe('a secret reference', () => {
  it.each([
    ['env:AES_SECRET', env('AES_SECRET')],
    ['env:_a9', env('_a9')],
    ['file:/run/secrets/aes', file('/run/secrets/aes')],
    ['file:/with space, comma:colon', file('/with space, comma:colon')],
    ['shamir:2:file:/a,env:B', { kind: 'shamir', threshold: 2, locations: [file('/a'), env('B')] }],
    [
      'shamir:2:file:/a,env:B,file:/c',
      { kind: 'shamir', threshold: 2, locations: [file('/a'), env('B'), file('/c')] },
    ],
  ])('%s', (text, reference) => {
    expect(parseReference(text)).toEqual(reference);
    expect(formatReference(parseReference(text))).toBe(text);
  });

  it('may have 20 locations, all of them needed', () => {
    const list = (count: number) => Array.from({ length: count }, (_, i) => `env:S${i}`).join(',');
    expect(parseReference(`shamir:20:${list(20)}`)).toMatchObject({ threshold: 20 });
    expect(() => parseReference(`shamir:2:${list(21)}`)).toThrow(InvalidReference);
  });

  it.each([
    '',
    'hunter2',
    'AES_SECRET',
    'env:',
    'env:9A',
    'env:A-B',
    'env: A',
    ' env:A',
    'env:A ',
    'env:A\n',
    'ENV:A',
    'file:',
    'file:/',
    'file:relative',
    'file:./relative',
    'file:/a\0b',
    'file:/a\n',
    'http://x',
    'shamir:',
    'shamir:2',
    'shamir:2:',
    'shamir:1:env:A,env:B',
    'shamir:0:env:A,env:B',
    'shamir:3:env:A,env:B',
    'shamir:2:env:A',
    'shamir:x:env:A,env:B',
    'shamir:2.0:env:A,env:B',
    'shamir:2:env:A,env:B,',
    'shamir:2:env:A,,env:B',
    'shamir:2:env:A, env:B',
    'shamir:2:env:A,env:A',
    'shamir:2:env:A,hunter2',
    'shamir:2:env:A,shamir:2:env:B,env:C',
  ])('%j is refused', (text) => {
    expect(() => parseReference(text)).toThrow(InvalidReference);
  });

  it('is refused with the valid forms, and without what was given', () => {
    const refusal = () => parseReference('hunter2');
    for (const form of ['env:NAME', 'file:/absolute/path', 'shamir:K:REF,REF,...'])
      expect(refusal).toThrow(form);
    expect(refusal).not.toThrow('hunter2');
  });
});
