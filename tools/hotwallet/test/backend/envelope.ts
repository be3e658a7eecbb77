/** The envelope on node:crypto, so that the stand-in and the kit under test share nothing. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const derive = (secret: string, salt: Buffer): { key: Buffer; iv: Buffer } => {
  let last = Buffer.alloc(0);
  let all = Buffer.alloc(0);
  while (all.length < 48) {
    last = createHash('md5').update(last).update(secret, 'utf8').update(salt).digest();
    all = Buffer.concat([all, last]);
  }
  return { key: all.subarray(0, 32), iv: all.subarray(32, 48) };
};

export const seal = (text: string, secret: string, salt = randomBytes(8)): string => {
  const { key, iv } = derive(secret, salt);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([Buffer.from('Salted__'), salt, cipher.update(text, 'utf8'), cipher.final()]).toString(
    'base64',
  );
};

/** Throws an Error that names the step which failed. */
export const open = (ciphertext: string, secret: string): string => {
  const bytes = Buffer.from(ciphertext, 'base64');
  if (bytes.toString('base64') !== ciphertext) throw new Error('base64');
  if (bytes.toString('latin1', 0, 8) !== 'Salted__') throw new Error('container');
  if (bytes.length < 32 || bytes.length % 16 !== 0) throw new Error('container');
  const { key, iv } = derive(secret, bytes.subarray(8, 16));
  const decipher = createDecipheriv('aes-256-cbc', key, iv);
  const plain = Buffer.concat([decipher.update(bytes.subarray(16)), finish(decipher)]);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    throw new Error('text');
  }
};

const finish = (decipher: ReturnType<typeof createDecipheriv>): Buffer => {
  try {
    return decipher.final();
  } catch {
    throw new Error('padding');
  }
};
