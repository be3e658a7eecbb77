/**
 * Who may call what: every procedure by its path, and the scope it asks for. Deny by default: a path without a row is
 * forbidden to everybody, whatever its token says, and a test holds this table against the router both ways.
 */
export const scopes = [
  'users:read',
  'users:write',
  'machines:read',
  'machines:write',
  'tiers:read',
  'tiers:write',
  'platform:read',
  'platform:write',
  'limits:read',
  'limits:write',
  'destinations:read',
  'destinations:write',
  'balances:write',
  'permits:read',
  'permits:write',
  'permits:settle',
  'permits:reconcile',
  'freezes:read',
  'freezes:write',
  'freezes:lift',
  'changes:propose',
  'changes:approve',
  'changes:read',
  'events:read',
  'decisions:read',
  'policy:read',
  'policy:write',
  'policy:publish',
  'audit:checkpoint',
] as const;

export type Scope = (typeof scopes)[number];

export interface Access {
  readonly scope: Scope;
  /** Needs a token that was never used for such a procedure before: what cannot be taken back is not replayed. */
  readonly fresh?: true;
  /** Handles up to a thousand items, so it gets the longer budget. */
  readonly bulk?: true;
}

export const access: Readonly<Record<string, Access>> = {
  'users.create': { scope: 'users:write' },
  'users.createMany': { scope: 'users:write', bulk: true },
  'users.get': { scope: 'users:read' },
  'users.list': { scope: 'users:read' },
  'users.setRole': { scope: 'users:write' },
  'users.setTier': { scope: 'users:write' },
  'users.setStatus': { scope: 'users:write' },
  'users.resetCredential': { scope: 'users:write' },

  'machines.create': { scope: 'machines:write' },
  'machines.createMany': { scope: 'machines:write', bulk: true },
  'machines.get': { scope: 'machines:read' },
  'machines.list': { scope: 'machines:read' },
  'machines.setStatus': { scope: 'machines:write' },

  'tiers.create': { scope: 'tiers:write' },
  'tiers.change': { scope: 'tiers:write' },
  'tiers.get': { scope: 'tiers:read' },
  'tiers.list': { scope: 'tiers:read' },

  'platform.get': { scope: 'platform:read' },
  'platform.enableChain': { scope: 'platform:write' },
  'platform.disableChain': { scope: 'platform:write' },
  'platform.changeSettings': { scope: 'platform:write' },

  'limits.effective': { scope: 'limits:read' },
  'limits.set': { scope: 'limits:write' },
  'limits.setMany': { scope: 'limits:write', bulk: true },
  'limits.override': { scope: 'limits:write' },
  'limits.removeOverride': { scope: 'limits:write' },

  'destinations.add': { scope: 'destinations:write' },
  'destinations.addMany': { scope: 'destinations:write', bulk: true },
  'destinations.revoke': { scope: 'destinations:write' },
  'destinations.waiveCoolingOff': { scope: 'destinations:write' },
  'destinations.list': { scope: 'destinations:read' },

  'balances.push': { scope: 'balances:write' },
  'balances.pushMany': { scope: 'balances:write', bulk: true },

  'permits.register': { scope: 'permits:write' },
  'permits.registerMany': { scope: 'permits:write', bulk: true },
  'permits.get': { scope: 'permits:read' },
  'permits.list': { scope: 'permits:read' },
  // What frees headroom is the ledger's word, not that of the application whose intents are counted.
  'permits.settle': { scope: 'permits:settle' },
  'permits.release': { scope: 'permits:settle' },
  'permits.reconcile': { scope: 'permits:reconcile', fresh: true },

  'freezes.freeze': { scope: 'freezes:write' },
  'freezes.unfreeze': { scope: 'freezes:lift' },
  'freezes.list': { scope: 'freezes:read' },

  'changes.propose': { scope: 'changes:propose' },
  'changes.approve': { scope: 'changes:approve', fresh: true },
  'changes.reject': { scope: 'changes:approve' },
  'changes.withdraw': { scope: 'changes:propose' },
  'changes.get': { scope: 'changes:read' },
  'changes.list': { scope: 'changes:read' },

  'events.list': { scope: 'events:read' },
  'events.subscribe': { scope: 'events:read' },
  'events.verify': { scope: 'events:read', bulk: true },
  'events.checkpoint': { scope: 'audit:checkpoint', bulk: true },
  'events.auditKey': { scope: 'events:read' },

  'decisions.get': { scope: 'decisions:read' },
  'decisions.list': { scope: 'decisions:read' },
  'decisions.explain': { scope: 'decisions:read' },

  'notifications.list': { scope: 'events:read' },

  'policy.draft': { scope: 'policy:write' },
  'policy.validate': { scope: 'policy:read' },
  'policy.backtest': { scope: 'policy:read', bulk: true },
  'policy.publish': { scope: 'policy:publish', bulk: true },
  'policy.rollback': { scope: 'policy:publish', bulk: true },
  'policy.get': { scope: 'policy:read' },
  'policy.history': { scope: 'policy:read' },
};
