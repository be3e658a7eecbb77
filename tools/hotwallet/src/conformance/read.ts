/** `/read` for operations the platform registered: the permit is granted, exactly and repeatably. protocols.md §1.6. */
import { isDeepStrictEqual } from 'node:util';
import type { Fixtures } from '../fixtures';
import { demandAuthority, isZero, sameAmount, type Authority } from './authority';
import { check, type Bench, type Check } from './check';
import { demand, demandRefusal, demandSuccess } from './demand';
import { many } from './many';

type Permit = NonNullable<Fixtures['permit']>;

export const readChecks: readonly Check[] = [
  check({
    name: 'read/live-permit',
    proves:
      "a live permit allows its amount on its chain to its destination, and every other chain is listed with '0'",
    needs: ['permit', 'chains'],
    async run(bench, { permit, chains }) {
      demandPermitted(await readPermit(bench, permit, chains), permit);
      return `${permit.amount} on ${permit.chainId}, zero on ${chains.length - 1} more`;
    },
  }),
  check({
    name: 'read/replayed-reference',
    proves: 'the same reference gives the same answer again',
    needs: ['permit', 'chains'],
    async run(bench, { permit, chains }) {
      const first = await readPermit(bench, permit, chains);
      demandPermitted(first, permit);
      for (let again = 0; again < 3; again += 1) {
        demand(isDeepStrictEqual(await readPermit(bench, permit, chains), first), 'the answer changed');
      }
      return '4 reads, one answer';
    },
  }),
  check({
    name: 'read/concurrent',
    proves: '50 reads of one reference at once all get the same answer',
    needs: ['permit', 'chains'],
    async run(bench, { permit, chains }) {
      const answers = await many(50, () => readPermit(bench, permit, chains));
      for (const answer of answers) {
        demandPermitted(answer, permit);
        demand(isDeepStrictEqual(answer, answers[0]), 'concurrent reads got different answers');
      }
      return '50 reads, one answer';
    },
  }),
  check({
    name: 'read/decimal-strings',
    proves: 'balance and limit are plain decimal strings: no number, sign, exponent or leading zero',
    needs: ['permit'],
    async run(bench, { permit }) {
      const payload = demandSuccess(await bench.wallet.read(permit), 'the permit');
      const limits: unknown = payload.limits;
      demand(Array.isArray(limits) && limits.length > 0, 'there are no limits');
      for (const entry of limits as unknown[]) {
        for (const field of ['balance', 'limit']) {
          const value: unknown = Object.entries(entry as object).find(([name]) => name === field)?.[1];
          demand(
            typeof value === 'string' && /^(0|[1-9]\d*)(\.\d+)?$/.test(value),
            `${field} is ${JSON.stringify(value)}`,
          );
        }
      }
      return `${limits.length * 2} amounts`;
    },
  }),
  check({
    name: 'read/unknown-fields',
    proves: 'fields the backend does not know do not disturb it',
    needs: ['permit', 'chains'],
    async run(bench, { permit, chains }) {
      const payload = {
        version: 7,
        uid: permit.uid,
        reference_id: permit.reference,
        amount: '999999',
        limits: [],
        nested: { role: 'admin' },
      };
      const reply = await bench.wallet.send('read', JSON.stringify(payload, undefined, 2));
      demandPermitted(demandAuthority(reply, 'with unknown fields', chains), permit);
      return 'four unknown fields';
    },
  }),
  check({
    name: 'read/unknown-user',
    proves: 'a uid the backend does not know is refused with {}',
    needs: ['permit'],
    async run(bench, { permit }) {
      const uid = bench.unique('no-such-user');
      demandRefusal(await bench.wallet.read({ uid }), 'no reference');
      demandRefusal(
        await bench.wallet.read({ uid, reference: permit.reference }),
        "another user's reference",
      );
      return 'with and without a reference';
    },
  }),
];

const readPermit = async (
  bench: Bench,
  { uid, reference }: Permit,
  chains: readonly string[],
): Promise<Authority> => demandAuthority(await bench.wallet.read({ uid, reference }), 'the permit', chains);

const demandPermitted = ({ limits, destinations }: Authority, permit: Permit): void => {
  for (const { chain_id, limit } of limits) {
    if (chain_id === permit.chainId) {
      demand(sameAmount(limit, permit.amount), `the limit is ${limit}, the permit says ${permit.amount}`);
    } else {
      demand(isZero(limit), `${chain_id} has the limit ${limit}, but the permit is for ${permit.chainId}`);
    }
  }
  const [destination] = destinations;
  demand(
    destinations.length === 1 &&
      destination?.chain_id === permit.chainId &&
      destination.address === permit.address,
    "the destinations are not exactly the permit's one",
  );
};
