import type { Change } from '@countersign/client';
import { fieldsOf, tableOf, timeText } from './table';

/** A proposed change as somebody reads it who has to decide about it. */
export function changeText(change: Change): string {
  const { effect, approvals, rejection } = change;
  const limits = effect.limits.map(({ chainId, key, before, after }) => [
    chainId,
    key,
    before === null ? 'unlimited' : `${before.max} (${before.layer})`,
    after === null ? 'unlimited' : `${after.max} (${after.layer})`,
  ]);
  const radius = effect.blastRadius.map(({ chainId, users, complete, next }) => [
    chainId,
    `${complete ? '' : 'at least '}${users}`,
    `${next.hour.before} → ${next.hour.after}`,
    `${next.day.before} → ${next.day.after}`,
    `${next.week.before} → ${next.week.after}`,
  ]);
  return [
    fieldsOf({
      change: change.changeId,
      status: change.status,
      what: `${change.change.procedure} ${JSON.stringify(change.change.input)}`,
      'proposed by': `${change.proposedBy} at ${timeText(change.proposedAt)}: ${change.reason}`,
      needs: change.needsApproval ? "a second person's approval" : '',
      'not before': timeText(change.dueAt),
      'at the latest': timeText(change.expiresAt),
      'approved by': approvals.map(({ actor, reason }) => `${actor}: ${reason}`).join('; '),
      'rejected by': rejection === null ? '' : `${rejection.actor}: ${rejection.reason}`,
      'applied at': timeText(change.appliedAt),
      failed: change.failure,
      subject: effect.subject,
      allows: change.loosenings.join('; '),
      besides: effect.others.join('; '),
    }),
    ...(limits.length === 0 ? [] : [tableOf(['chain', 'limit', 'before', 'after'], limits)]),
    ...(radius.length === 0
      ? []
      : [
          'The most that could leave:\n',
          tableOf(['chain', 'users', 'next hour', 'next day', 'next week'], radius),
        ]),
  ].join('\n');
}

export const changesText = (changes: readonly Change[]): string =>
  tableOf(
    ['change', 'status', 'what', 'proposed by', 'at', 'not before'],
    changes.map(({ changeId, status, change, proposedBy, proposedAt, dueAt }) => [
      changeId,
      status,
      change.procedure,
      proposedBy,
      timeText(proposedAt),
      timeText(dueAt),
    ]),
  );
