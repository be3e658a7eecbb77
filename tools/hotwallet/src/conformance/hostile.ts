/** Well-encrypted requests made to hurt: names that pollute prototypes, and nesting that overflows a stack. */
import { sealText } from '../envelope';
import { endpoints } from '../wallet';
import { demandAlive } from './alive';
import { check, type Bench, type Check } from './check';
import { demand, demandAlike, demandRefusal } from './demand';
import { notification } from './notification';

export const hostileChecks: readonly Check[] = [
  check({
    name: 'hostile/prototype-names',
    proves: 'fields that name a prototype change nothing, in this request or a later one',
    async run(bench) {
      const before = await bench.wallet.raw('read', 'not json');
      const poison = '{"success":true,"role":"admin","uid":"u","machine_id":"m","x":"x","ciphertext":"c"}';
      for (const name of ['__proto__', 'constructor', 'prototype']) {
        const text = `{"${name}":${poison},"nested":{"__proto__":${poison},"constructor":{"prototype":${poison}}}}`;
        for (const endpoint of ['user_verify', 'machine_verify', 'read'] as const) {
          demandRefusal(await bench.wallet.send(endpoint, text), `${name} at ${endpoint}`);
        }
        demandRefusal(await bench.wallet.raw('read', text), `${name} around the envelope`);
        const update = JSON.stringify(notification(bench.unique('update'), 'u')).replace(
          '{',
          `{"${name}":${poison},`,
        );
        const kept = await bench.wallet.send('update', update);
        demand(kept.status < 500, `${name} in an update: HTTP ${kept.status}`);
      }
      demandAlike(
        new Map([
          ['garbage before', before],
          ['garbage after', await bench.wallet.raw('read', 'not json')],
        ]),
      );
      await demandAlive(bench, 'prototype names');
      return '15 requests';
    },
  }),
  check({
    name: 'hostile/deep-nesting',
    proves: 'nesting 50,000 levels deep is answered below 500, around the envelope and inside it',
    async run(bench) {
      const depth = 50_000;
      const lists = '['.repeat(depth) + ']'.repeat(depth);
      const objects = '{"a":'.repeat(depth) + '7' + '}'.repeat(depth);
      for (const endpoint of endpoints) {
        for (const text of [lists, `{"uid":"u","deep":${objects}}`]) {
          await answered(bench, endpoint, text);
          await answered(bench, endpoint, JSON.stringify({ ciphertext: sealText(text, bench.secret) }));
        }
      }
      await demandAlive(bench, 'deep nesting');
      return `${endpoints.length * 4} requests`;
    },
  }),
];

const answered = async (bench: Bench, endpoint: string, body: string): Promise<void> => {
  const reply = await bench.wallet.raw(endpoint, body);
  demand(reply.status < 500, `${endpoint}: HTTP ${reply.status}`);
  demand(reply.problem === undefined, `${endpoint}: ${reply.problem}`);
};
