/**
 * The digests of the last positions. A checkpoint event stands a little behind the last event it covers, by what was
 * committed while it was made; its digest is held against the one the log had there, without keeping all of them.
 */
export interface RecentDigests {
  add(position: number, digest: string): void;
  /** Undefined when it was too long ago. */
  at(position: number): string | undefined;
}

export const createRecentDigests = (kept: number): RecentDigests => {
  const digests: (string | undefined)[] = [];
  let newest = -1;
  return {
    add: (position, digest) => {
      digests[position % kept] = digest;
      newest = position;
    },
    at: (position) => (position > newest || position <= newest - kept ? undefined : digests[position % kept]),
  };
};
