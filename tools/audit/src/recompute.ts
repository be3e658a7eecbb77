import type { Past } from '@countersign/commands';
import { decideAgain, isFault, type Decision, type PolicyEvent, type User } from '@countersign/policy';

/**
 * Decides again what is recorded. Returns why the outcome is not the recorded event, byte for byte; undefined when it
 * is. `before` is the user as it was just before the event.
 */
export async function recompute(
  past: Past,
  before: User | undefined,
  event: PolicyEvent & { readonly data: Decision },
): Promise<string | undefined> {
  if (before === undefined) return 'the decision comes before its user was created';
  const rests = await past.surroundingsOf(event.data);
  if ('missing' in rests) return `the decision rests on ${rests.missing}, which is not in its history`;
  const again = attempt(() => decideAgain(before, event.data, rests.surroundings).events[0]);
  if (again instanceof Error) return `decided again it is refused outright: ${again.message}`;
  if (again === undefined) return 'decided again it is an answer given before, which makes no event';
  const { type, data } = event;
  if (JSON.stringify(again) === JSON.stringify({ type, data })) return undefined;
  const differ = again.type === type ? differing(data, again.data) : ['outcome'];
  return `decided again it is not the same: ${differ.join(', ')} ${differ.length === 1 ? 'differs' : 'differ'}${zoneNote(data)}`;
}

/** Names of the members in which two objects differ, or whose order does. */
export function differing(a: object, b: object): readonly string[] {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const differ = names.filter((name) => JSON.stringify(left.get(name)) !== JSON.stringify(right.get(name)));
  return differ.length > 0 ? differ : ['order of members'];
}

/** Calendar days are those of the time zone data of the Node that decided, and of this one. */
function zoneNote({ headroom, budget }: Decision): string {
  const keys = [
    ...headroom.map(({ key }) => key),
    ...(budget ?? []).map(({ binding }) => binding?.key ?? ''),
  ];
  const zones = keys.flatMap((key) => /\/calendar\/[a-z]+\/(.+)\/\d+/.exec(key)?.[1] ?? []);
  const changing = [...new Set(zones)].filter((zone) => zone !== 'UTC');
  return changing.length === 0
    ? ''
    : `; it counts days of ${changing.join(', ')}: rule out that time zone data changed since (here: tzdata ${process.versions['tz']})`;
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    // What is stored may have any shape by now; whatever it makes the core throw is a finding.
    return isFault(error) || error instanceof Error ? error : new Error(String(error));
  }
}
