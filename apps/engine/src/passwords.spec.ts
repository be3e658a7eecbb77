import { createPasswords } from './passwords';

const open = () => new AbortController().signal;
const make = (concurrency: number, maxWaiting: number) =>
  createPasswords({ concurrency, maxWaiting, randomText: () => 'nobody knows' });

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
  const second = passwords.verify(undefined, 'p', gone.signal);
  gone.abort();
  await first;
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
});
