import { current, limitsOf, type Books } from './books';
import type { Intent, Issued, LogEvent } from './intent';
import { textOf } from './authority';
import { isSamePlace, type Permit, type User, type Version } from './state';
import { demand, violation } from '../violation';

/** What became of a call, as its caller sees it. */
export type Answer =
  | { readonly how: 'done'; readonly reply: ReadReply | null }
  | { readonly how: 'refused'; readonly code: string }
  /** The process died; nobody knows what happened. */
  | { readonly how: 'died' };

export interface ReadReply {
  readonly rule: string;
  readonly decisionId: string;
  readonly limits: readonly { readonly chainId: string; readonly limit: string }[];
  readonly destinations: readonly { readonly chainId: string; readonly address: string }[];
}

type ReadIntent = Extract<Intent, { readonly kind: 'read' }>;

/** What is acknowledged is in the log, and what is refused has a reason. */
export function demandAnswer(books: Books, issued: Issued, answer: Answer, now: number): void {
  const { intent, events, sure } = issued;
  if (answer.how === 'died') return;
  if (answer.how === 'refused') {
    demand(events.length === 0 || intent.kind === 'update', () => `refused, and yet: ${textOf(intent)}`);
    return demandRefusal(books, issued, answer.code);
  }
  demand(!sure || events.length > 0, () => `acknowledged, and lost: ${textOf(intent)}`);
  if (intent.kind === 'policy' && intent.loosens === true && !intent.approved && events.length === 0) return;
  if (intent.kind !== 'read' || answer.reply === null) return;
  const user = books.users.get(intent.uid);
  if (user === undefined) throw violation(`an answer about ${intent.uid}, whom nobody created`);
  demandReply(books, issued, intent, user, answer.reply, now);
}

function demandRefusal(books: Books, { intent, from }: Issued, code: string): void {
  const platforms = current(books.platform, from, Infinity);
  if (code === 'internal') throw violation(`${code}: ${textOf(intent)}`);
  if (code === 'forbidden') {
    const mayBe = intent.kind === 'policy' && intent.loosens !== false && !intent.approved;
    const approvalWanted = platforms.some(({ state }) => state.settings.loosening === 'approved');
    demand(mayBe && approvalWanted, () => `forbidden, for no reason: ${textOf(intent)}`);
  }
  if (intent.kind !== 'read') return;
  if (code === 'conflict') {
    return demand(
      platforms.some(({ state }) => state.chains.size === 0),
      () => 'a read met a conflict',
    );
  }
  if (code !== 'unauthenticated') return;
  const user = current(books.users.get(intent.uid)?.standing ?? [], from, Infinity);
  const machine = current(books.machines.get(intent.machineId ?? '') ?? [], from, Infinity);
  const inactive = [...user, ...machine].some(({ state }) => state.status !== 'active');
  demand(inactive, () => `unauthenticated, and everybody is active: ${textOf(intent)}`);
}

function demandReply(
  books: Books,
  issued: Issued,
  intent: ReadIntent,
  user: User,
  reply: ReadReply,
  now: number,
): void {
  const { rule, decisionId } = reply;
  const event = issued.events.find(({ data }) => (data as { readonly id: string }).id === decisionId);
  const permit = user.permits.get(intent.referenceId);
  if (rule === 'granted_again') {
    demandHeld(user, permit, decisionId, intent);
    demandStillAllowed(books, issued, intent, user, permit as Permit, now);
  } else {
    demand(
      event !== undefined,
      () => `${intent.uid} was told ${rule} by ${decisionId}, which is not in the log`,
    );
    demand(
      (event as LogEvent & { data: { rule: string } }).data.rule === rule,
      () => `${decisionId} says not ${rule}`,
    );
    if (rule === 'granted') demandHeld(user, permit, decisionId, intent);
  }
  if (rule === 'budget') return;
  const granted = rule.startsWith('granted') ? permit : undefined;
  for (const { chainId, limit } of reply.limits) {
    const wanted = chainId === granted?.chainId ? granted.amountText : '0';
    demand(limit === wanted, () => `${decisionId} (${rule}) told ${limit} on ${chainId}, not ${wanted}`);
  }
  demand(
    reply.limits.length > 0 && reply.destinations.length > 0,
    () => `${decisionId} told of nothing at all`,
  );
  for (const { chainId, address } of reply.destinations) {
    const right =
      granted === undefined ? address === 'none' : chainId === granted.chainId && address === granted.address;
    demand(right, () => `${decisionId} (${rule}) told of ${address} on ${chainId}`);
  }
}

function demandHeld(user: User, permit: Permit | undefined, decisionId: string, intent: ReadIntent): void {
  demand(
    permit?.held?.decisionId === decisionId,
    () =>
      `${user.uid} was told ${intent.referenceId} is granted by ${decisionId}, held is ${permit?.held?.decisionId}`,
  );
}

/** A permit read again makes no event: what must stop it may not have been so all the while the call ran. */
function demandStillAllowed(
  books: Books,
  { from, since }: Issued,
  intent: ReadIntent,
  user: User,
  permit: Permit,
  now: number,
): void {
  const throughout = <S>(versions: readonly Version<S>[], is: (state: S) => boolean): boolean =>
    versions.length > 0 && current(versions, from, Infinity).every(({ state }) => is(state));
  const name = `${permit.id} was granted again`;
  const tierId = user.standing.at(-1)?.state.tier;
  const frozen =
    throughout(books.platform, (one) => one.frozen || (one.chains.get(permit.chainId)?.frozen ?? true)) ||
    throughout(user.standing, (one) => one.frozen || one.status !== 'active') ||
    throughout(
      books.machines.get(intent.machineId ?? '') ?? [],
      (one) => one.frozen || one.status !== 'active',
    ) ||
    (tierId !== null &&
      tierId !== undefined &&
      steady(user, from) &&
      throughout(books.tiers.get(tierId) ?? [], (one) => one.frozen));
  demand(!frozen, () => `${name} while frozen`);
  demand(permit.expiresAt > since, () => `${name} after it expired`);
  demand(permit.ended === null || permit.ended.position > from, () => `${name} after it ended`);
  if (!steady(user, from)) return;
  const destination = user.destinations.find((one) => isSamePlace(one, permit));
  const usable =
    destination !== undefined &&
    destination.usableFrom <= now &&
    (destination.expiresAt === null || destination.expiresAt > since);
  demand(usable, () => `${name} to a destination that is not usable`);
  const tiers =
    tierId === null || tierId === undefined ? [] : current(books.tiers.get(tierId) ?? [], from, Infinity);
  const tierStates = tiers.length === 0 ? [undefined] : tiers.map(({ state }) => state);
  const within = current(books.platform, from, Infinity).some(({ state: platform }) =>
    tierStates.some((tier) =>
      [since, now].some((at) =>
        limitsOf({ platform, tier, user }, permit.chainId, at).every(
          ({ limit, max }) => limit.kind !== 'transaction' || permit.amount <= max,
        ),
      ),
    ),
  );
  demand(within, () => `${name} over the cap per operation`);
}

/** Whether nothing about the user but its permits and balances changed since. */
const steady = ({ changedAt }: User, from: number): boolean => (changedAt.at(-1) ?? 0) <= from;
