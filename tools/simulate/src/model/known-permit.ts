import type { Permit, User } from './state';

/** So many ended permits are remembered. */
const REMEMBERED = 50;

/** The user's permit of that id as long as the engine has to know it. */
export function knownPermit(user: User, id: string): Permit | undefined {
  const permit = user.permits.get(id);
  if (permit === undefined || permit.forgotten) return undefined;
  if (permit.ended !== null) {
    const { position } = permit.ended;
    const later = [...user.permits.values()].filter(
      (one) => one.ended !== null && one.ended.position > position,
    );
    return later.length < REMEMBERED ? permit : undefined;
  }
  return permit;
}
