/**
 * A limit in a few words, as people type and read it:
 *
 *   transaction 0.5
 *   sliding 24h 1.5            sliding 1h 10 count
 *   calendar day Europe/Berlin 2      calendar week UTC 5 from 1
 *   lifetime 100
 *   share 0.25
 *
 * `count` caps how many operations there are instead of what they move, `per-destination` counts each destination by
 * itself. What is typed is checked for its form here; whether it makes a limit is the service's to say.
 */
import type { LimitInput, Outputs } from '@countersign/client';
import { durationMs, durationText } from './duration';
import { UsageError } from './usage-error';

type CalendarUnit = Extract<LimitInput, { kind: 'calendar' }>['unit'];
type LimitView = Outputs['limits']['effective']['limits'][number]['limit'];

export const LIMIT_FORMS = `
A limit is one argument, in quotes:
  'transaction 0.5'                    most in one operation
  'sliding 24h 1.5'                    most in any 24 hours (s, m, h, d, w)
  'calendar day Europe/Berlin 2'       most in a day, week, month or year of a zone; 'from 1' says where weeks begin
  'lifetime 100'                       most ever
  'share 0.25'                         most of the balance in one operation
Behind it: count (how many operations, instead of amounts), per-destination (each destination by itself).`;

const units: readonly string[] = ['day', 'week', 'month', 'year'] satisfies CalendarUnit[];

/** Throws UsageError. */
export function limitIn(text: string): LimitInput {
  const words = text.trim().split(/\s+/);
  const taken = (flag: string): boolean => {
    const at = words.indexOf(flag);
    if (at > 0) words.splice(at, 1);
    return at > 0;
  };
  const flags = {
    ...(taken('per-destination') && { perDestination: true as const }),
    ...(taken('count') && { measure: 'count' as const }),
  };
  const [kind, ...rest] = words;
  const limit = ofKind(kind, rest, flags);
  if (limit === undefined) throw new UsageError(`'${text}' is not a limit${LIMIT_FORMS}`);
  return limit;
}

interface Flags {
  readonly perDestination?: true;
  readonly measure?: 'count';
}

function ofKind(kind: string | undefined, words: readonly string[], flags: Flags): LimitInput | undefined {
  const [first = '', second = '', third = '', from, startsOn, ...rest] = words;
  const { measure, perDestination } = flags;
  const each = perDestination === undefined ? {} : { perDestination };
  if (kind === 'transaction' && words.length === 1 && measure === undefined)
    return { kind, max: first, ...each };
  if (kind === 'share' && words.length === 1 && Object.keys(flags).length === 0) return { kind, max: first };
  if (kind === 'lifetime' && words.length === 1) return { kind, max: first, ...flags };
  const duration = durationMs(first);
  if (kind === 'sliding' && words.length === 2 && duration !== undefined)
    return { kind, durationMs: duration, max: second, ...flags };
  if (kind !== 'calendar' || !units.includes(first) || third === '' || rest.length > 0) return undefined;
  const calendar = { kind, unit: first as CalendarUnit, zone: second, max: third, ...flags } as const;
  if (from === undefined) return calendar;
  return from === 'from' && /^\d{1,2}$/.test(startsOn ?? '')
    ? { ...calendar, startsOn: Number(startsOn) }
    : undefined;
}

export function limitText(limit: LimitView): string {
  const { kind, max, measure, perDestination } = limit;
  const flags = `${measure === 'count' ? ' count' : ''}${perDestination ? ' per-destination' : ''}`;
  switch (kind) {
    case 'sliding':
      return `sliding ${durationText(limit.durationMs)} ${max}${flags}`;
    case 'calendar':
      return `calendar ${limit.unit} ${limit.zone} ${max}${limit.startsOn === 1 ? '' : ` from ${limit.startsOn}`}${flags}`;
    case 'transaction':
    case 'lifetime':
    case 'share':
      return `${kind} ${max}${flags}`;
  }
}
