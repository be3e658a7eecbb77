import { bitcoin, dora, retail } from '../demo-world';
import { DAY_MS, per24HoursKey } from '../limits';
import { allZero, explain, grants, read, type Stage } from './stage';

const AMOUNT = '0.1';
const AT_ONCE = 6;

/** What is settled and what is held count against the cap alike, and parallel reads cannot share what is left. */
export async function dailyCap(stage: Stage): Promise<void> {
  const { platform, transcript } = stage;
  transcript.act(
    `Dora's tier allows ${retail.most} bitcoin in 24 hours. She has sent 0.05, then asks for ${AT_ONCE} times ${AMOUNT} at once.`,
  );
  for (const { key, limit, layer } of await platform.effectiveLimits(dora.uid, 'bitcoin')) {
    transcript.say(`in force: ${key} ${limit?.max}, from the ${layer}`);
  }
  const sent = await platform.registerPermit(bitcoin(dora.uid, '0.05'));
  await read(stage, dora.uid, sent);
  await platform.settlePermit(dora.uid, sent);
  const { endedAtMs } = await platform.getPermit(dora.uid, sent);

  const references = await Promise.all(
    Array.from({ length: AT_ONCE }, () => platform.registerPermit(bitcoin(dora.uid, AMOUNT))),
  );
  const readAll = () => Promise.all(references.map((reference) => read(stage, dora.uid, reference)));
  const replies = await readAll();
  const granted = references.filter((_, i) => replies[i] && grants(replies[i], AMOUNT));
  const refusals = references.filter((_, i) => replies[i] && allZero(replies[i]));
  transcript.check(
    `as many as fit are granted: 2 of ${AT_ONCE}; the others get zeros`,
    granted.length === 2 && refusals.length === AT_ONCE - 2,
    replies,
  );
  const [firstRefusal = ''] = refusals;
  const { binding, headroom, moreAt } = await explain(stage, dora.uid, firstRefusal);
  const left = headroom.find(({ key }) => key === per24HoursKey);
  transcript.say(
    `${left?.key}: ${left?.max} allowed, ${left?.used} settled, ${left?.held} held, ${left?.before} left`,
  );
  transcript.check(
    'the refusal names the limit, its layer and what is left of it',
    binding?.key === per24HoursKey && binding.layer === 'tier' && left?.before === '0.05',
    { binding, left },
  );
  transcript.check(
    'and when more becomes available: 24 hours after what was sent',
    moreAt === endedAtMs + DAY_MS,
    { moreAt, endedAtMs },
  );
  const again = await readAll();
  transcript.check(
    'all of them asked again: the same answers',
    again.every(({ plaintext }, i) => plaintext === replies[i]?.plaintext),
    again,
  );
  for (const reference of granted) await platform.settlePermit(dora.uid, reference);
}
