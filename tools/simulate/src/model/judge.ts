import { limitsOf, type Books, type View } from './books';
import type { InForce } from './limits';
import { isSamePlace, type Permit } from './state';
import { balanceOf, takenOf, type Taken } from './taken';
import { ONE, units, unitsText } from './units';
import { demand } from '../violation';

/** A decision as the engine recorded it, as far as it can be judged. */
export interface DecisionData {
  readonly id: string;
  readonly at: number;
  readonly uid: string;
  readonly machineId: string | null;
  readonly referenceId: string;
  readonly outcome: string;
  readonly rule: string;
  readonly revisions: {
    readonly user: number;
    readonly platform: number;
    readonly tier: number | null;
    readonly machine: number | null;
  };
  readonly binding: { readonly key: string } | null;
  readonly headroom: readonly Row[];
  readonly budget: readonly { readonly chainId: string; readonly limit: string }[] | null;
}

interface Row {
  readonly key: string;
  readonly used: string;
  readonly held: string;
  readonly before: string;
  readonly after: string;
}

const LIMITS = 'limits';
const BALANCE: ReadonlySet<string> = new Set(['balance_missing', 'balance_stale', 'balance_insufficient']);

/**
 * Judges a decision from scratch: the rule that decides, and every number of every limit. A grant must fit what truly
 * was settled and is open; a refusal must be right at the latest when history is taken for 1 % younger than it is.
 * Returns the limits that were in force.
 */
export function judge(
  books: Books,
  view: View,
  decision: DecisionData,
  asked: Permit | undefined,
): readonly InForce[] {
  const { rule, at } = decision;
  const blunt = bluntRule(view, decision, asked);
  const fits = rule === 'granted' || rule === 'limit_exceeded' || BALANCE.has(rule);
  demand(
    blunt === (fits ? LIMITS : rule),
    () => `${decision.id} was decided by ${rule}, and must be by ${blunt}`,
  );
  if (!fits || asked === undefined) return [];

  const caps = limitsOf(view, asked.chainId, at);
  const taken = takenOf(books, view, asked, at, caps);
  demandRows(decision, taken, asked);
  const looked =
    asked.held === null ? taken : taken.filter(({ key }) => key.startsWith('amount/transaction'));
  const exceeded = looked.filter((one) => truly(one).before < need(one, asked));
  if (rule === 'limit_exceeded') {
    const binding = looked.find(({ key }) => key === decision.binding?.key);
    demand(
      binding !== undefined && atMost(binding).before < need(binding, asked),
      () => `${decision.id} was refused by ${decision.binding?.key}, which has room: ${shown(binding)}`,
    );
    return caps;
  }
  demand(exceeded.length === 0, () => `${decision.id}: ${rule}, over the limit ${shown(exceeded[0])}`);
  demandBalance(view, decision, asked);
  return caps;
}

/** What stands before any limit, in the order in which the rules are documented to be tried. */
function bluntRule(
  { platform, tier, machine, standing, user }: View,
  { at, referenceId }: DecisionData,
  asked: Permit | undefined,
): string {
  if (platform.frozen) return 'platform_frozen';
  if (standing.tier !== null && tier === undefined) return 'tier_unknown';
  if (tier?.frozen === true) return 'tier_frozen';
  if (standing.frozen) return 'user_frozen';
  if (machine?.frozen === true) return 'machine_frozen';
  if (asked === undefined && tier?.mode === 'budget') return 'budget';
  if (referenceId === '') return 'no_reference';
  if (asked === undefined) return 'permit_unknown';
  if (asked.ended !== null) return asked.ended.how === 'settled' ? 'permit_settled' : 'permit_released';
  if (asked.expiresAt <= at) return 'permit_expired';
  const chain = platform.chains.get(asked.chainId);
  if (chain === undefined) return 'chain_not_enabled';
  if (chain.frozen) return 'chain_frozen';
  const destination = user.destinations.find((one) => isSamePlace(one, asked));
  if (destination === undefined) return 'destination_not_allowed';
  if (destination.expiresAt !== null && destination.expiresAt <= at) return 'destination_expired';
  return destination.usableFrom > at ? 'destination_cooling_off' : LIMITS;
}

const need = ({ key }: Taken, { amount }: Permit): bigint => (key.startsWith('count/') ? ONE : amount);

interface Left {
  readonly used: bigint;
  readonly before: bigint;
}

const truly = ({ share, max, used, held }: Taken): Left => ({
  used,
  before: (share?.max ?? max) - used - held,
});

