import { createPasswords } from './passwords';

const open = (deadline = Number.MAX_SAFE_INTEGER) => ({ deadline, signal: new AbortController().signal });
const make = (concurrency: number, maxWaiting: number, now = Date.now) =>
  createPasswords({ concurrency, maxWaiting, randomText: () => 'nobody knows', now });

it('keeps argon2id with the costs it promises, and tells right from wrong', async () => {
  const passwords = await make(1, 10);
  const stored = await passwords.hash('secret', open());
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.verify(stored, 'secret', open())).toBe(true);
  expect(await passwords.verify(stored, 'Secret', open())).toBe(false);
});

it('says no to everything when there is nothing stored, even to the text of nobody', async () => {
  const passwords = await make(1, 10);
  expect(await passwords.verify(undefined, 'nobody knows', open())).toBe(false);
});

it('refuses at once when too many wait, and serves those who do', async () => {
  const passwords = await make(1, 2);
  const work = Array.from({ length: 5 }, () => passwords.verify(undefined, 'p', open()));
  const results = await Promise.allSettled(work);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  expect((results[4] as PromiseRejectedResult).reason).toMatchObject({ code: 'exhausted' });
  expect(await passwords.verify(undefined, 'p', open())).toBe(false);
});

it('leaves half of the queue, and every other turn, to logins, however many new hashes are asked for', async () => {
  const passwords = await make(1, 8);
  const order: string[] = [];
  const asked = (what: string, work: Promise<unknown>): Promise<void> =>
    work.then(
      () => void order.push(what),
      ({ code }: { code: string }) => void order.push(`${what} ${code}`),
    );
  const hashes = Array.from({ length: 6 }, (_, n) => asked(`hash ${n}`, passwords.hash('p', open())));
  const logins = Array.from({ length: 5 }, (_, n) =>
    asked(`login ${n}`, passwords.verify(undefined, 'p', open())),
  );
  await Promise.all([...hashes, ...logins]);
  expect(order).toEqual([
    'hash 5 exhausted',
    'login 4 exhausted',
    'hash 0',
    'login 0',
    'hash 1',
    'login 1',
    'hash 2',
    'login 2',
    'hash 3',
    'login 3',
    'hash 4',
  ]);
});

it('does no work for those who have gone', async () => {
  const passwords = await make(1, 10);
  const gone = new AbortController();
  const first = passwords.verify(undefined, 'p', open());
  const second = passwords.verify(undefined, 'p', { ...open(), signal: gone.signal });
  gone.abort();
  await first;
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
});

describe('who could not be answered in time is refused at once', () => {
  /** The first hash, of nobody, took 100 ms; then the clock stands still. */
  const usually100ms = (concurrency: number) => {
    const times = [0, 100];
    return make(concurrency, 100, () => times.shift() ?? 1_000);
  };
  const outcomes = async (work: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(work)).map((result) =>
      result.status === 'fulfilled' ? 'done' : (result.reason as { code: string }).code,
    );

  it('by how many go first, and by how long a hash takes', async () => {
    const passwords = await usually100ms(1);
    const login = (deadline: number) => passwords.verify(undefined, 'p', open(deadline));
    // One runs. The first who waits needs what is left of that one and his own: 200 ms at most.
    const work = [login(1_001), login(1_199), login(1_200), login(1_299), login(1_300)];
    expect(await outcomes(work)).toEqual(['done', 'exhausted', 'done', 'exhausted', 'done']);
  });

  it('the sooner the more run at once', async () => {
    const passwords = await usually100ms(2);
    const login = (deadline: number) => passwords.verify(undefined, 'p', open(deadline));
    const work = [login(1_001), login(1_001), login(1_149), login(1_150), login(1_199), login(1_200)];
    expect(await outcomes(work)).toEqual(['done', 'done', 'exhausted', 'done', 'exhausted', 'done']);
  });

  it('counts of the other queue only what goes first: every other turn', async () => {
    const passwords = await usually100ms(1);
    const first = passwords.verify(undefined, 'p', open());
    const hashes = [1, 2, 3, 4, 5].map(() => passwords.hash('p', open()));
    // A new hash goes before the first login, and two before the second.
    const logins = [1_299, 1_300, 1_499, 1_500].map((at) => passwords.verify(undefined, 'p', open(at)));
    expect(await outcomes([first, ...hashes, ...logins])).toEqual([
      ...['done', 'done', 'done', 'done', 'done', 'done'],
      ...['exhausted', 'done', 'exhausted', 'done'],
    ]);
  });

  it('a free core is given to anybody, and a slow hour is unlearnt', async () => {
    const times = [0, 60_000];
    const passwords = await make(1, 100, () => times.shift() ?? 100_000);
    const both = () =>
      outcomes([
        passwords.verify(undefined, 'p', open(100_001)),
        passwords.verify(undefined, 'p', open(101_800)),
      ]);
    expect(await both()).toEqual(['done', 'exhausted']);
    // Each of these took no time at all by this clock.
    for (let n = 0; n < 20; n += 1) await passwords.verify(undefined, 'p', open());
    expect(await both()).toEqual(['done', 'done']);
  });
});
