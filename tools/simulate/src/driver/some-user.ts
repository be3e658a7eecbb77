import type { World } from './world';

/** Most operations are a few users' operations. */
export const someUser = ({ random, uids }: World): string =>
  uids[random.chance(0.35) ? random.below(Math.ceil(uids.length / 6)) : random.below(uids.length)] as string;
