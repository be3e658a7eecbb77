/** What every reply looks like from outside and inside, whatever it answers. protocols.md §1.3. */
import { openText } from '../envelope';
import type { Exchange } from '../wallet';
import { check, type Bench, type Check } from './check';
import { demand, demandRefusal, demandSuccess } from './demand';
import { many } from './many';

export const envelopeChecks: readonly Check[] = [
  check({
    name: 'envelope/reply-shape',
    proves:
      'a reply has exactly success, message and ciphertext; ciphertext is base64 of Salted__, salt, whole blocks',
    needs: ['machine'],
    async run(bench, { machine }) {
      const x = bench.unique('x');
      demandShape(await bench.wallet.machineVerify({ machineId: machine.id, x }), bench, 'a success');
      demandShape(await refused(bench), bench, 'a refusal');
      demandShape(await bench.wallet.raw('read', 'not json'), bench, 'a reply to garbage');
      return 'a success, a refusal and a reply to garbage';
    },
  }),
  check({
    name: 'envelope/fresh-salt',
    proves: 'every reply is encrypted with a salt of its own',
    async run(bench) {
      const salts = (await many(32, () => refused(bench), 8)).map((exchange) => saltOf(exchange, bench));
      demand(
        new Set(salts).size === salts.length,
        `${salts.length} replies used ${new Set(salts).size} salts`,
      );
      return `${salts.length} replies, ${salts.length} salts`;
    },
  }),
  check({
    name: 'envelope/success',
    proves: 'a success carries the message "OK"',
    needs: ['user', 'machine'],
    async run(bench, { user, machine }) {
      const x = bench.unique('x');
      const replies = [
        await bench.wallet.userVerify({ ...user, x }),
        await bench.wallet.machineVerify({ machineId: machine.id, x }),
        await bench.wallet.update({ uid: user.uid, note: bench.unique('note') }),
      ];
      for (const reply of replies) {
        demandSuccess(reply, 'an ordinary call');
        demand(reply.outer?.message === 'OK', `the message is ${JSON.stringify(reply.outer?.message)}`);
      }
      return `${replies.length} endpoints`;
    },
  }),
  check({
    name: 'envelope/refusal',
    proves: 'a refusal has success false, a message, and encrypts exactly {}',
    async run(bench) {
      const reply = await refused(bench);
      demandRefusal(reply, 'an unknown machine');
      demand(
        reply.outer?.message !== '' && reply.outer?.message !== 'OK',
        'the message does not say that it refuses',
      );
      return `HTTP ${reply.status}, ${JSON.stringify(reply.outer?.message)}`;
    },
  }),
];

const refused = (bench: Bench): Promise<Exchange> =>
  bench.wallet.machineVerify({ machineId: bench.unique('no-such-machine'), x: bench.unique('x') });

const demandShape = (exchange: Exchange, bench: Bench, what: string): void => {
  saltOf(exchange, bench);
  const keys = Object.keys(JSON.parse(exchange.body) as object).sort();
  demand(keys.join() === 'ciphertext,message,success', `${what} has the fields ${keys.join(', ')}`);
};

const saltOf = (exchange: Exchange, bench: Bench): string => {
  demand(exchange.outer !== undefined, exchange.problem ?? 'the reply has no envelope');
  const opened = openText(exchange.outer.ciphertext, bench.secret);
  demand(opened.ok, `the reply cannot be opened: ${opened.ok ? '' : opened.reason}`);
  return opened.saltHex;
};
