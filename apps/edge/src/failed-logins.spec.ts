import { createFailedLogins } from './failed-logins';

const FREE = 10;
const LOCK_MS = 900_000;
const HOUR_MS = 3_600_000;
const SOURCE = '192.0.2.7';
const OWNER = 'hash of the username';
const RIGHT = 'hash of the right password';

function world({ free = FREE, maxPairs = 1_000 } = {}) {
  let at = 1_800_000_000_000;
  let made = 0;
  const failedLogins = createFailedLogins({ free, lockMs: LOCK_MS, now: () => at, maxPairs });
  const begin = (password: string, source = SOURCE, user = OWNER) =>
    failedLogins.begin(source, user, password);
  /** An attempt as the engine would decide it. True: it was asked. */
  const attempt = (password: string, source = SOURCE, user = OWNER): boolean => {
    const made = begin(password, source, user);
    made?.ended(password === RIGHT ? 'succeeded' : 'failed');
    return made !== undefined;
  };
  const guess = (source = SOURCE, user = OWNER): boolean => attempt(`guess ${(made += 1)}`, source, user);
  return {
    begin,
    attempt,
    guess,
    guesses: (count: number, source = SOURCE, user = OWNER): boolean[] =>
      Array.from({ length: count }, () => guess(source, user)),
    wait: (ms: number) => void (at += ms),
    now: () => at,
  };
}

describe('who guesses waits', () => {
  it('longer and longer, once what is free is used up, and never longer than the longest', () => {
    const { guesses, guess, wait } = world();
    expect(guesses(FREE)).toEqual(Array(FREE).fill(true));
    for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
      expect([seconds, guess()]).toEqual([seconds, true]);
      expect(guess()).toBe(false);
      wait(seconds * 1_000 - 1);
      expect([seconds, guess()]).toEqual([seconds, false]);
      wait(1);
    }
  });

  it('but no longer for what was tried while locked', () => {
    const { guesses, guess, wait } = world();
    guesses(FREE + 1);
    expect(guesses(50)).toEqual(Array(50).fill(false));
    wait(1_000);
    expect([guess(), guess()]).toEqual([true, false]);
    wait(2_000);
    expect(guess()).toBe(true);
  });

  it('until he has been quiet for four times the longest wait', () => {
    const { guesses, wait } = world();
    guesses(FREE + 1);
    wait(4 * LOCK_MS);
    expect(guesses(2)).toEqual([true, false]);
    wait(4 * LOCK_MS + 1);
    expect(guesses(FREE + 2)).toEqual([...Array<boolean>(FREE + 1).fill(true), false]);
  });

  it('alone: not the same user at another source, nor another user at the same', () => {
    const { guesses, guess, attempt } = world();
    guesses(FREE + 1);
    expect(attempt(RIGHT)).toBe(false);
    expect([guess('192.0.2.8'), guess(SOURCE, 'another user')]).toEqual([true, true]);
    expect(attempt(RIGHT, '192.0.2.8')).toBe(true);
  });

  it('at all addresses of his network', () => {
    const { guesses, guess } = world();
    guesses(FREE + 1, '2001:db8:1:2::1');
    expect([guess('2001:db8:1:2::2'), guess('2001:db8:1:3::1')]).toEqual([false, true]);
  });

  it('and a device that goes on sending an old password does not make anybody wait', () => {
    const { attempt, guesses, wait } = world();
    for (let n = 0; n < 100; n += 1) {
      expect(attempt('the old password')).toBe(true);
      wait(1_000);
    }
    expect(attempt(RIGHT)).toBe(true);
    attempt('the old password');
    // It has cost one of the free ones.
    expect(guesses(FREE)).toEqual(Array(FREE).fill(true));
    expect(guesses(1)).toEqual([false]);
  });

  it('or may start anew after a success', () => {
    const { guesses, attempt, wait } = world();
    guesses(FREE + 1);
    wait(1_000);
    expect(attempt(RIGHT)).toBe(true);
    expect(guesses(FREE + 1)).toEqual(Array(FREE + 1).fill(true));
  });
});

describe('guesses on their way count as if they had failed', () => {
  it('so that no more are tried at once than are free, and then one', () => {
    const { begin, wait } = world({ free: 3 });
    const burst = (name: string) => Array.from({ length: 6 }, (_, n) => begin(`${name} ${n}`));
    const first = burst('first');
    expect(first.map((attempt) => attempt !== undefined)).toEqual([true, true, true, false, false, false]);
    first.forEach((attempt) => attempt?.ended('failed'));
    const second = burst('second');
    expect(second.filter((attempt) => attempt !== undefined)).toHaveLength(1);
    second.forEach((attempt) => attempt?.ended('failed'));
    expect(burst('third').filter((attempt) => attempt !== undefined)).toHaveLength(0);
    wait(1_000);
    expect(burst('fourth').filter((attempt) => attempt !== undefined)).toHaveLength(1);
  });

  it('until the last with that password has ended', () => {
    const { begin } = world({ free: 1 });
    const [one, two] = [begin('same'), begin('same')];
    expect([one !== undefined, two !== undefined]).toEqual([true, true]);
    one?.ended('undecided');
    one?.ended('undecided');
    expect(begin('other')).toBeUndefined();
    two?.ended('undecided');
    expect(begin('other')).toBeDefined();
  });

  it('but what nobody decided is no failure', () => {
    const { begin, guesses } = world();
    for (let n = 0; n < 50; n += 1) begin(`undecided ${n}`)?.ended('undecided');
    expect(guesses(FREE + 1)).toEqual(Array(FREE + 1).fill(true));
  });
});

