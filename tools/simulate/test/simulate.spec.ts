import { runCli, type ExitCode } from '../src/cli';
import type { Tampering } from '../src/engine/engine-process';
import { sabotages } from './sabotage';

interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

async function simulate(
  args: readonly string[],
  tampering: Tampering = {},
  stopped = () => false,
): Promise<Ran> {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
    errIsTty: false,
    elapsed: () => 0,
    stopped,
  };
  const code = await runCli(args, terminal, tampering);
  return { code, out, err };
}

describe('the simulation of the engine', () => {
  it.each(['1', '2'])('finds nothing with seed %s, and gets everywhere', async (seed) => {
    const { code, out, err } = await simulate(['--seed', seed, '--ops', '3000']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/overspend +0 in [1-9]/);
    for (const what of [
      'limit_exceeded',
      'granted',
      'crashes',
      'duplicate',
      'late',
      'balance_insufficient',
    ]) {
      expect(out).toMatch(new RegExp(what));
    }
  });

  it('is the same run for the same seed, and another for another', async () => {
    const args = ['--ops', '900', '--trace', '--seed'];
    const [first, again, other] = [
      await simulate([...args, 'a']),
      await simulate([...args, 'a']),
      await simulate([...args, 'b']),
    ];
    expect(again).toEqual(first);
    expect(other.out).not.toBe(first.out);
  });

  it('stops when it is told to, with a summary and a code of its own', async () => {
    let asked = 0;
    const { code, out } = await simulate(['--ops', '1000000'], {}, () => (asked += 1) > 2);
    expect(code).toBe(130);
    expect(out).toMatch(/operations +[0-9,]+ in 1 episodes/);
    expect(out).toMatch(/overspend +0/);
  });

  it.each([['--ops', 'many'], ['--ops', '0'], ['--ops', '100', '--episode', '1'], ['--nonsense']])(
    'refuses %s %s',
    async (...args) => {
      expect((await simulate(args)).code).toBe(2);
    },
  );

  it('explains itself', async () => {
    const { code, out } = await simulate(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/--seed/);
  });
});

/** What is wrong with each, in the simulation's words. */
const found: Readonly<Record<string, RegExp>> = {
  'a read that is answered before its hold is kept': /was told granted by .* which is not in the log/,
  'a hold released with no word from anybody':
    /permit\.released on user .* by a call that was \{"kind":"balance"/,
  'a hold that leaves the state without an event': /true is .* held|and must be by|must hold|is still held/,
  'a freeze that is not looked at': /and must be by \w+_frozen/,
  'an outer layer that is remembered': /rests on platform \d+, which was not current/,
  'holds that do not count': /"held":"0".* true is .* held [1-9]/,
  'settlements that are forgotten': /"used":"0".* true is .* used/,
  'a balance that is believed to be from the future': /a balance of .* is counted from/,
  'settlements that are taken to be in a balance from the future': /says .* true is|granted .* of a balance/,
  'windows that end too soon': /says .* true is|was decided by|when it is decided again/,
  'windows that end too late': /says .* true is|was decided by|when it is decided again/,
  'a repeated read that holds again': /was granted a second hold/,
  'a store that acknowledges a commit and loses it':
    /acknowledged, and lost|which is not in the log|was reported, and is still held/,
  'a store that commits on a revision that is gone': /is misnamed/,
  'an update that is believed about anybody': /permit\.settled on user .* by a call that was/,
};

describe('an engine that is wrong is found', () => {
  it.each(Object.entries(found))('%s', async (name, by) => {
    const { code, err } = await simulate(['--seed', 'sabotage', '--ops', '6000'], sabotages[name]);
    expect(code).toBe(1);
    expect(err).toMatch(/^simulate: seed sabotage, episode 0, operation [0-9]+: /);
    expect(err).toMatch(by);
  });

  it('each of them', () => {
    expect(Object.keys(found).sort()).toEqual(Object.keys(sabotages).sort());
  });

  it('and the command that is printed finds it again, with a trace', async () => {
    const tampering = sabotages['a store that acknowledges a commit and loses it'];
    const { err } = await simulate(['--seed', "it's", '--ops', '5000'], tampering);
    const [, command = ''] = /^replay it: npm run simulate -- (.*)$/m.exec(err) ?? [];
    expect(command).toBe("--seed 'it'\\''s' --ops 5000 --episode 0 --trace");
    const again = await simulate(['--seed', "it's", ...command.split(' ').slice(2)], tampering);
    expect(again.err).toBe(err);
    expect(again.out.split('\n').length).toBeGreaterThan(50);
  });
});
