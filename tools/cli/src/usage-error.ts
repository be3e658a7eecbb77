/** A mistake of whoever gave the command: its message is all they need to see, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
