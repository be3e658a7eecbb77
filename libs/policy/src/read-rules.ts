/** The rule that decided, in the order the rules are tried. Part of the explanation and of every decision table. */
export const readRules = [
  'platform_frozen',
  'tier_unknown', // the user's tier does not exist: nobody knows what holds
  'tier_frozen',
  'user_frozen',
  'machine_frozen',
  'budget', // budget mode, and no permit of the user was named
  'no_reference',
  'permit_unknown', // also another user's: permits are looked up among the asking user's own
  'permit_settled',
  'permit_released',
  'permit_expired',
  'chain_not_enabled',
  'chain_frozen',
  'destination_not_allowed',
  'destination_expired',
  'destination_cooling_off',
  'limit_exceeded',
  'balance_missing',
  'balance_stale',
  'balance_insufficient',
  'granted',
  'granted_again',
] as const;
export type ReadRule = (typeof readRules)[number];
