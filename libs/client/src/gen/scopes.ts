// Generated from the table of the admin service by `npm run types -w @countersign/client`: do not edit.

export const scopes = [
  'audit:checkpoint',
  'balances:write',
  'changes:approve',
  'changes:propose',
  'changes:read',
  'decisions:read',
  'destinations:read',
  'destinations:write',
  'events:read',
  'freezes:lift',
  'freezes:read',
  'freezes:write',
  'limits:read',
  'limits:write',
  'machines:read',
  'machines:write',
  'permits:read',
  'permits:reconcile',
  'permits:settle',
  'permits:write',
  'platform:read',
  'platform:write',
  'policy:publish',
  'policy:read',
  'policy:write',
  'tiers:read',
  'tiers:write',
  'users:read',
  'users:write',
] as const;

/** What a token may allow. */
export type Scope = (typeof scopes)[number];
