import { createRandom } from './random';
import { ReplyDiffers, sample } from './sampling';
import { sensitivityUs, verdicts } from './verdict';

const head = 'HTTP/1.1 400 Bad Request\r\nx-request-id: 0123\r\ncontent-type: application/json';
const body = '{"success":false,"message":"bad request","ciphertext":"U2FsdGVkX1abcdef"}';

/** A server whose time is a noise of 0 to 99 µs, and for one class `more` µs on top. */
async function run({ more = 0, rounds = 3, bestOf = 1, reply = (_: string) => ({ head, body }) } = {}) {
  const noise = createRandom('noise');
  const asked: string[] = [];
  const found = await sample({
    bodies: { a: () => 'a', b: () => 'b', c: () => 'c' },
    perClass: 200,
    bestOf,
    rounds,
    random: createRandom('order'),
    post: async (name) => {
      asked.push(name);
      return { ...reply(name), ns: 1000 * (100 + noise.below(100) + (name === 'b' ? more : 0)) };
    },
    onRound: () => undefined,
    stopped: () => false,
  });
  return { found, asked };
}

it('asks each class as often as the others, in random order', async () => {
  const { asked } = await run({ rounds: 1 });
  expect(asked.length).toBe(600);
  expect(asked.filter((name) => name === 'a').length).toBe(200);
  expect(asked.slice(0, 200).filter((name) => name === 'a').length).toBeLessThan(120);
});

it('lets pass what is the same, and names what is slower', async () => {
  const same = verdicts((await run()).found, 0.147);
  expect(same.map(({ within }) => within)).toEqual([true, true, true]);
  const slower = verdicts((await run({ more: 20 })).found, 0.147);
  const [a, b] = slower;
  expect(b).toMatchObject({ name: 'b', within: false, samples: 600 });
  expect(b?.delta).toBeGreaterThan(0.3);
  expect(b?.differenceUs).toBeGreaterThan(10);
  expect(a?.delta).toBeLessThan(0);
});

it('lets one disturbed round decide nothing', async () => {
  const { found } = await run();
  const disturbed = found.map((round, n) =>
    n === 1 ? { ...round, b: round.b.map((ns) => ns * 100) } : round,
  );
  expect(verdicts(disturbed, 0.147).map(({ within }) => within)).toEqual([true, true, true]);
});

it('sees further when only the fastest of several counts', async () => {
  const sees = async (bestOf: number) => verdicts((await run({ more: 5, bestOf })).found, 0.147)[1]?.within;
  expect(await sees(1)).toBe(true);
  expect(await sees(8)).toBe(false);
});

it('says what the bound means here', async () => {
  const { found } = await run();
  const us = sensitivityUs(found, 0.147);
  expect(us).toBeGreaterThan(4);
  expect(us).toBeLessThan(12);
});

it('knows nothing without samples', () => expect(() => verdicts([], 0.1)).toThrow('nothing was measured'));

describe('a reply that looks different', () => {
  it.each<[string, (name: string) => { head: string; body: string }]>([
    ['in its status', (name) => ({ head: name === 'b' ? head.replace('400', '401') : head, body })],
    ['in a header', (name) => ({ head: name === 'b' ? `${head}\r\nvary: x` : head, body })],
    [
      'in the spelling of a header',
      (name) => ({ head: name === 'b' ? head.replace('x-r', 'X-r') : head, body }),
    ],
    ['in the length of an id', (name) => ({ head: name === 'b' ? head.replace('0123', '012') : head, body })],
    ['in its message', (name) => ({ head, body: name === 'b' ? body.replace('bad', 'odd') : body })],
    [
      'in the length of what is encrypted',
      (name) => ({ head, body: name === 'b' ? body.replace('abc', 'ab') : body }),
    ],
  ])('%s ends the run', async (_, reply) => {
    await expect(run({ reply })).rejects.toThrow(ReplyDiffers);
    await expect(run({ reply })).rejects.toThrow('differ');
  });

  it('may differ in what is new each time', async () => {
    let n = 1000;
    const reply = () => {
      n += 1;
      return { head: head.replace('0123', String(n)), body: body.replace('abc', String(n).slice(1)) };
    };
    await expect(run({ reply })).resolves.toBeDefined();
  });
});
