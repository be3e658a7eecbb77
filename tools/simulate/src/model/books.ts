import { inForce, type InForce } from './limits';
import type { Machine, Platform, Standing, Tier, User, Version } from './state';
import type { WallCalendar } from './wall-calendar';

/** Everything that was ever committed, as the log told it. */
export interface Books {
  position: number;
  readonly seqs: Map<string, number>;
  readonly platform: Version<Platform>[];
  readonly tiers: Map<string, Version<Tier>[]>;
  readonly machines: Map<string, Version<Machine>[]>;
  readonly users: Map<string, User>;
  readonly calendar: WallCalendar;
}

export const createBooks = (calendar: WallCalendar): Books => ({
  position: 0,
  seqs: new Map(),
  platform: [],
  tiers: new Map(),
  machines: new Map(),
  users: new Map(),
  calendar,
});

/** The states that were current at some moment from place `from` on, up to place `to`. */
export const current = <S>(
  versions: readonly Version<S>[],
  from: number,
  to: number,
): readonly Version<S>[] =>
  versions.filter(({ position }, i) => position <= to && (versions[i + 1]?.position ?? Infinity) > from);

/** What a decision rests on. */
export interface View {
  readonly platform: Platform;
  readonly tier: Tier | undefined;
  readonly machine: Machine | undefined;
  readonly standing: Standing;
  readonly user: User;
}

export function limitsOf(
  { platform, tier, user }: Pick<View, 'platform' | 'tier' | 'user'>,
  chainId: string,
  at: number,
): readonly InForce[] {
  const live = user.overrides.filter((one) => one.chainId === chainId && one.expiresAt > at);
  return inForce(
    platform.chains.get(chainId)?.limits ?? [],
    tier?.limits.get(chainId)?.limits ?? [],
    user.limits.get(chainId)?.limits ?? [],
    live.map(({ limit }) => limit),
  );
}
