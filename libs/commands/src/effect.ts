import { setImmediate } from 'node:timers/promises';
import {
  createRadius,
  limitDifferences,
  type BlastRadius,
  type Effect,
  type LimitDifference,
  type User,
} from '@countersign/policy';
import type { CommandDeps } from './deps';
import type { Preview } from './preview';

/**
 * Users that are looked at to tell what could leave, for at most half of the time there is; of more it is told that it
 * is at least that.
 */
export const MAX_USERS_LOOKED_AT = 1000;
const PAGE = 100;
/** Limits and sentences that are told: an effect is read by people, and kept. */
const MAX_TOLD = 500;

type Deps = Pick<CommandDeps, 'store' | 'users' | 'now'>;

/** What an approver is shown: the effective limits that would differ now. */
export const shownLimits = async ({ now }: Pick<Deps, 'now'>, preview: Preview) =>
  (await differing({ now }, preview)).slice(0, MAX_TOLD);

const differing = async ({ now }: Pick<Deps, 'now'>, preview: Preview): Promise<readonly LimitDifference[]> =>
  limitDifferences(await preview.sidesOf(null), now());

export async function effectOf(deps: Deps, preview: Preview, deadline: number): Promise<Effect> {
  const { kind, id } = preview.subject;
  const limits = await differing(deps, preview);
  const blastRadius = await radiusOf(deps, preview, deadline);
  const others = [...preview.others];
  const unseen = blastRadius.find(({ complete }) => !complete);
  return {
    subject: `${kind} ${id}`,
    limits: limits.slice(0, MAX_TOLD),
    others: [
      ...(unseen ? [`only ${unseen.users} users were looked at: more could leave than is told`] : []),
      ...(limits.length > MAX_TOLD ? [`and ${limits.length - MAX_TOLD} more limits`] : []),
      ...others.slice(0, MAX_TOLD),
      ...(others.length > MAX_TOLD ? [`and ${others.length - MAX_TOLD} more`] : []),
    ],
    blastRadius,
  };
}

/** Page by page and account by account, so that neither memory nor anybody else's call waits for a thousand of them. */
async function radiusOf(
  { store, users, now }: Deps,
  { touched, sidesOf }: Preview,
  deadline: number,
): Promise<readonly BlastRadius[]> {
  const radius = createRadius(now());
  if (touched === null) return [];
  if (touched !== 'everybody' && 'uid' in touched) {
    const user = (await users.get(touched.uid, deadline))?.state ?? null;
    radius.add(await sidesOf(user));
    return radius.told(true);
  }
  const until = now() + (deadline - now()) / 2;
  let looked = 0;
  for (let after = ''; ;) {
    const page = await store.list<User>(
      'user',
      {
        ...(touched !== 'everybody' && { where: { tier: touched.tier } }),
        ...(after !== '' && { after }),
        limit: PAGE,
      },
      { deadline },
    );
    for (const { state } of page) {
      radius.add(await sidesOf(state));
      await setImmediate();
    }
    looked += page.length;
    after = page.at(-1)?.id ?? '';
    if (page.length < PAGE) return radius.told(true);
    if (looked >= MAX_USERS_LOOKED_AT || now() >= until) return radius.told(false);
  }
}
