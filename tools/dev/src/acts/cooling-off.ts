import { isFault } from '@countersign/policy';
import { bitcoin, erin, retail } from '../demo-world';
import { allZero, explain, grants, read, type Stage } from './stage';

const fresh = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

/** A new destination waits. Here loosening needs a second person, so nobody can waive that alone. */
export async function coolingOff(stage: Stage): Promise<void> {
  const { platform, transcript } = stage;
  transcript.act('Erin adds an address she has never used, and sends to it at once.');
  await platform.addDestination(erin.uid, 'bitcoin', fresh, 'new wallet');
  await platform.changeSettings({ loosening: 'approved' });
  const { destinations } = await platform.getUser(erin.uid);
  const entry = destinations.find(({ address }) => address === fresh);
  transcript.say(`${fresh} is usable from ${new Date(entry?.usableFromMs ?? 0).toISOString()}`);
  transcript.check(
    `that is as long as her tier, ${retail.tierId}, asks for`,
    entry !== undefined && entry.usableFromMs - entry.addedAtMs === retail.coolingOffMs,
    entry,
  );
  const reference = await platform.registerPermit({ ...bitcoin(erin.uid, '0.02'), address: fresh });
  const early = await read(stage, erin.uid, reference);
  const { usableFrom } = await explain(stage, erin.uid, reference);
  transcript.check(
    'zeros, and the explanation says when it can be used',
    allZero(early) && usableFrom === entry?.usableFromMs,
    { early, usableFrom },
  );
  const alone = await platform.waiveCoolingOff(erin.uid, 'bitcoin', fresh).then(
    () => undefined,
    (error: unknown) => error,
  );
  transcript.say(`one person waives it: ${alone instanceof Error ? alone.message : 'done'}`);
  transcript.check('one person alone cannot waive it', isFault(alone, 'forbidden'), alone);
  await platform.waiveCoolingOff(erin.uid, 'bitcoin', fresh, 'rita-from-risk');
  const waived = await read(stage, erin.uid, reference);
  await explain(stage, erin.uid, reference);
  transcript.check('waived by two, the same permit is granted', grants(waived, '0.02', fresh), waived);
  await platform.settlePermit(erin.uid, reference);
  await platform.changeSettings({ loosening: 'alone' }, 'rita-from-risk');
}
