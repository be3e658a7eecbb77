import { current, type Books } from './books';
import type { Intent, Issued, LogEvent, PolicyIntent, UpdatePayload } from './intent';
import type { Permit } from './state';
import { units, unitsText } from './units';
import { demand, violation } from '../violation';

/**
 * Whether somebody asked for what an event says, in just these words. So nothing is freed, moved, widened or made up: a
 * hold ends only by a settlement, a release, a trusted update or an operator's word on a suspect one.
 */
export function demandAuthority(books: Books, issued: Issued, event: LogEvent, now: number): void {
  const { intent } = issued;
  const data = event.data as Readonly<Record<string, unknown>>;
  const refuse = () =>
    violation(`${event.type} on ${event.kind} ${event.id} by a call that was ${textOf(intent)}`);
  const same = (wanted: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(wanted)) {
      demand(
        canonical(data[name]) === canonical(value),
        () =>
          `${event.type} of ${event.id} has ${name} ${JSON.stringify(data[name])}, asked was ${textOf(intent)}`,
      );
    }
  };

  switch (intent.kind) {
    case 'read':
      if (!/^(permit\.held|read\.refused|read\.budgeted)$/.test(event.type)) throw refuse();
      return same({ uid: intent.uid, machineId: intent.machineId, referenceId: intent.referenceId });
    case 'register':
      if (event.type !== 'permit.registered' || event.id !== intent.uid) throw refuse();
      return same({
        chainId: intent.chainId,
        amount: intent.amount,
        address: intent.address,
        tag: intent.tag,
        expiresAt: Number(data.registeredAt) + intent.lifetimeMs,
        hold: null,
      });
    case 'balance':
      if (event.type !== 'balance.pushed' || event.id !== intent.uid) throw refuse();
      demandCountedFrom(issued, event, intent.asOf);
      return same({ chainId: intent.chainId, amount: intent.amount, asOf: intent.asOf });
    case 'suspects':
      if (event.type !== 'permit.suspected' || event.id !== intent.uid) throw refuse();
      return;
    case 'policy':
      if (event.type !== intent.type || `${event.kind} ${event.id}` !== intent.on) throw refuse();
      demandApproval(books, issued, intent, event);
      return same(intent.data);
    case 'update':
      if (event.type === 'notification.received') return same({ uid: intent.payload.uid });
      break;
    case 'settle':
    case 'release':
    case 'reconcile':
      break;
  }

  const permit = books.users.get(event.id)?.permits.get(String(data.id));
  if (permit === undefined) throw refuse();
  const ending = endingOf(intent, permit);
  if (ending === undefined || ending.type !== event.type) throw refuse();
  demand(
    data.by === ending.by || (ending.by === 'update' && String(data.by).startsWith('update:')),
    () => refuse().message,
  );
  const at = Number(data.at);
  demand(at >= issued.since && at <= now, () => `${event.type} of ${permit.id} at a time that is not now`);
  if (intent.kind === 'reconcile') demandSuspect(books, issued, permit, at, event.position);
  if (ending.type === 'permit.released') {
    demand(permit.ended === null, () => `${permit.id} ended twice`);
    return;
  }
  demand(permit.ended?.how !== 'settled', () => `${permit.id} was settled twice`);
  same({ amount: ending.amount });
  const overs = expectedOf(permit).map((expected) => unitsText(overOf(expected, ending.amount)));
  demand(
    overs.includes(String(data.over)),
    () => `${permit.id} moved more than was held by ${String(data.over)}`,
  );
}

/** From its as-of time, or from its push if that was earlier. The push is known to lie within the call, and no better. */
function demandCountedFrom({ since }: Issued, { id, at, data }: LogEvent, asOf: number): void {
  const { countedFrom } = data as { readonly countedFrom: number };
  demand(
    countedFrom >= Math.min(asOf, since) && countedFrom <= Math.min(asOf, at),
    () => `a balance of ${id} as of ${asOf}, pushed from ${since} to ${at}, is counted from ${countedFrom}`,
  );
}

/** What could be moved without being an over. Without a hold it depends on the mode of the user's tier at that moment. */
const expectedOf = (permit: Permit): readonly bigint[] => {
  if (permit.ended !== null) return [0n];
  return permit.held === null ? [0n, permit.amount] : [permit.amount];
};

const overOf = (expected: bigint, amount: string): bigint => {
  const over = units(amount) - expected;
  return over > 0n ? over : 0n;
};

interface Ending {
  readonly type: 'permit.settled' | 'permit.released';
  readonly amount: string;
  readonly by: string;
}

/** How that intent may end that permit; undefined when it may not. */
function endingOf(intent: Intent, permit: Permit): Ending | undefined {
  const settled = (by: string, amount: string | null): Ending => ({
    type: 'permit.settled',
    amount: amount ?? permit.amountText,
    by,
  });
  const released = (by: string): Ending => ({ type: 'permit.released', amount: '0', by });
  if (intent.kind === 'update') {
    if (intent.owner !== permit.uid || permit.held === null || permit.ended !== null) return undefined;
    return endingOfUpdate(intent.payload, permit, settled, released);
  }
  if (!('id' in intent) || intent.id !== permit.id || intent.uid !== permit.uid) return undefined;
  if (intent.kind === 'settle') return settled('ledger', intent.amount);
  if (intent.kind === 'release') return released('ledger');
  return intent.settled === undefined ? released('reconcile') : settled('reconcile', intent.settled);
}

function endingOfUpdate(
  { event, reference, moved, destination }: UpdatePayload,
  permit: Permit,
  settled: (by: string, amount: string | null) => Ending,
  released: (by: string) => Ending,
): Ending | undefined {
  const there = destination?.chain_id === permit.chainId && destination.address === permit.address;
  if (destination !== undefined && !there) return undefined;
  if (event === 'withdrawn') return there ? settled('update', null) : undefined;
  if (reference !== permit.id) return undefined;
  if (event === 'completed' && moved !== undefined) return settled('update', moved);
  if (event === 'done') return settled('update', null);
  return event === 'failed' ? released('update') : undefined;
}

function demandSuspect(books: Books, { from }: Issued, permit: Permit, at: number, position: number): void {
  const after = current(books.platform, from, position).map(({ state }) => state.settings.suspectAfterMs);
  const suspect = permit.suspected || (permit.held !== null && at - permit.held.at >= Math.min(...after));
  demand(suspect, () => `${permit.id} was reconciled and is not suspect`);
}

function demandApproval(
  books: Books,
  { from }: Issued,
  intent: PolicyIntent,
  { position, type }: LogEvent,
): void {
  if (intent.loosens !== true || intent.approved) return;
  const alone = current(books.platform, from, position - 1).some(
    ({ state }) => state.settings.loosening === 'alone',
  );
  demand(
    alone || books.platform.length === 0,
    () => `${type} on ${intent.on} loosens and nobody approved it`,
  );
}

/** One text whatever the order of members. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

export const textOf = (intent: Intent): string => JSON.stringify(intent);
