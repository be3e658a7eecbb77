/** `/machine_verify`: known machines get a countersign and nothing else. protocols.md §1.5. */
import type { Exchange } from '../wallet';
import { demandKey } from './countersign';
import { check, type Bench, type Check } from './check';
import { demand, demandAlike, demandRefusal, demandSuccess } from './demand';
import { many, named } from './many';

export const machineVerifyChecks: readonly Check[] = [
  check({
    name: 'machine/key-deterministic',
    proves: 'the same machine and x always give the same key, another x another, and no uid is told',
    needs: ['machine'],
    async run(bench, { machine }) {
      const x = bench.unique('x');
      const first = await keyOf(bench, machine.id, x);
      const keys = await many(16, () => keyOf(bench, machine.id, x));
      demand(
        keys.every((key) => key === first),
        'the same call gave different keys',
      );
      demand((await keyOf(bench, machine.id, `${x}.`)) !== first, 'another x gave the same key');
      return '1 + 16 calls, one key';
    },
  }),
  check({
    name: 'machine/unknown-refused',
    proves: 'unknown machines are refused, all with the same reply; an id that is almost right is unknown',
    needs: ['machine'],
    async run(bench, { machine }) {
      const x = bench.unique('x');
      demandAlike(
        await named({
          'unknown machine': () => verify(bench, bench.unique('no-such-machine'), x),
          'another unknown machine': () => verify(bench, bench.unique('absent'), x),
        }),
      );
      const almost = [`${machine.id} `, ` ${machine.id}`, `${machine.id}\u0000`, `${machine.id}%00`];
      for (const id of almost) demandRefusal(await verify(bench, id, x), `machine ${JSON.stringify(id)}`);
      return `${almost.length + 2} ids`;
    },
  }),
  check({
    name: 'machine/suspended-alike',
    proves: 'a suspended machine is refused, and cannot be told from an unknown one',
    needs: ['suspendedMachine'],
    async run(bench, { suspendedMachine }) {
      const x = bench.unique('x');
      demandAlike(
        await named({
          'unknown machine': () => verify(bench, bench.unique('no-such-machine'), x),
          'suspended machine': () => verify(bench, suspendedMachine.id, x),
        }),
      );
      return 'one reply';
    },
  }),
  check({
    name: 'machine/key-not-a-users',
    proves: 'a machine never gets the key a user gets for the same x',
    needs: ['machine', 'user'],
    async run(bench, { machine, user }) {
      const x = bench.unique('x');
      const login = demandSuccess(await bench.wallet.userVerify({ ...user, x }), 'the user');
      demand(
        (await keyOf(bench, machine.id, x)) !== demandKey(login, 'the user'),
        'user and machine get one key',
      );
      return 'two keys';
    },
  }),
];

const verify = (bench: Bench, machineId: string, x: string): Promise<Exchange> =>
  bench.wallet.machineVerify({ machineId, x });

const keyOf = async (bench: Bench, machineId: string, x: string): Promise<string> => {
  const payload = demandSuccess(await verify(bench, machineId, x), 'the machine');
  demand(!('uid' in payload), 'the reply tells a uid');
  return demandKey(payload, 'the machine');
};
