/**
 * Uniform failure: whatever is wrong with a request, before or after decryption, the reply is one and the same but
 * for its ciphertext. Anything else is a padding oracle or a map of the parser. protocols.md §1.3 and §3.1, 3.
 */
import { sealBytes, sealText } from '../envelope';
import { endpoints, type Endpoint, type Exchange } from '../wallet';
import { check, type Bench, type Check } from './check';
import { demandAlike } from './demand';
import { notification } from './notification';
import { wrongSecrets } from './wrong-secret';

export const failureChecks: readonly Check[] = [
  check({
    name: 'failure/bodies',
    proves: 'bodies that hold no ciphertext all get the same refusal, on all four endpoints',
    run: (bench) =>
      uniform(bench, {
        ...carried({ 'an encrypted list, to compare with': sealText('[]', bench.secret) }),
        'not JSON': 'not json',
        'half of a JSON object': '{"ciphertext":"U2Fsd',
        'an empty body': '',
        'an empty object': '{}',
        'an array': '["U2FsdGVkX1"]',
        'a string': '"U2FsdGVkX1"',
        null: 'null',
        'a number as ciphertext': '{"ciphertext":7}',
        'null as ciphertext': '{"ciphertext":null}',
        'an array as ciphertext': '{"ciphertext":["U2FsdGVkX1"]}',
        'an object as ciphertext': '{"ciphertext":{"length":44}}',
        'another spelling of ciphertext': '{"cipherText":"U2FsdGVkX18AAQIDBAUGB1X8bC77cZRloHIvOnQgIZw="}',
        'a byte that is not JSON': '\u0000',
      }),
  }),
  check({
    name: 'failure/ciphertexts',
    proves: 'ciphertexts that are no envelope get that same refusal',
    run: (bench) =>
      uniform(
        bench,
        carried({
          'an empty ciphertext': '',
          'not base64': '§§§ not base64 §§§',
          'base64 without Salted__': Buffer.alloc(48, 7).toString('base64'),
          'Salted__ alone': Buffer.from('Salted__').toString('base64'),
          'Salted__ and half a salt': Buffer.from('Salted__1234').toString('base64'),
          'Salted__, salt and no block': Buffer.from('Salted__12345678').toString('base64'),
          'Salted__, salt and half a block': Buffer.from('Salted__12345678halfblk').toString('base64'),
          'salted__ in lowercase': Buffer.from(`salted__12345678${'x'.repeat(32)}`).toString('base64'),
        }),
      ),
  }),
  check({
    name: 'failure/truncated',
    proves: 'an envelope cut after any block, or within one, gets that same refusal',
    run(bench) {
      const text = JSON.stringify(notification(bench.unique('cut'), bench.unique('nobody')));
      const whole = Buffer.from(sealText(text, bench.secret), 'base64');
      const cuts: Record<string, string> = {};
      for (let end = 16; end < whole.length; end += 16) {
        cuts[`cut at byte ${end}`] = whole.toString('base64', 0, end);
        cuts[`cut at byte ${end + 5}`] = whole.toString('base64', 0, end + 5);
      }
      return uniform(bench, carried(cuts));
    },
  }),
  check({
    name: 'failure/padding',
    proves: 'under the right secret, every kind of wrong padding gets that same refusal',
    run(bench) {
      const padded = (tail: number[]): string => {
        const bytes = Buffer.concat([Buffer.from('{"uid":"u"}'.padEnd(32 - tail.length)), Buffer.from(tail)]);
        return sealBytes(bytes, bench.secret, { padded: false });
      };
      return uniform(
        bench,
        carried({
          'padding 0': padded([0]),
          'padding 17': padded(Array<number>(17).fill(17)),
          'padding 255': padded([255]),
          'padding 2 that does not match': padded([1, 2]),
          'padding 16 that does not match': padded([...Array<number>(14).fill(16), 7, 16]),
          'nothing but padding': sealBytes(Buffer.alloc(0), bench.secret),
        }),
      );
    },
  }),
  check({
    name: 'failure/wrong-secret',
    proves: 'another secret gets that same refusal, also when its padding happens to fit (once in 256)',
    run: wrongSecrets,
  }),
  check({
    name: 'failure/plaintexts',
    proves: 'a valid envelope around anything but a JSON object gets that same refusal',
    run(bench) {
      const { secret } = bench;
      return uniform(
        bench,
        carried({
          'not UTF-8': sealBytes(Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d), secret),
          'half a UTF-8 character': sealBytes(Uint8Array.of(0x22, 0xe2, 0x82), secret),
          'not JSON': sealText('not json', secret),
          'half a JSON object': sealText('{"uid":', secret),
          'JSON and more': sealText('{} {}', secret),
          'a number': sealText('7', secret),
          'a string': sealText('"text"', secret),
          null: sealText('null', secret),
          'an array': sealText('[]', secret),
        }),
      );
    },
  }),
  check({
    name: 'failure/fields',
    proves: 'missing fields and fields of a wrong type get that same refusal',
    async run(bench) {
      const hash = 'a'.repeat(64);
      const payloads: Readonly<Record<Exclude<Endpoint, 'update'>, readonly unknown[]>> = {
        user_verify: [
          {},
          { hashedPassword: hash, x: 'x' },
          { hashedUsername: hash, x: 'x' },
          { hashedUsername: hash, hashedPassword: hash },
          { hashedUsername: hash, hashedPassword: hash, x: 7 },
          { hashedUsername: [hash], hashedPassword: hash, x: 'x' },
          { hashedUsername: hash, hashedPassword: { $gt: '' }, x: 'x' },
          { hashedUsername: null, hashedPassword: hash, x: 'x' },
        ],
        machine_verify: [
          {},
          { machine_id: 'm' },
          { x: 'x' },
          { machine_id: 7, x: 'x' },
          { machine_id: { $gt: '' }, x: 'x' },
          { machine_id: 'm', x: null },
        ],
        read: [
          {},
          { reference_id: 'r' },
          { uid: 7 },
          { uid: ['u'] },
          { uid: { $ne: '' } },
          { uid: 'u', reference_id: 7 },
        ],
      };
      const replies = await reference(bench);
      for (const [endpoint, list] of Object.entries(payloads)) {
        for (const payload of list) {
          const text = JSON.stringify(payload);
          const body = JSON.stringify({ ciphertext: sealText(text, bench.secret) });
          replies.set(`${endpoint} ${text}`, await bench.wallet.raw(endpoint, body));
        }
      }
      demandAlike(replies);
      return `${replies.size - 1} payloads, one reply`;
    },
  }),
];

const carried = (ciphertexts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(ciphertexts).map(([what, ciphertext]) => [what, JSON.stringify({ ciphertext })]),
  );

// Every group compares with the same plain failure, so the groups are alike among each other as well.
const reference = async (bench: Bench): Promise<Map<string, Exchange>> =>
  new Map([['read: not JSON', await bench.wallet.raw('read', 'not json')]]);

const uniform = async (bench: Bench, bodies: Readonly<Record<string, string>>): Promise<string> => {
  const replies = await reference(bench);
  for (const [what, body] of Object.entries(bodies)) {
    for (const endpoint of endpoints)
      replies.set(`${endpoint}: ${what}`, await bench.wallet.raw(endpoint, body));
  }
  demandAlike(replies);
  return `${replies.size - 1} requests, one reply`;
};
