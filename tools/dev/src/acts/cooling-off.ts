import { isFault } from '@countersign/policy';
import { bitcoin, erin, retail } from '../demo-world';
import { PROPOSER } from '../platform';
import { allZero, explain, grants, read, type Stage } from './stage';

const approver = 'rita-from-risk';
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
  const alone = await refusalOf(platform.waiveCoolingOff(erin.uid, 'bitcoin', fresh));
  transcript.say(`one person waives it: ${alone?.message ?? 'done'}`);
  transcript.check('one person alone cannot waive it', isFault(alone, 'forbidden'), alone);
  const waiver = { cause: null, uid: erin.uid, chainId: 'bitcoin', address: fresh, tag: '' };
  const waiving = await platform.propose({ waiveCoolingOff: waiver });
  const own = await refusalOf(platform.approve(waiving, PROPOSER));
  transcript.say(`who proposed it approves it: ${own?.message ?? 'done'}`);
  transcript.check('nobody approves what they proposed', isFault(own, 'forbidden'), own);
  await platform.approve(waiving, approver);
  const waived = await read(stage, erin.uid, reference);
  await explain(stage, erin.uid, reference);
  transcript.check('waived by two, the same permit is granted', grants(waived, '0.02', fresh), waived);
  await platform.settlePermit(erin.uid, reference);
  const alonePlease = await platform.propose({ changeSettings: { cause: null, loosening: 'alone' } });
  await platform.approve(alonePlease, approver);
}

async function refusalOf(work: Promise<unknown>): Promise<Error | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (!isFault(error)) throw error;
    return error;
  }
}
