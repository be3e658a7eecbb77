/**
 * The steps at which a process can die and leave a commit half way to the event log. A test stops a store at each of
 * them and opens another one, which must finish the work.
 */
export const steps = ['written', 'outbox read', 'copied', 'pruned'] as const;
export type Step = (typeof steps)[number];

/** Awaited after each step; what it throws ends the work at that place, as a dead process would. */
export type OnStep = (step: Step) => void | Promise<void>;