describe('the password that succeeded last', () => {
  const lockedOut = () => {
    const the = world();
    the.attempt(RIGHT);
    the.guesses(FREE + 10);
    for (let lock = 1_000; lock < LOCK_MS; lock *= 2) {
      the.wait(lock);
      the.guess();
    }
    return the;
  };

  it('is let through a lock, from its source alone', () => {
    const { guesses, guess, attempt, wait } = lockedOut();
    wait(1_000);
    expect([guess(), attempt(RIGHT)]).toEqual([false, false]);
    wait(1_000);
    expect(attempt(RIGHT)).toBe(true);
    guesses(FREE + 1, '192.0.2.8');
    expect(attempt(RIGHT, '192.0.2.8')).toBe(false);
  });

  it('does not unlock for others, nor give free guesses anew', () => {
    const { guesses, attempt, wait } = lockedOut();
    wait(1_000);
    expect(attempt(RIGHT)).toBe(true);
    expect(guesses(5)).toEqual([false, false, false, false, false]);
  });

  it('is compared once in a second, and with thirty others in an hour, whoever asks', () => {
    const { guesses, guess, attempt, wait } = world();
    attempt(RIGHT);
    guesses(FREE + 1);
    for (let lock = 1_000; lock < LOCK_MS; lock *= 2) {
      wait(lock);
      guess();
    }
    const tries = () => {
      let passed = 0;
      for (let n = 0; n < 29; n += 1) {
        guess();
        wait(1_000);
        if (attempt(RIGHT)) passed += 1;
        wait(1_000);
      }
      return passed;
    };
    wait(HOUR_MS - 1_023_000);
    guess();
    // What does match is not counted, so this is 29 of thirty.
    expect(tries()).toBe(29);
    guess();
    wait(1_000);
    expect(attempt(RIGHT)).toBe(false);
    wait(LOCK_MS);
    guess();
    wait(HOUR_MS - LOCK_MS);
    guess();
    expect(tries()).toBe(29);
  });

  it('is not compared with what is known to be wrong', () => {
    const { attempt, guesses, wait } = world();
    attempt(RIGHT);
    attempt('the old password');
    guesses(FREE);
    for (let n = 0; n < 200; n += 1) expect(attempt('the old password')).toBe(false);
    wait(999);
    expect(attempt(RIGHT)).toBe(true);
  });

  it('is forgotten when it fails', () => {
    const { attempt, begin, guess, guesses, wait } = world();
    attempt(RIGHT);
    begin(RIGHT)?.ended('failed');
    // So many that it is not known to be wrong any more either.
    guesses(FREE);
    for (let lock = 1_000; lock < 64_000; lock *= 2) {
      wait(lock);
      guess();
    }
    wait(1_000);
    expect(attempt(RIGHT)).toBe(false);
  });
});

it('within any hour a guesser is heard 23 times, however often the owner logs in', () => {
  const { attempt, guess, wait, now } = world();
  const heard: number[] = [];
  for (let step = 0; step < 4 * 3_600; step += 1) {
    if (step % 30 === 0) attempt(RIGHT);
    wait(500);
    if (guess()) heard.push(now());
    wait(500);
  }
  const most = Math.max(
    ...heard.map((from) => heard.filter((at) => at >= from && at < from + HOUR_MS).length),
  );
  expect(most).toBe(FREE + 13);
});

it('remembers the sixteen most recent wrong passwords, and of who succeeds nothing that needs room', () => {
  const { attempt, guess, guesses } = world({ free: 20, maxPairs: 5 });
  attempt('the old password');
  guesses(15);
  attempt('the old password');
  expect(guess()).toBe(true);
  attempt('the old password');
  // One old password twice and sixteen guesses: two are left of the twenty.
  for (let n = 0; n < 100; n += 1) attempt(RIGHT, SOURCE, `somebody else ${n}`);
  expect(guesses(4)).toEqual([true, true, true, false]);
});

it('a password that was wrong once and is right now passes a lock like any that was right', () => {
  const { begin, attempt, guesses, wait } = world();
  begin(RIGHT)?.ended('failed');
  const other = begin('somebody who guesses');
  expect(attempt(RIGHT)).toBe(true);
  other?.ended('failed');
  guesses(FREE);
  wait(100);
  expect(attempt('a guess')).toBe(false);
  wait(1_000);
  guesses(1);
  wait(1_000);
  expect(attempt(RIGHT)).toBe(true);
});

it('who has used up half of his free guesses is not made to be forgotten by others who have used up fewer', () => {
  const { guess, guesses, begin } = world({ maxPairs: 50 });
  guesses(6);
  for (let n = 0; n < 1_000; n += 1) guess(SOURCE, `made-up ${n}`);
  guesses(4);
  begin('held open');
  expect(guess()).toBe(false);
});

it('made-up usernames do not push out a lock before each has used up half of what is free', () => {
  const { guesses, guess } = world({ maxPairs: 5 });
  guesses(FREE + 1);
  for (let n = 0; n < 100; n += 1) guesses(FREE / 2, SOURCE, `made up ${n}`);
  expect(guess()).toBe(false);
  for (let n = 0; n < 5; n += 1) guesses(FREE + 1, SOURCE, `made up again ${n}`);
  expect(guess()).toBe(true);
});
