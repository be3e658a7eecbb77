import fc from 'fast-check';
import { createReplayShield, type ReplayShieldDeps } from './replay-shield';

const MINUTE = 60_000;

function shieldAt(overrides: Partial<ReplayShieldDeps> = {}) {
  let at = 1_000_000;
  const shield = createReplayShield({
    windowMs: 6 * MINUTE,
    rememberMs: 60 * MINUTE,
    maxRemembered: 1_000,
    now: () => at,
    ...overrides,
  });
  return { ...shield, wait: (ms: number) => void (at += ms) };
}

describe('the same ciphertext', () => {
  it('gets the stored reply on /update, up to the end of the window', () => {
    const { look, answered, wait } = shieldAt();
    expect(look('/update', 'one')).toBe('new');
    answered('/update', 'one', 'sealed');
    expect(look('/update', 'one')).toEqual({ repeated: true, reply: 'sealed' });
    wait(6 * MINUTE);
    expect(look('/update', 'one')).toEqual({ repeated: true, reply: 'sealed' });
    wait(1);
    expect(look('/update', 'one')).toBe('late');
  });

  it('is to be answered anew on /update while there is no successful reply', () => {
    const { look } = shieldAt();
    look('/update', 'one');
    expect(look('/update', 'one')).toEqual({ repeated: true });
  });

  it.each(['/user_verify', '/machine_verify', '/read'])(
    'is answered anew on %s, whose reply is not kept',
    (path) => {
      const { look, answered, wait } = shieldAt();
      expect(look(path, 'one')).toBe('new');
      answered(path, 'one', 'sealed');
      expect(look(path, 'one')).toEqual({ repeated: true });
      wait(6 * MINUTE + 1);
      expect(look(path, 'one')).toBe('late');
    },
  );

  it('does not become young again by coming often', () => {
    const { look, wait } = shieldAt();
    look('/read', 'one');
    for (let sent = 0; sent < 6; sent += 1) {
      wait(MINUTE);
      expect(look('/read', 'one')).toEqual({ repeated: true });
    }
    wait(1);
    expect(look('/read', 'one')).toBe('late');
    expect(look('/read', 'one')).toBe('late');
  });

  it('belongs to the path it was first sent to, and keeps its place there', () => {
    const { look, answered } = shieldAt();
    look('/user_verify', 'one');
    expect(look('/update', 'one')).toBe('elsewhere');
    answered('/update', 'one', 'sealed');
    expect(look('/update', 'one')).toBe('elsewhere');
    expect(look('/user_verify', 'one')).toEqual({ repeated: true });
  });

  it('is forgotten after its time', () => {
    const { look, wait, remembered } = shieldAt();
    look('/update', 'one');
    wait(60 * MINUTE - 1);
    expect(look('/update', 'one')).toBe('late');
    wait(1);
    expect(look('/update', 'one')).toBe('new');
    expect(remembered()).toBe(1);
  });
});

it('remembers the youngest when there are too many, and no more than it may', () => {
  const { look, answered, remembered } = shieldAt({ maxRemembered: 3 });
  for (const one of ['a', 'b', 'c', 'd']) {
    look('/update', one);
    answered('/update', one, `to ${one}`);
  }
  expect(remembered()).toBe(3);
  for (const one of ['b', 'c', 'd']) {
    expect(look('/update', one)).toEqual({ repeated: true, reply: `to ${one}` });
  }
  answered('/update', 'a', 'too late');
  expect(remembered()).toBe(3);
  expect(look('/update', 'a')).toBe('new');
});

it('wants to remember for longer than the window, and at least one request', () => {
  expect(() => shieldAt({ windowMs: 60 * MINUTE })).toThrow(RangeError);
  expect(() => shieldAt({ maxRemembered: 0 })).toThrow(RangeError);
});

const seed = 20260105;
it(`says of any sequence what a list of all that was sent says, seed ${seed}`, () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 20 }),
    path: fc.constantFrom('/update', '/read'),
    ciphertext: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    succeeds: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (steps, maxRemembered) => {
      const { look, answered, wait, remembered } = shieldAt({ windowMs: 30, rememberMs: 100, maxRemembered });
      let at = 0;
      let sent: { path: string; ciphertext: string; at: number; reply?: string }[] = [];
      for (const { wait: ms, path, ciphertext, succeeds } of steps) {
        wait(ms);
        at += ms;
        sent = sent.filter((one) => at - one.at < 100);
        const first = sent.find((one) => one.ciphertext === ciphertext);
        const expected =
          first === undefined
            ? 'new'
            : first.path !== path
              ? 'elsewhere'
              : at - first.at > 30
                ? 'late'
                : { repeated: true, ...(first.reply !== undefined && { reply: first.reply }) };
        expect(look(path, ciphertext)).toEqual(expected);
        const entry = first ?? { path, ciphertext, at };
        if (first === undefined) sent = [...sent, entry].slice(-maxRemembered);
        expect(remembered()).toBe(sent.length);
        if (!succeeds || expected === 'late' || expected === 'elsewhere') continue;
        answered(path, ciphertext, `at ${at}`);
        if (path === '/update') Object.assign(entry, { reply: `at ${at}` });
      }
    }),
    { seed, numRuns: 500 },
  );
});
