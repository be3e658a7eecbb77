import type { AggregatesDeps } from '@countersign/commands';
import type { Log } from '@countersign/runtime';

/**
 * What must not go unnoticed although it was recorded as it is: more was moved than was held, or something that had
 * been released. It is counted for the metrics and told in the log, whichever way the report came.
 */
export interface AlarmsDeps {
  readonly log: Pick<Log, 'warn'>;
  readonly countOver: () => void;
}

export function createAlarms({ log, countOver }: AlarmsDeps): NonNullable<AggregatesDeps['committed']> {
  return (kind, uid, events) => {
    if (kind !== 'user') return;
    for (const { type, data } of events) {
      if (type !== 'permit.settled') continue;
      const { id, amount, over, by } = data as Record<'id' | 'amount' | 'over' | 'by', string>;
      if (over === '0') continue;
      countOver();
      log.warn({ uid, permit: id, amount, over, by }, 'more was moved than was held');
    }
  };
}
