/** `/user_verify` and `/machine_verify` of the stand-in. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fixtures, people } from './data';
import type { Flaw } from './flaws';
import { granted, refused, stringField, type Reply } from './reply';

type Payload = Readonly<Record<string, unknown>>;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const countersign = (salt: string, x: string): string => sha256(`${salt}\n${x}`);

export interface Verifier {
  userVerify(payload: Payload): Promise<Reply>;
  machineVerify(payload: Payload): Reply;
}

export const createVerifier = (has: (flaw: Flaw) => boolean): Verifier => {
  let inFlight = 0;

  const userSalt = (uid: string): string => {
    if (has('one salt for users and machines')) return 'salt';
    return has('one salt for all users') ? 'salt of users' : `salt of user ${uid}`;
  };

  const userKey = async (uid: string, x: string): Promise<string> => {
    if (has('key from random')) return randomBytes(32).toString('hex');
    const challenge = has('challenge ignored') ? '' : has('challenge trimmed') ? x.trim() : x;
    const key = countersign(userSalt(uid), challenge);
    if (has('key in uppercase')) return key.toUpperCase();
    if (!has('key changes under concurrency')) return key;
    inFlight += 1;
    await pause(20);
    const among = inFlight;
    inFlight -= 1;
    return among === 1 ? key : countersign(key, String(among));
  };

  const matches = (sent: string, stored: string): boolean => {
    if (has('hashes compared as they come')) return sent === stored;
    if (has('a prefix of a hash is enough')) return stored.startsWith(sent.toLowerCase());
    return sent.toLowerCase() === stored;
  };

  return {
    async userVerify(payload) {
      const hashedUsername = stringField(payload, 'hashedUsername');
      const hashedPassword = stringField(payload, 'hashedPassword');
      const x = stringField(payload, 'x');
      const odd = [hashedUsername, hashedPassword].some((hash) => !/^[0-9a-f]{64}$/i.test(hash));
      if (odd && has('500 on an odd hash')) return refused('internal', 500);
      if (x.length > 10_000 && has('500 on a long challenge')) return refused('internal', 500);
      const person = people.find(({ username }) => matches(hashedUsername, sha256(username)));
      if (person === undefined) {
        if (has('unknown user named as such')) return refused('no such user');
        return refused('not verified', has('unknown user has its own status') ? 404 : 200);
      }
      const right = matches(hashedPassword, sha256(person.password)) || has('password not compared');
      if (!right || has('right credentials refused')) return refused('not verified');
      if (person.uid === fixtures.suspendedUser.uid) {
        if (has('suspended user named as such')) return refused('suspended');
        if (!has('suspended user let in')) return refused('not verified');
      }
      const uid = has('uid of somebody else') ? 'uid-of-somebody' : person.uid;
      return granted(
        { uid, key: await userKey(person.uid, x) },
        has('success says Verified') ? 'Verified' : 'OK',
      );
    },

    machineVerify(payload) {
      const sent = stringField(payload, 'machine_id');
      const x = stringField(payload, 'x');
      const id = has('machine id trimmed') ? sent.trim() : sent;
      if (id === fixtures.suspendedMachine.id) {
        return refused(has('suspended machine named as such') ? 'suspended' : 'not verified');
      }
      if (id !== fixtures.machine.id && !has('any machine let in')) {
        return refused(has('refusal says OK') ? 'OK' : 'not verified');
      }
      const salt = has('one salt for users and machines') ? 'salt' : `salt of machine ${id}`;
      const key = has('machine key from random')
        ? randomBytes(32).toString('hex')
        : countersign(salt, has('machine challenge ignored') ? '' : x);
      return granted(has('machine told a uid') ? { uid: 'uid-machine', key } : { key });
    },
  };
};