const atMost = ({ share, max, usedAtMost, held }: Taken): Left => ({
  used: usedAtMost,
  before: (share?.maxAtLeast ?? max) - usedAtMost - held,
});

/** Every limit in force is explained, with what is held exactly and what is used between the truth and its margin. */
function demandRows({ id, headroom }: DecisionData, taken: readonly Taken[], asked: Permit): void {
  const rows = headroom.filter(({ key }) => key !== 'balance');
  const keys = (from: readonly { readonly key: string }[]) => from.map(({ key }) => key).join(' ');
  demand(keys(rows) === keys(taken), () => `${id} looked at ${keys(rows)}, in force is ${keys(taken)}`);
  rows.forEach((row, i) => {
    const one = taken[i] as Taken;
    const [best, worst] = [truly(one), atMost(one)];
    const used = units(row.used);
    const before = units(row.before);
    const right =
      units(row.held) === one.held &&
      used >= best.used &&
      used <= worst.used &&
      before <= best.before &&
      before >= worst.before &&
      units(row.after) === before - need(one, asked);
    demand(right, () => `${id} says ${JSON.stringify(row)}, true is ${shown(one)}`);
  });
}

function demandBalance(view: View, { id, rule, at }: DecisionData, { chainId, amount }: Permit): void {
  const known = balanceOf(view, chainId, at);
  if (rule === 'balance_missing') return demand(known === undefined, () => `${id}: there is a balance`);
  demand(known !== undefined, () => `${id}: ${rule} without a balance`);
  if (known === undefined) return;
  const stale = at - known.asOf > view.platform.settings.balanceMaxAgeMs;
  demand(
    stale === (rule === 'balance_stale'),
    () => `${id}: ${rule}, and the balance is as of ${known.asOf}`,
  );
  if (rule === 'granted') {
    const left = known.amount - known.spent - known.held;
    demand(left >= amount, () => `${id}: granted ${unitsText(amount)} of a balance of ${unitsText(left)}`);
  }
  if (rule === 'balance_insufficient') {
    const left = known.amount - known.spentAtMost - known.held;
    demand(left < amount, () => `${id}: refused ${unitsText(amount)} of a balance of ${unitsText(left)}`);
  }
}

/** In budget mode what is told must be what is left, on every chain. */
export function judgeBudget(books: Books, view: View, { id, at, budget }: DecisionData): void {
  const { platform, user } = view;
  const told = new Map(budget?.map(({ chainId, limit }) => [chainId, units(limit)]));
  demand(told.size === platform.chains.size, () => `${id} tells of ${told.size} chains`);
  for (const [chainId, chain] of platform.chains) {
    const limit = told.get(chainId);
    const balance = balanceOf(view, chainId, at);
    const usable = user.destinations.filter(
      (one) =>
        one.chainId === chainId && one.usableFrom <= at && (one.expiresAt === null || one.expiresAt > at),
    );
    const stale = balance === undefined || at - balance.asOf > platform.settings.balanceMaxAgeMs;
    const caps = limitsOf(view, chainId, at);
    const places = caps.some(({ limit: one }) => one.perDestination) ? usable : usable.slice(0, 1);
    const rows = places.flatMap((place) => takenOf(books, view, place, at, caps));
    const [most, least] =
      chain.frozen || stale || usable.length === 0
        ? [0n, 0n]
        : [
            leftOf(
              rows.map((row) => [row.key, truly(row)]),
              balance.amount - balance.spent - balance.held,
            ),
            leftOf(
              rows.map((row) => [row.key, atMost(row)]),
              balance.amount - balance.spentAtMost - balance.held,
            ),
          ];
    demand(
      limit !== undefined && limit <= most && limit >= least,
      () => `${id} tells of ${limit} on ${chainId}, left is ${unitsText(least)} to ${unitsText(most)}`,
    );
  }
}

function leftOf(rows: readonly (readonly [key: string, left: Left])[], balance: bigint): bigint {
  const counts = rows.filter(([key]) => key.startsWith('count/'));
  if (counts.some(([, { before }]) => before < ONE)) return 0n;
  const amounts = rows.filter(([key]) => !key.startsWith('count/')).map(([, { before }]) => before);
  const least = [balance, ...amounts].reduce((a, b) => (b < a ? b : a));
  return least < 0n ? 0n : least;
}

const shown = (one: Taken | undefined): string =>
  one === undefined
    ? 'not in force'
    : `${one.key} max ${unitsText(one.share?.max ?? one.max)} used ${unitsText(one.used)} to ${unitsText(one.usedAtMost)} held ${unitsText(one.held)}`;
