import { CountersignError, type Change, type Countersign } from '@countersign/client';
import { bitcoin, erin, retail } from '../demo-world';
import { DAY_MS } from '../limits';
import { until } from '../until';
import { allZero, explain, grants, read, type Stage } from './stage';

const DELAY_MS = 2_000;
const LOWERED = '0.1';
const RAISED = '0.35';
const AMOUNT = '0.12';

/** Tightening is everybody's and at once; loosening is nobody's alone, and waits. */
export async function officersDay(stage: Stage): Promise<void> {
  const { stack, platform, transcript } = stage;
  const risk = stack.as('risk', ['limits:write', 'platform:write']);
  const officer = (name: string) =>
    stack.as(name, ['changes:propose', 'changes:approve', 'changes:read', 'limits:write']);
  const [anna, ben] = [officer('anna'), officer('ben')];

  transcript.act(`Risk lowers a tier's limit; then an officer wants more than before.`);
  // Nothing that Erin did earlier in the day is to decide what follows.
  await platform.releaseAll(erin.uid);
  await risk.platform.changeSettings.mutate({
    loosening: 'approved',
    looseningDelayMs: DELAY_MS,
    ...because('two people'),
  });
  const open = await platform.registerPermit(bitcoin(erin.uid, AMOUNT));
  await risk.limits.set.mutate({ ...retailLimit(LOWERED), ...because('volatile markets') });
  const lowered = await read(stage, erin.uid, open);
  const { binding } = await explain(stage, erin.uid, open);
  transcript.check(
    `${retail.tierId}: ${LOWERED} in 24 hours, effective at the next /read of a permit from before`,
    allZero(lowered) && binding?.layer === 'tier',
    lowered,
  );

  const raise = { ...retailLimit(RAISED), ...because('markets are calm') };
  const alone = await refusalOf(risk.limits.set.mutate(raise));
  transcript.check('nobody raises it alone', alone?.code === 'forbidden', alone?.message);
  const change = await anna.changes.propose.mutate({
    change: { procedure: 'limits.set', input: retailLimit(RAISED) },
    ...because('markets are calm'),
  });
  tell(stage, change);
  const own = await refusalOf(approve(anna, change));
  transcript.say(`anna approves it herself: ${own?.message ?? 'done'}`);
  transcript.check('who proposed it cannot approve it', own?.code === 'forbidden', own?.message);
  const approved = await approve(ben, change);
  const early = await read(stage, erin.uid, open);
  transcript.check(
    'ben approves; the delay still runs, and nothing has changed yet',
    approved.status === 'approved' && allZero(early),
    { status: approved.status, early },
  );
  const applied = await until('the change to be applied', async () => {
    const found = await ben.changes.get.query({ changeId: change.changeId });
    return found.status === 'approved' ? undefined : found;
  });
  transcript.check(
    `it is applied by itself, ${DELAY_MS / 1000} seconds after it was proposed and not before`,
    applied.status === 'applied' && (applied.appliedAt ?? 0) >= change.proposedAt + DELAY_MS,
    applied,
  );
  const granted = await read(stage, erin.uid, open);
  await explain(stage, erin.uid, open);
  transcript.check('the same permit is granted now', grants(granted, AMOUNT), granted);
  const twice = await refusalOf(approve(ben, change));
  transcript.check('a change is applied once', twice?.code === 'conflict', twice?.message);
}

const retailLimit = (max: string) => ({
  layer: 'tier' as const,
  tierId: retail.tierId,
  chainId: 'bitcoin',
  limits: [{ kind: 'sliding' as const, durationMs: DAY_MS, max }],
});

const because = (reason: string) => ({ reason, idempotencyKey: crypto.randomUUID() });

const approve = (officer: Countersign, { changeId }: Change): Promise<Change> =>
  officer.changes.approve.mutate({ changeId, reason: 'agreed', idempotencyKey: crypto.randomUUID() });

function tell({ transcript }: Stage, { effect, loosenings }: Change): void {
  transcript.say(`anna proposes: ${effect.subject} would allow more (${loosenings.join(', ')})`);
  for (const { chainId, users, next } of effect.blastRadius) {
    const { before, after } = next.day;
    transcript.say(
      `the most that could leave in a day on ${chainId}, ${users} users together: ${before} before, ${after} after`,
    );
  }
}

export async function refusalOf(work: Promise<unknown>): Promise<CountersignError | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return error;
  }
}
