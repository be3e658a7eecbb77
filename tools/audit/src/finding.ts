import type { ChainBreak, Kind } from '@countersign/store';

/** Something that is not as it must be, at one place. */
export interface Finding {
  /** `log`: the order of all events together; `id` is then a position in it. */
  readonly kind: Kind | 'log';
  readonly id: string;
  /** Number of the event at fault within its aggregate; null when it is the stored state. */
  readonly seq: number | null;
  readonly reason: ChainBreak['reason'] | StateReason;
  readonly message: string;
}

type StateReason =
  | 'unreadable' // not JSON, or not of this version's shape
  | 'unreplayable' // an event makes no state
  | 'state differs' // the events make another state
  | 'payload differs' // a notification's text is not the one it was received with
  | 'decision differs' // decided again it comes out otherwise
  | 'checkpoint differs' // a signed statement is not about this log, or not signed
  | 'headless' // events without an aggregate
  | 'gap'; // positions are missing in the log

const messages: Readonly<Record<ChainBreak['reason'], string>> = {
  foreign: 'an event of another aggregate stands in this chain',
  missing: 'an event is missing here',
  reordered: 'events are out of order',
  unlinked: 'the event does not follow the one before it',
  edited: 'the event is not what was hashed when it was stored',
  truncated: 'the chain ends before its head',
  'beyond head': 'there is an event behind the head',
};

export const chainFinding = (kind: Kind, id: string, { seq, reason }: ChainBreak): Finding => ({
  kind,
  id,
  seq,
  reason,
  message: messages[reason],
});
