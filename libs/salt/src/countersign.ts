/**
 * The countersign: what this backend answers to CoKeeps' challenge `x`. The same salt, mode, id and `x` give the same
 * key for ever, on every machine and after every restart; keys given out open wallets, so this file may gain a mode but
 * a mode may never change.
 *
 *     key = lowercase_hex(SHA-256(utf8(salt_of(id) + x)))
 *
 * derived  salt_of(id) = lowercase_hex(HMAC-SHA-256(salt, kind + ":" + id)), kind `user` or `machine`. Every id has a
 *          salt of its own, so what is learned of one says nothing of another, and a user and a machine of equal ids
 *          get different keys. Being of fixed length, the salt cannot be confused with the beginning of `x`.
 * shared   salt_of(id) = the salt: for integrations whose keys exist already. The key then depends on `x` alone, and a
 *          user's is a machine's; who had two salts needs two countersigners.
 *
 * Any string is accepted as id or `x`. A lone surrogate has no UTF-8 form and counts as U+FFFD, so strings that differ
 * in nothing else get the same key: deterministic, and unable to reach the id of another well-formed string that does
 * not itself contain U+FFFD.
 */
import { createHash, createHmac } from 'node:crypto';

export const saltModes = ['derived', 'shared'] as const;
export type SaltMode = (typeof saltModes)[number];

export interface SaltSettings {
  readonly salt: string;
  readonly mode: SaltMode;
}

export interface Countersigner {
  /** 64 lowercase hex digits. Never to be stored or logged, nor is `x`. */
  forUser(uid: string, x: string): string;
  /** The same for a machine. */
  forMachine(machineId: string, x: string): string;
}

/** Throws TypeError when the salt is empty or not well-formed Unicode. */
export const createCountersigner = ({ salt, mode }: SaltSettings): Countersigner => {
  if (salt === '') throw new TypeError('the countersign salt is empty');
  if (Buffer.from(salt, 'utf8').toString('utf8') !== salt) {
    throw new TypeError('the countersign salt is not well-formed Unicode');
  }
  const saltOf = saltOfMode[mode](salt);
  const sign = (kind: Kind) => (id: string, x: string) => sha256(saltOf(kind, id) + x);
  return { forUser: sign('user'), forMachine: sign('machine') };
};

type Kind = 'user' | 'machine';

const saltOfMode: Readonly<Record<SaltMode, (salt: string) => (kind: Kind, id: string) => string>> = {
  derived: (salt) => (kind, id) => createHmac('sha256', salt).update(`${kind}:${id}`, 'utf8').digest('hex'),
  shared: (salt) => () => salt,
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
