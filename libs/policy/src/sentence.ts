import type { Decision } from './decision';

/** The explanation as one sentence for a person. Says nothing that the decision's other members do not say. */
export function sentenceOf(decision: Omit<Decision, 'sentence'>): string {
  const { asked, binding, usableFrom, headroom, moreAt } = decision;
  const operation = asked === null ? 'the operation' : `${asked.amount} on ${asked.chainId}`;
  switch (decision.rule) {
    case 'granted':
    case 'granted_again': {
      const left = headroom.find(({ key }) => key === binding?.key)?.after ?? '0';
      return binding === null
        ? `Granted: ${operation}.`
        : `Granted: ${operation}; the tightest limit, ${named(binding)}, has ${left} left after it.`;
    }
    case 'limit_exceeded':
    case 'balance_insufficient': {
      const left = headroom.find(({ key }) => key === binding?.key)?.before ?? '0';
      const more = moreAt === null ? '' : `; more becomes available at ${time(moreAt)}`;
      const limit = binding === null ? 'a limit' : named(binding);
      return `Refused: ${operation} does not fit into ${limit}, which has ${left.startsWith('-') ? '0' : left} left${more}.`;
    }
    case 'destination_cooling_off':
      return `Refused: ${operation} goes to a new destination, usable from ${usableFrom === null ? 'later' : time(usableFrom)}.`;
    case 'budget':
      return 'Told what is left on every chain, without a hold: a budget, which two reads at once may both be told.';
    case 'platform_frozen':
    case 'tier_unknown':
    case 'tier_frozen':
    case 'user_frozen':
    case 'machine_frozen':
    case 'no_reference':
    case 'permit_unknown':
    case 'permit_settled':
    case 'permit_released':
    case 'permit_expired':
    case 'chain_not_enabled':
    case 'chain_frozen':
    case 'destination_not_allowed':
    case 'destination_expired':
    case 'balance_missing':
    case 'balance_stale':
      return `Refused: ${operation}, because ${because[decision.rule]}.`;
  }
}

const because = {
  platform_frozen: 'the platform is frozen',
  tier_unknown: "the user's tier does not exist",
  tier_frozen: "the user's tier is frozen",
  user_frozen: 'the user is frozen',
  machine_frozen: 'the machine is frozen',
  no_reference: 'no permit was named',
  permit_unknown: 'the user has no such permit',
  permit_settled: 'the permit was carried out before',
  permit_released: 'the permit was given up before',
  permit_expired: 'the permit has expired',
  chain_not_enabled: 'the chain is not enabled',
  chain_frozen: 'the chain is frozen',
  destination_not_allowed: "the destination is not on the user's list",
  destination_expired: "the destination's place on the list has expired",
  balance_missing: 'the ledger has told no balance',
  balance_stale: "the ledger's balance is too old",
} as const;

const named = ({ key, layer, max }: NonNullable<Decision['binding']>): string =>
  layer === 'balance' ? `the balance of ${max}` : `${key} of the ${layer} (${max})`;

const time = (ms: number): string => new Date(ms).toISOString();
