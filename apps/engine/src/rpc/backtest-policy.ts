import { createPast, fetchPolicy, replayUser, type Outcome } from '@countersign/commands';
import { notReplayed, parsePolicyInTurns, planInTurns, type Draft } from '@countersign/policy';
import type { AdminHandlers, BacktestDifference } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { pageSize } from '../page-size';
import { documentText } from '../policy-lookup';
import { inTurns } from '../policy-turns';

type Deps = Pick<EngineDeps, 'policies' | 'platform' | 'store' | 'now'>;

/** Users fetched at once: each comes with its whole state. */
const PAGE = 20;
/** Well under what one message may hold. */
const MAX_TOLD = 500;
/** Of the time there is: what is begun has to be ended and told. */
const SHARE_OF_TIME = 0.7;

/**
 * Which past answers a document would have changed, had it always been in force. A page ends early when the time is
 * nearly up or much was found, always behind a whole user; the reply says where to go on. Others have their turn in
 * between, since the same process answers /read.
 */
export const backtestPolicy =
  (deps: Deps): AdminHandlers['backtestPolicy'] =>
  async (request, { deadline, signal }) => {
    const { store, now } = deps;
    const size = pageSize(request.limit);
    const text = await documentText(deps, request, deadline);
    const document = await inTurns(parsePolicyInTurns(text), signal);
    const { inForce } = await fetchPolicy(deps, deadline);
    const { platform, tiers } = (await inTurns(planInTurns(inForce, document), signal)).after;
    const draft: Draft = {
      ...(platform && { platform }),
      tiers: Object.fromEntries(tiers.map((tier) => [tier.tierId, tier])),
    };

    const past = createPast(store);
    const period = { since: 0, until: Infinity };
    const until = now() + (deadline - now()) * SHARE_OF_TIME;
    const differences: BacktestDifference[] = [];
    const unusable: string[] = [];
    let [users, decisions, untold] = [0, 0, 0];
    let after = request.after;
    let isLast = false;
    const isEnough = () => users >= size || differences.length >= MAX_TOLD || (users > 0 && now() >= until);

    while (!isLast && !isEnough()) {
      const limit = Math.min(PAGE, size - users);
      const page = await store.list('user', { ...(after !== '' && { after }), limit }, { deadline });
      for (const { id: uid } of page) {
        if (isEnough()) break;
        const replayed = await replayUser({ store, past, signal }, { uid, draft, period }, (outcome) => {
          if (differences.length < MAX_TOLD) differences.push(told(outcome));
          else untold += 1;
        });
        if (replayed.problem !== undefined) unusable.push(`${uid}: ${replayed.problem}`);
        decisions += replayed.decisions;
        users += 1;
        after = uid;
      }
      isLast = page.length < limit && (page.at(-1)?.id ?? after) === after;
    }
    return {
      differences,
      users,
      decisions,
      untold,
      unusable,
      notReplayed: [...notReplayed(draft, inForce)],
      nextAfter: isLast ? '' : after,
    };
  };

const outcomes = { granted: 'granted', refused: 'refused', budget: 'budgeted' } as const;

const told = ({ uid, at, decisionId, asked, was, would }: Outcome): BacktestDifference => ({
  uid,
  atMs: at,
  decisionId,
  was: outcomes[was.outcome],
  would: outcomes[would.outcome],
  rule: would.rule,
  limitKey: would.binding?.key ?? '',
  layer: would.binding?.layer ?? '',
  chainId: asked?.chainId ?? '',
  amount: asked?.amount ?? '',
});
