/**
 * `/read` when nothing may be allowed: zeros for every enabled chain or a refusal, never a list that could be taken
 * for "no restriction". protocols.md §1.6 and §3.1, 9 to 11.
 */
import { demandNothingAllowed } from './authority';
import { check, type Bench, type Check } from './check';
import { many } from './many';

export const readDeniedChecks: readonly Check[] = [
  check({
    name: 'read/foreign-reference',
    proves: "nobody can use another user's permit",
    needs: ['user', 'otherUser', 'permit', 'foreignPermit', 'chains'],
    async run(bench, { user, otherUser, permit, foreignPermit, chains }) {
      const asks = [
        { uid: user.uid, reference: foreignPermit.reference },
        { uid: otherUser.uid, reference: permit.reference },
      ];
      return denied(bench, asks, "another user's reference", chains);
    },
  }),
  check({
    name: 'read/unknown-reference',
    proves: 'a reference nobody registered allows nothing, even one that is almost right',
    needs: ['permit', 'chains'],
    async run(bench, { permit, chains }) {
      const references = [
        bench.unique('no-such-reference'),
        `${permit.reference}0`,
        ` ${permit.reference}`,
        '0',
        '*',
        '__proto__',
        'x'.repeat(10_000),
      ];
      const asks = references.map((reference) => ({ uid: permit.uid, reference }));
      return denied(bench, asks, 'an unknown reference', chains);
    },
  }),
  check({
    name: 'read/absent-reference',
    proves: 'no reference, or an empty one, allows nothing',
    needs: ['permit', 'chains'],
    async run(bench, { permit: { uid }, chains }) {
      return denied(bench, [{ uid }, { uid, reference: '' }], 'no reference', chains);
    },
  }),
  check({
    name: 'read/expired-reference',
    proves: 'a permit whose time is over allows nothing',
    needs: ['expiredPermit', 'chains'],
    async run(bench, { expiredPermit, chains }) {
      return denied(bench, [expiredPermit], 'an expired permit', chains);
    },
  }),
  check({
    name: 'read/frozen-user',
    proves: 'a frozen user may do nothing, whatever was registered before',
    needs: ['frozenUser', 'chains'],
    async run(bench, { frozenUser: { uid, reference }, chains }) {
      const live = reference === undefined ? [] : [{ uid, reference }];
      const seen = await denied(bench, [{ uid }, ...live], 'a frozen user', chains);
      return reference === undefined
        ? `${seen}; without a permit: the fixtures have no frozenUser.reference`
        : seen;
    },
  }),
];

interface Ask {
  readonly uid: string;
  readonly reference?: string;
}

const denied = async (
  bench: Bench,
  asks: readonly Ask[],
  what: string,
  chains: readonly string[],
): Promise<string> => {
  const seen = await many(
    asks.length * 4,
    async (index) => {
      const ask = asks[index % asks.length] as Ask;
      return demandNothingAllowed(await bench.wallet.read(ask), what, chains);
    },
    asks.length,
  );
  return [...new Set(seen)].join(' and ');
};
