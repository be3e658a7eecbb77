/**
 * The one failure of this lib's reading side. It has no parameter, no cause and one message, so that which step failed
 * (base64, container, padding, UTF-8, JSON, wrong secret) cannot reach a log line, let alone a caller: in CBC without a
 * MAC that difference is what a padding-oracle attack reads.
 */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';

  constructor() {
    super('the envelope cannot be opened');
  }
}
