import { digestAfter, emptyDigest } from './digest';
import { createLogDigest } from './log-digest';

const hashes = Array.from({ length: 7 }, (_, i) => String(i).repeat(64));
const digests = hashes.reduce<readonly string[]>(
  (before, hash) => [...before, digestAfter(before.at(-1) ?? '', hash)],
  [emptyDigest],
);

it('is the digest of the events so far', () => {
  const log = createLogDigest();
  expect([log.position(), log.digest()]).toEqual([0, emptyDigest]);
  for (const hash of hashes) log.add(hash);
  expect([log.position(), log.digest()]).toEqual([7, digests[7]]);
});

it('tells whether a statement fits, of the last positions, and of none to come', () => {
  const log = createLogDigest(3);
  for (const hash of hashes) log.add(hash);
  const fits = (position: number, digest: string | undefined) => log.fits({ position, digest: digest ?? '' });
  expect([4, 5, 6, 7, 8].map((position) => fits(position, digests[position]))).toEqual([
    undefined,
    true,
    true,
    true,
    false,
  ]);
  expect([fits(5, digests[6]), fits(7, emptyDigest), fits(8, digests[5])]).toEqual([false, false, false]);
});

it('knows the empty log', () => {
  expect(createLogDigest().fits({ position: 0, digest: emptyDigest })).toBe(true);
  expect(createLogDigest().fits({ position: 0, digest: '1'.repeat(64) })).toBe(false);
});
