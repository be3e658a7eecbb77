/**
 * Ed25519 keys for checkpoints. A key is known by the first 32 hexadecimal characters of the SHA-256 of its public half
 * (SubjectPublicKeyInfo, DER), which anybody can compute from the PEM text.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { statementText, type SignedStatement, type Statement } from './statement';

export interface Signer {
  readonly keyId: string;
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKey: string;
  sign(statement: Omit<Statement, 'keyId'>): SignedStatement;
}

export interface Keyring {
  readonly keyIds: readonly string[];
  /** Why the signature does not hold, as a clause; undefined when it does. */
  mistakeIn(statement: SignedStatement): string | undefined;
}

const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32);

const isEd25519 = (key: KeyObject | undefined): key is KeyObject => key?.asymmetricKeyType === 'ed25519';

/** `pem` is a private key, PKCS#8. Throws TypeError, without the text, when it is not one for Ed25519. */
export const createSigner = (pem: string): Signer => {
  const key = keyIn(() => createPrivateKey(pem));
  if (!isEd25519(key)) throw new TypeError('the audit key must be an Ed25519 private key, PKCS#8 in PEM');
  const publicKey = createPublicKey(key);
  const keyId = keyIdOf(publicKey);
  return {
    keyId,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: ({ position, digest, at }) => {
      const statement = { position, digest, at, keyId };
      const signature = sign(null, Buffer.from(statementText(statement)), key).toString('base64url');
      return { ...statement, signature };
    },
  };
};

const PEM = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g;

/** `pems` holds one or more public keys, one after the other. Throws TypeError when there is none, or one of another kind. */
export const createKeyring = (pems: string): Keyring => {
  const blocks = pems.match(PEM) ?? [];
  const keys = new Map(
    blocks.map((pem) => {
      const key = keyIn(() => createPublicKey(pem));
      if (!isEd25519(key)) throw new TypeError('a public key is not one for Ed25519');
      return [keyIdOf(key), key];
    }),
  );
  if (keys.size === 0) throw new TypeError('there is no public key in PEM');
  return {
    keyIds: [...keys.keys()],
    mistakeIn: (statement) => {
      const key = keys.get(statement.keyId);
      if (key === undefined) return 'it is signed with a key that was not given';
      const bytes = Buffer.from(statement.signature, 'base64url');
      // Base64url can say the same bytes in several ways; only one of them is what was written.
      if (bytes.toString('base64url') !== statement.signature) return 'its signature is not well-formed';
      const holds = verify(null, Buffer.from(statementText(statement)), key, bytes);
      return holds ? undefined : 'its signature does not hold';
    },
  };
};

const keyIn = (read: () => KeyObject): KeyObject | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};
