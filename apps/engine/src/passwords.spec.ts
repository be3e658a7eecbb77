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

it('does no work for those who have gone', async () => {
  const passwords = await make(1, 10);
  const gone = new AbortController();
  const first = passwords.verify(undefined, 'p', open());
  const second = passwords.verify(undefined, 'p', gone.signal);
  gone.abort();
  await first;
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
});
