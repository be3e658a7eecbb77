import { filesOf, formatReference, InvalidReference, parseReference } from './reference';

const SECRET_URL = 'https://vault.example:8200/v1/secret/data/countersign/aes';

describe('a reference to another machine', () => {
  it.each([
    ['https://shares.example/a', { kind: 'https', url: 'https://shares.example/a' }],
    ['https://10.0.0.1:8443/a/b;c=d', { kind: 'https', url: 'https://10.0.0.1:8443/a/b;c=d' }],
    ['https://[::1]:8443/a', { kind: 'https', url: 'https://[::1]:8443/a' }],
    [`vault:${SECRET_URL}#value`, { kind: 'vault', url: SECRET_URL, field: 'value' }],
    [
      'vault:https://v/v1/team/kv/data/a/b#share-1.txt',
      { kind: 'vault', url: 'https://v/v1/team/kv/data/a/b', field: 'share-1.txt' },
    ],
  ])('%s', (text, reference) => {
    expect(parseReference(text)).toEqual(reference);
    expect(formatReference(parseReference(text))).toBe(text);
  });

  it('may stand in a shamir reference, each once', () => {
    const list = [`vault:${SECRET_URL}#share`, 'https://b.example/share', 'file:/c'];
    const text = `shamir:2:${list.join(',')}`;
    expect(parseReference(text)).toMatchObject({
      locations: [{ kind: 'vault' }, { kind: 'https' }, { kind: 'file' }],
    });
    expect(formatReference(parseReference(text))).toBe(text);
    expect(() => parseReference(`${text},https://b.example/share`)).toThrow(InvalidReference);
  });

  it.each([
    'http://a.example/x',
    'https://a.example',
    'https://a.example/',
    'https://user@a.example/x',
    'https://user:password@a.example/x',
    'https://a.example/x@y',
    'https://a.example/x?y',
    'https://a.example/x?',
    'https://a.example/x#y',
    'https://a.example/x#',
    'https://a.example/x,y',
    'https://a.example/x y',
    'https://a.example/x\n',
    'https://A.example/x',
    'https://a.example:443/x',
    'https://a.example:99999/x',
    'https://a.example/../x',
    'https://a.example\\x',
    'https:/a.example/x',
    'https:///x',
    `vault:${SECRET_URL}`,
    `vault:${SECRET_URL}#`,
    `vault:${SECRET_URL}#a b`,
    `vault:${SECRET_URL}#a#b`,
    `vault:${SECRET_URL}/#value`,
    `vault:${SECRET_URL}?version=1#value`,
    'vault:http://v/v1/secret/data/a#value',
    'vault:https://v/v1/secret/metadata/a#value',
    'vault:https://v/v1/data/a#value',
    'vault:https://v/v2/secret/data/a#value',
    'vault:https://v/v1/secret/data/#value',
    `vault:https://u:p@v/v1/secret/data/a#value`,
  ])('%j is refused', (text) => {
    expect(() => parseReference(text)).toThrow(InvalidReference);
  });
});

it('knows the files worth watching', () => {
  expect(filesOf('file:/a')).toEqual(['/a']);
  expect(filesOf('shamir:2:file:/a,env:B,https://c.example/c,file:/d')).toEqual(['/a', '/d']);
  for (const text of ['env:A', 'https://a.example/a', `vault:${SECRET_URL}#value`])
    expect(filesOf(text)).toEqual([]);
  expect(() => filesOf('/a')).toThrow(InvalidReference);
});
