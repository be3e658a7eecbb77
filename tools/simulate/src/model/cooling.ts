import { current, type Books } from './books';
import type { Issued, LogEvent } from './intent';
import { isSamePlace, type Place } from './state';
import { demand } from '../violation';

interface Waits {
  readonly coolingOffMs: number;
  readonly rearmMs: number;
}

/** The longer of platform's and tier's, for every pair of states that was current while the call ran. */
function waits(books: Books, { from }: Issued, uid: string, position: number): readonly Waits[] {
  const tierId = books.users.get(uid)?.standing.at(-1)?.state.tier ?? null;
  const tiers = tierId === null ? [undefined] : current(books.tiers.get(tierId) ?? [], from, position);
  return current(books.platform, from, position).flatMap(({ state: { settings } }) =>
    tiers.map((tier) => ({
      coolingOffMs: Math.max(settings.coolingOffMs, tier?.state.coolingOffMs ?? 0),
      rearmMs: Math.max(settings.rearmMs, tier?.state.rearmMs ?? 0),
    })),
  );
}

/** A new destination waits exactly as long as platform and tier say. */
export function demandDestination(books: Books, issued: Issued, event: LogEvent): void {
  const { addedAt, usableFrom } = event.data as { readonly addedAt: number; readonly usableFrom: number };
  const said = waits(books, issued, event.id, event.position).map(({ coolingOffMs }) => coolingOffMs);
  demand(
    said.includes(usableFrom - addedAt),
    () => `${event.id}'s destination waits ${usableFrom - addedAt} ms, and must wait ${said.join(' or ')}`,
  );
}

/** When credentials change, exactly the young destinations that would be usable sooner wait anew. */
export function demandRearmed(books: Books, issued: Issued, event: LogEvent): void {
  const user = books.users.get(event.id);
  const { rearmed } = event.data as {
    readonly rearmed: readonly (Place & { readonly usableFrom: number })[];
  };
  const right = waits(books, issued, event.id, event.position).some(({ coolingOffMs, rearmMs }) => {
    const [first] = rearmed;
    const at = first === undefined ? event.at : first.usableFrom - coolingOffMs;
    if (at < issued.since || at > event.at) return false;
    const young = (user?.destinations ?? []).filter(
      (one) => at - one.addedAt < rearmMs && one.usableFrom < at + coolingOffMs,
    );
    return (
      young.length === rearmed.length &&
      rearmed.every(
        (one) => one.usableFrom === at + coolingOffMs && young.some((entry) => isSamePlace(entry, one)),
      )
    );
  });
  demand(right, () => `${event.id}'s credentials changed and ${JSON.stringify(rearmed)} wait anew`);
}
