/** What a store needs from the process around it. */
export interface StoreDeps {
  /** ms UTC; deadlines are measured with it. */
  readonly now: () => number;
  /** An unguessable id, e.g. node:crypto's randomUUID: names a new store and, on MongoDB, each commit. */
  readonly newId: () => string;
  readonly log?: { warn(fields: Readonly<Record<string, unknown>>, message: string): void };
}
