/**
 * Why a secret could not be had. The message is for the operator: it names the reference and what to do, never a value.
 * `unavailable` separates "nothing could be read there" from "what is there must not be used".
 */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  readonly reason: string;
  readonly unavailable: boolean;

  constructor(reference: string, reason: string, options: { unavailable?: boolean; cause?: unknown } = {}) {
    super(`${reference}: ${reason}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.reason = reason;
    this.unavailable = options.unavailable ?? false;
  }
}
