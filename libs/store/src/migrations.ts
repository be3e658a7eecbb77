/**
 * How a stored database moves to the storage schema this code knows. Version n means "the first n steps have run";
 * step 1 creates everything in an empty database, so a new store and an old one take the same path. A database of a
 * newer version is refused: older code cannot know what it must not break.
 */
import { fault } from '@countersign/policy';

/** The `schema` of every record this code writes. Reading a newer one is refused as well: it may mean something else. */
export const recordSchema = 1;

/** The steps still to run on a database that reports version `found`, in order. Throws Fault invalid when it is newer. */
export const stepsFrom = <Step>(found: number, steps: readonly Step[]): readonly Step[] => {
  if (!Number.isSafeInteger(found) || found < 0 || found > steps.length) {
    throw fault('invalid', {
      message: `the store has storage schema ${found}; this program knows up to ${steps.length}`,
    });
  }
  return steps.slice(found);
};

/** Throws Fault unavailable for a record written by a newer program: during an upgrade, that program must answer. */
export const refuseNewerRecord = (schema: number): void => {
  if (schema > recordSchema) {
    throw fault('unavailable', { cause: new Error(`record schema ${schema} is newer than ${recordSchema}`) });
  }
};
