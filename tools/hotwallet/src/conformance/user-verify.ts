/** `/user_verify`: who is let in, and the countersign they get. protocols.md §1.4. */
import { hashCredentials, sha256Hex } from '../credentials';
import type { Exchange, Login } from '../wallet';
import { awkwardChallenges, demandKey } from './countersign';
import { check, type Bench, type Check } from './check';
import { demand, demandAlike, demandRefusal, demandSuccess } from './demand';
import { many, named } from './many';

export const userVerifyChecks: readonly Check[] = [
  check({
    name: 'user/right-credentials',
    proves: 'the right credentials give the uid and a key of 64 lowercase hex digits',
    needs: ['user'],
    async run(bench, { user }) {
      const payload = await verified(bench, { ...user, x: bench.unique('x') });
      demand(payload.uid === user.uid, 'the uid is not the one in the fixtures');
      return `uid ${user.uid}`;
    },
  }),
  check({
    name: 'user/key-deterministic',
    proves: 'the same user and x always give the same key, one after the other and at once',
    needs: ['user'],
    async run(bench, { user }) {
      const login = { ...user, x: bench.unique('x') };
      const first = await keyOf(bench, login);
      demand((await keyOf(bench, login)) === first, 'the second call gave another key');
      const keys = await many(16, () => keyOf(bench, login));
      demand(
        keys.every((key) => key === first),
        'concurrent calls gave different keys',
      );
      return '1 + 1 + 16 calls, one key';
    },
  }),
  check({
    name: 'user/key-per-challenge',
    proves: 'another x gives another key, however little it differs',
    needs: ['user'],
    async run(bench, { user }) {
      const x = bench.unique('x');
      const variants = [x, `${x} `, ` ${x}`, x.toUpperCase(), `${x}0`, `${x}\u0000`];
      const keys = new Set<string>();
      for (const variant of variants) keys.add(await keyOf(bench, { ...user, x: variant }));
      demand(keys.size === variants.length, `${variants.length} values of x gave ${keys.size} keys`);
      return `${variants.length} values, ${keys.size} keys`;
    },
  }),
  check({
    name: 'user/key-per-user',
    proves:
      'two users get different keys for the same x (the vendor allows one salt for all; then one key stands for everybody)',
    needs: ['user', 'otherUser'],
    async run(bench, { user, otherUser }) {
      const x = bench.unique('x');
      const same = (await keyOf(bench, { ...user, x })) === (await keyOf(bench, { ...otherUser, x }));
      demand(!same, 'both users get the same key: they share a salt');
      return 'two users, two keys';
    },
  }),
  check({
    name: 'user/hash-case',
    proves: 'hashes in uppercase hex get the same answer',
    needs: ['user'],
    async run(bench, { user }) {
      const x = bench.unique('x');
      const { hashedUsername, hashedPassword } = hashCredentials(user);
      const lower = await verified(bench, { hashedUsername, hashedPassword, x });
      const upper = await verified(bench, {
        hashedUsername: hashedUsername.toUpperCase(),
        hashedPassword: hashedPassword.toUpperCase(),
        x,
      });
      demand(lower.uid === upper.uid && lower.key === upper.key, 'uppercase hashes got another answer');
      return 'same uid, same key';
    },
  }),
  check({
    name: 'user/refusals-alike',
    proves: 'a wrong password and an unknown user cannot be told apart, and each is refused with {}',
    needs: ['user'],
    async run(bench, { user }) {
      const x = bench.unique('x');
      demandAlike(
        await named({
          'wrong password': () => wrongPassword(bench, user.username, x),
          'unknown user': () =>
            bench.wallet.userVerify({ username: bench.unique('nobody'), password: user.password, x }),
          'unknown user and password': () =>
            bench.wallet.userVerify({ username: bench.unique('nobody'), password: bench.unique('pw'), x }),
          'name and password exchanged': () =>
            bench.wallet.userVerify({ username: user.password, password: user.username, x }),
        }),
      );
      return 'four wrong logins, one reply';
    },
  }),
  check({
    name: 'user/suspended-alike',
    proves: 'a suspended user with the right password is refused, and cannot be told from a wrong password',
    needs: ['user', 'suspendedUser'],
    async run(bench, { user, suspendedUser }) {
      const x = bench.unique('x');
      demandAlike(
        await named({
          'wrong password': () => wrongPassword(bench, user.username, x),
          'suspended user': () => bench.wallet.userVerify({ ...suspendedUser, x }),
          'suspended user, wrong password': () => wrongPassword(bench, suspendedUser.username, x),
        }),
      );
      return 'one reply';
    },
  }),
  check({
    name: 'user/odd-hashes',
    proves: 'hashes that are not 64 hex digits are refused',
    needs: ['user'],
    async run(bench, { user }) {
      const x = bench.unique('x');
      const right = hashCredentials(user);
      const odd = [
        '',
        'abc',
        right.hashedUsername.slice(1),
        `${right.hashedUsername}0`,
        'z'.repeat(64),
        '%00',
        '$ne',
      ];
      for (const hash of odd) {
        const what = `hash ${JSON.stringify(hash)}`;
        demandRefusal(
          await bench.wallet.userVerify({ ...right, hashedUsername: hash, x }),
          `${what} as username`,
        );
        demandRefusal(
          await bench.wallet.userVerify({ ...right, hashedPassword: hash, x }),
          `${what} as password`,
        );
      }
      return `${odd.length * 2} calls`;
    },
  }),
  check({
    name: 'user/odd-challenges',
    proves: 'an empty, very long or unicode x is refused or answered the same every time, and breaks nothing',
    needs: ['user'],
    async run(bench, { user }) {
      const answered: string[] = [];
      for (const [what, x] of awkwardChallenges) {
        const first = await bench.wallet.userVerify({ ...user, x });
        if (first.outer?.success !== true) {
          demandRefusal(first, `x ${what}`);
          continue;
        }
        const key = demandKey(demandSuccess(first, `x ${what}`), `x ${what}`);
        demand((await keyOf(bench, { ...user, x })) === key, `x ${what}: the second call gave another key`);
        answered.push(what);
      }
      return answered.length === 0 ? 'all refused' : `answered: ${answered.join(', ')}`;
    },
  }),
];

const verified = async (
  bench: Bench,
  login: Login,
): Promise<{ readonly uid: unknown; readonly key: string }> => {
  const payload = demandSuccess(await bench.wallet.userVerify(login), 'the right credentials');
  return { uid: payload.uid, key: demandKey(payload, 'the right credentials') };
};

const keyOf = async (bench: Bench, login: Login): Promise<string> => (await verified(bench, login)).key;

const wrongPassword = (bench: Bench, username: string, x: string): Promise<Exchange> =>
  bench.wallet.userVerify({
    hashedUsername: sha256Hex(username),
    hashedPassword: sha256Hex(bench.unique('wrong')),
    x,
  });
