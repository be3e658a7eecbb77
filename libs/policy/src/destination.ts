import { z } from 'zod';
import { addressMistake, looksLike } from './address';
import { unchanged, type Change } from './change';
import { fault } from './faults';
import { address, chainId, label, parsed, tag, time } from './fields';
import { isSameAccount, isSamePlace, type Place } from './place';
import { chainOf, type Platform } from './platform';
import type { Tier } from './tier';
import { changedUser, existing, type User } from './user';

/** Where a user's assets may go. The address is kept and compared exactly as given, together with its tag. */
export interface Destination extends Place {
  readonly label: string;
  readonly addedAt: number; // ms UTC
  /** End of the cooling-off, ms UTC: usable from then on. */
  readonly usableFrom: number;
  /** ms UTC, exclusive; null for never. */
  readonly expiresAt: number | null;
  /** An address on the list that a person would take for this one, when it was added; a reason to look twice. */
  readonly looksLike: string | null;
}

/** The outer layers as they are now. */
export interface Layers {
  readonly platform: Platform | undefined;
  readonly tier: Tier | undefined;
}

const MAX_DESTINATIONS = 1000;

const placeShape = { chainId, address, tag: tag.default(null) };
const add = z.strictObject({ ...placeShape, label, expiresAt: time.nullable().default(null) });

/** Usable after the cooling-off of the platform or the tier, whichever is longer. */
export function addDestination(
  state: User | undefined,
  input: unknown,
  layers: Layers,
  now: number,
): Change<User> {
  const command = parsed(add, input);
  const user = existing(state);
  const chain = layers.platform && chainOf(layers.platform, command.chainId);
  if (chain === undefined) throw fault('not_found', { message: 'no such chain' });
  const mistake = addressMistake(chain.family, command.address, command.tag);
  if (mistake !== undefined) throw fault('invalid', { details: [`address: ${mistake}`] });
  if (command.expiresAt !== null && command.expiresAt <= now) {
    throw fault('invalid', { details: ['expiresAt: must lie in the future'] });
  }
  const live = user.destinations.filter((entry) => !isExpired(entry, now));
  if (live.some((entry) => entry.chainId === command.chainId && isSameAccount(entry, command)))
    throw fault('already_exists', { message: 'already on the list, perhaps in another spelling' });
  if (live.length >= MAX_DESTINATIONS) {
    throw fault('exhausted', { message: `at most ${MAX_DESTINATIONS} destinations` });
  }
  const lookalike = live.find(
    (entry) => entry.chainId === command.chainId && looksLike(entry.address, command.address),
  );
  const { coolingOffMs } = cooling(layers);
  const data: Destination = {
    chainId: command.chainId,
    address: command.address,
    tag: command.tag,
    label: command.label,
    addedAt: now,
    usableFrom: now + coolingOffMs,
    expiresAt: command.expiresAt,
    looksLike: lookalike?.address ?? null,
  };
  return changedUser(user, { type: 'destination.added', data });
}

const place = z.strictObject(placeShape);

/** Immediate: also a hold already placed for it is no longer answered. */
export function revokeDestination(state: User | undefined, input: unknown): Change<User> {
  const data = parsed(place, input);
  const user = existing(state);
  listed(user, data);
  return changedUser(user, { type: 'destination.revoked', data });
}

/** A second person's word that the cooling-off need not be waited for. */
export function waiveCoolingOff(state: User | undefined, input: unknown, now: number): Change<User> {
  const target = parsed(place, input);
  const user = existing(state);
  if (listed(user, target).usableFrom <= now) return unchanged(user);
  return changedUser(user, { type: 'destination.waived', data: { ...target, usableFrom: now } });
}

/** Destinations younger than the re-arming age, which wait anew because the credentials changed at `now`. */
export function rearmed(
  user: User,
  layers: Layers,
  now: number,
): readonly (Place & { usableFrom: number })[] {
  // Where no chain was ever enabled there is no destination either.
  if (layers.platform === undefined) return [];
  const { coolingOffMs, rearmMs } = cooling(layers);
  return user.destinations
    .filter(({ addedAt, usableFrom }) => now - addedAt < rearmMs && usableFrom < now + coolingOffMs)
    .map(({ chainId: chain, address: to, tag: memo }) => ({
      chainId: chain,
      address: to,
      tag: memo,
      usableFrom: now + coolingOffMs,
    }));
}

export const isExpired = ({ expiresAt }: Destination, now: number): boolean =>
  expiresAt !== null && expiresAt <= now;

export const isUsable = (entry: Destination, now: number): boolean =>
  entry.usableFrom <= now && !isExpired(entry, now);

export const destinationOf = (user: User, target: Place): Destination | undefined =>
  user.destinations.find((entry) => isSamePlace(entry, target));

function listed(user: User, target: Place): Destination {
  const entry = destinationOf(user, target);
  if (entry === undefined) throw fault('not_found', { message: 'not on the list' });
  return entry;
}

function cooling({ platform, tier }: Layers): { readonly coolingOffMs: number; readonly rearmMs: number } {
  if (platform === undefined) throw fault('conflict', { message: 'no chain is enabled' });
  return {
    coolingOffMs: Math.max(platform.settings.coolingOffMs, tier?.coolingOffMs ?? 0),
    rearmMs: Math.max(platform.settings.rearmMs, tier?.rearmMs ?? 0),
  };
}
