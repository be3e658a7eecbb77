/**
 * The steps at which a process can die around a commit on a memory disk, as mongo/steps.ts has them for MongoDB. A
 * commit is one step here, so there is nothing to find half done: either it did not happen, or it did and nobody heard.
 *
 * - `before commit`: checked and encoded, nothing changed yet. What is thrown here is a process that died too early.
 * - `after commit`: changed, visible to every store on the disk, not acknowledged. What is thrown here is a process
 *   that died, or a reply that was lost, too late: whoever tries again meets its own effect.
 */
export const memorySteps = ['before commit', 'after commit'] as const;
/** The same around a receipt. */
export const receiptSteps = ['before receipt', 'after receipt'] as const;
export type MemoryStep = (typeof memorySteps)[number] | (typeof receiptSteps)[number];

/**
 * Awaited at each step of each commit and receipt. What it throws reaches the caller as it is and ends the work at that
 * place. While it waits, other commits go on, so a test can also put them in any order it likes.
 */
export type OnMemoryStep = (step: MemoryStep) => void | Promise<void>;
