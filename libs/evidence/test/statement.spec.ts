import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { createKeyring, createSigner, digestAfter, emptyDigest, statementText } from '../src/index';
import { privatePem, signerOf } from './log';

const statement = { position: 3, digest: 'ab'.repeat(32), at: 1_700_000_000_000 };

it('signs a text that is written down, with a name of its own', () => {
  expect(statementText({ ...statement, keyId: 'k' })).toBe(
    `["countersign.checkpoint.v1",3,"${'ab'.repeat(32)}",1700000000000,"k"]`,
  );
});

/** Frozen: what is signed, and how a key is named, can never change. The seed is 32 times the byte 1. */
it('gives the signature that it always gave', () => {
  const { keyId, publicKey, sign } = signerOf(1);
  expect(createPublicKey(publicKey).export({ type: 'spki', format: 'der' }).toString('hex')).toBe(
    '302a300506032b65700321008a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c',
  );
  expect(keyId).toBe('fd110d301d2f077de1414b8f99f441b1');
  expect(sign(statement)).toEqual({
    ...statement,
    keyId,
    signature: 'bEmXnAZlrblOy__620V0DDFuvlPMh7xY9qU_dSuw-eYaeqRQTxBMo4sA4LOCPf2Rry-5zg2T7XQylFABy_HWCw',
  });
});

it('can be checked without this library', () => {
  const { publicKey, sign } = signerOf(1);
  const signed = sign(statement);
  const bytes = Buffer.from(signed.signature, 'base64url');
  expect(verify(null, Buffer.from(statementText(signed)), publicKey, bytes)).toBe(true);
});

it('makes the digest of a log one event at a time', () => {
  const [first, second] = ['1'.repeat(64), '2'.repeat(64)];
  const one = createHash('sha256')
    .update(`${'0'.repeat(64)}${first}`)
    .digest('hex');
  expect(digestAfter(emptyDigest, first)).toBe(one);
  expect(digestAfter(one, second)).toBe(createHash('sha256').update(`${one}${second}`).digest('hex'));
});

describe('a keyring', () => {
  const keyring = createKeyring(signerOf(1).publicKey);
  const signed = signerOf(1).sign(statement);

  it('knows its own signatures', () => {
    expect(keyring.mistakeIn(signed)).toBeUndefined();
    expect(keyring.mistakeIn(signerOf(2).sign(statement))).toContain('key that was not given');
  });

  it.each([
    ['position', { position: 4 }],
    ['digest', { digest: 'ac'.repeat(32) }],
    ['time', { at: 1 }],
    ['signature', { signature: signerOf(1).sign({ ...statement, at: 1 }).signature }],
  ])('finds another %s', (_, part) => {
    expect(keyring.mistakeIn({ ...signed, ...part })).toBe('its signature does not hold');
  });
});

describe('keys of another kind are refused, and never shown', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = { type: 'pkcs8', format: 'pem' } as const;

  it.each([
    ['nothing', ''],
    ['text', 'hunter2'],
    ['an RSA key', rsa.privateKey.export(pem).toString()],
    ['a public key', signerOf(1).publicKey],
  ])('%s, as the private key', (_, text) => {
    expect(() => createSigner(text)).toThrow('must be an Ed25519 private key');
  });

  it.each([
    ['nothing', '', 'there is no public key'],
    ['a private key', privatePem(1), 'there is no public key'],
    ['an RSA key', rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(), 'not one for Ed25519'],
  ])('%s, as a public key', (_, text, says) => {
    expect(() => createKeyring(text)).toThrow(says);
  });
});
