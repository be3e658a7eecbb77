import { buildNotification } from '@countersign/hotwallet';
import { DEFAULT_SETTINGS } from '@countersign/policy';
import { address, bitcoin, grace } from '../demo-world';
import { per24HoursKey } from '../limits';
import { until } from '../until';
import { allZero, explain, grants, patiently, read, type Stage } from './stage';

const SUSPECT_AFTER_MS = 1_000; // the least that can be set
const REASON = 'the transaction was never broadcast, says the node';

/** A hold without news still counts, is made known, and ends only by somebody's word. Time is real here: a second of it. */
export async function suspectHold(stage: Stage): Promise<void> {
  const { wallet, platform, transcript } = stage;
  transcript.act(
    'Grace may move 0.3 bitcoin in 24 hours. Two transfers of 0.1 start; of one no news ever comes.',
  );
  const [silent, reported] = [
    await platform.registerPermit(bitcoin(grace.uid, '0.1')),
    await platform.registerPermit(bitcoin(grace.uid, '0.1')),
  ];
  const started = [await read(stage, grace.uid, silent), await read(stage, grace.uid, reported)];
  transcript.check(
    'both are granted and held',
    started.every((reply) => grants(reply, '0.1')),
    started,
  );

  const subject = { uid: grace.uid, chainId: 'bitcoin', address, reference: reported, amount: '0.08' };
  const notification = buildNotification('omnibus.transaction_completed', subject);
  transcript.say(`→ /update ${JSON.stringify(notification)}`);
  const replies = [
    await patiently(stage, () => wallet.update(notification)),
    await patiently(stage, () => wallet.update(notification)),
  ];
  const ended = await platform.getPermit(grace.uid, reported);
  transcript.check(
    'a trusted /update settles the one it names, once, with the 0.08 that really moved',
    replies.every(({ outer }) => outer?.success) &&
      ended.status === 'settled' &&
      ended.movedAmount === '0.08',
    { replies, ended },
  );

  transcript.say(`the platform calls a hold suspect after ${SUSPECT_AFTER_MS} ms without news`);
  await platform.changeSettings({ suspectAfterMs: SUSPECT_AFTER_MS });
  const marked = await until('the silent hold to be marked as suspect', async () =>
    (await platform.events(grace.uid)).find(({ type }) => type === 'permit.suspected'),
  );
  const { status } = await platform.getPermit(grace.uid, silent);
  transcript.check(
    'the other becomes suspect, and the engine tells everybody who watches',
    status === 'suspect' && marked.actor === 'engine' && marked.data.includes(silent),
    { status, marked },
  );

  const next = await platform.registerPermit(bitcoin(grace.uid, '0.15'));
  const blocked = await read(stage, grace.uid, next);
  const refusal = await explain(stage, grace.uid, next);
  const row = refusal.headroom.find(({ key }) => key === per24HoursKey);
  transcript.check(
    'it still counts: 0.08 settled and 0.1 held leave too little for the next 0.15',
    allZero(blocked) && row?.used === '0.08' && row.held === '0.1' && row.before === '0.12',
    { blocked, row },
  );

  transcript.say(`an operator reconciles it as never carried out: “${REASON}”`);
  await platform.reconcileReleased(grace.uid, silent, REASON);
  const word = await until('the reconciliation to be told', async () =>
    (await platform.events(grace.uid)).find(({ type }) => type === 'permit.released'),
  );
  const { endedBy } = await platform.getPermit(grace.uid, silent);
  transcript.check('with the reason in the event', endedBy === 'reconcile' && word.reason === REASON, word);
  const granted = await read(stage, grace.uid, next);
  const decision = await explain(stage, grace.uid, next);
  const after = decision.headroom.find(({ key }) => key === per24HoursKey);
  transcript.check(
    'the headroom is back, and the same permit is granted',
    grants(granted, '0.15') && after?.before === '0.22',
    { granted, after },
  );
  await platform.settlePermit(grace.uid, next);
  await platform.changeSettings({ suspectAfterMs: DEFAULT_SETTINGS.suspectAfterMs });
}
