/**
 * CoKeeps' side of the AES envelope, on crypto-js as the vendor uses it: `AES.encrypt(text, passphrase)`. An
 * implementation of its own, so that a backend and this kit cannot share a mistake.
 *
 * Opening is stricter than crypto-js, which forgives bad padding and unusual base64: a backend whose replies only
 * a forgiving reader can open does not conform. protocols.md §1.3.
 */
import CryptoJS from 'crypto-js';

const block = 16;
const strictBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export type Opened =
  | { readonly ok: true; readonly text: string; readonly saltHex: string }
  | { readonly ok: false; readonly stage: 'container' | 'padding' | 'text'; readonly reason: string };

/** Base64 of `Salted__`, 8 fresh random salt bytes and the ciphertext; `saltHex` pins the salt, for frozen vectors only. */
export const sealText = (text: string, secret: string, saltHex?: string): string =>
  seal(
    CryptoJS.enc.Utf8.parse(text),
    secret,
    saltHex === undefined ? {} : { salt: CryptoJS.enc.Hex.parse(saltHex) },
  );

/** Any bytes in a valid envelope; with `padded: false` the bytes are whole blocks whose padding is the caller's lie. */
export const sealBytes = (bytes: Uint8Array, secret: string, { padded = true } = {}): string =>
  seal(
    CryptoJS.enc.Hex.parse(Buffer.from(bytes).toString('hex')),
    secret,
    padded ? {} : { padding: CryptoJS.pad.NoPadding },
  );

const seal = (words: CryptoJS.lib.WordArray, secret: string, options: object): string =>
  CryptoJS.AES.encrypt(words, secret, options).toString();

export const openText = (ciphertext: string, secret: string): Opened => {
  if (!strictBase64.test(ciphertext)) return failed('container', 'it is not standard base64');
  const bytes = Buffer.from(ciphertext, 'base64');
  if (bytes.toString('latin1', 0, 8) !== 'Salted__')
    return failed('container', 'it does not begin with Salted__');
  if (bytes.length <= block || bytes.length % block !== 0)
    return failed('container', 'it is not a whole number of blocks');
  const padded = CryptoJS.AES.decrypt(ciphertext, secret, { padding: CryptoJS.pad.NoPadding });
  const plain = withoutPadding(Buffer.from(padded.toString(CryptoJS.enc.Hex), 'hex'));
  if (plain === undefined) return failed('padding', 'its padding is wrong: was it made with another secret?');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
    return { ok: true, text, saltHex: bytes.toString('hex', 8, block) };
  } catch {
    return failed('text', 'it holds no UTF-8 text: was it made with another secret?');
  }
};

const withoutPadding = (bytes: Buffer): Buffer | undefined => {
  const count = bytes.at(-1) ?? 0;
  if (count < 1 || count > block) return undefined;
  const end = bytes.length - count;
  return bytes.subarray(end).every((byte) => byte === count) ? bytes.subarray(0, end) : undefined;
};

const failed = (stage: 'container' | 'padding' | 'text', reason: string): Opened => ({
  ok: false,
  stage,
  reason,
});
