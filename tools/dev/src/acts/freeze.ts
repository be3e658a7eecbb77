import { bitcoin, bob, dora, frank, retail } from '../demo-world';
import { allZero, explain, grants, read, show, type Stage } from './stage';

export async function freezeUser(stage: Stage): Promise<void> {
  const { platform, transcript } = stage;
  transcript.act('Frank has a live permit. Then risk freezes him.');
  const reference = await platform.registerPermit(bitcoin(frank.uid, '0.01'));
  const before = await read(stage, frank.uid, reference);
  transcript.check('before: granted', grants(before, '0.01'), before);
  await platform.freeze('user', frank.uid, true);
  const after = await read(stage, frank.uid, reference);
  transcript.say(`← ${show(after)}`);
  transcript.check('at the very next read: zeros', allZero(after), after);
}

export async function freezeTier(stage: Stage): Promise<void> {
  const { platform, transcript } = stage;
  transcript.act(
    `Something is wrong with the customers of the tier ${retail.tierId}: risk freezes the tier.`,
  );
  const [hers, his] = [bitcoin(dora.uid, '0.01'), bitcoin(bob.uid, '0.01')];
  const reference = await platform.registerPermit(hers);
  const other = await platform.registerPermit(his);
  const before = await read(stage, dora.uid, reference);
  await platform.freeze('tier', retail.tierId, true);
  const frozen = await read(stage, dora.uid, reference);
  const { rule } = await explain(stage, dora.uid, reference);
  transcript.check(
    "Dora's transfer was granted, and at the very next read is not",
    grants(before, hers.amount) && allZero(frozen) && rule === 'tier_frozen',
    { before, frozen, rule },
  );
  const unaffected = await read(stage, bob.uid, other);
  transcript.check('Bob, who is in no tier, goes on', grants(unaffected, his.amount), unaffected);
  await platform.freeze('tier', retail.tierId, false);
  const thawed = await read(stage, dora.uid, reference);
  transcript.check('unfrozen: the same answer as before', thawed.plaintext === before.plaintext, thawed);
  await platform.settlePermit(dora.uid, reference);
  await platform.settlePermit(bob.uid, other);
}
