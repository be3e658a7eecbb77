/** Why somebody was not let in: the closed set of words for the metric and the log. No caller is told which it was. */
export type TokenRefusal =
  | 'garbage'
  | 'bad_algorithm'
  | 'bad_signature'
  | 'unknown_key'
  | 'wrong_issuer'
  | 'wrong_audience'
  | 'expired'
  | 'not_yet_valid'
  | 'missing_claim'
  | 'wrong_claim'
  | 'too_long_lived'
  | 'wrong_certificate'
  | 'keys_unavailable';

export type IdentityRefusal = TokenRefusal | 'no_token' | 'unknown_certificate';

export type Refusal = IdentityRefusal | 'no_row' | 'wrong_scope' | 'no_token_id' | 'replayed';

/** What the log may say about it: never what was sent. */
export interface RefusedCall {
  readonly path: string;
  readonly requestId: string;
  /** Absent: nobody was proven. */
  readonly actor?: string;
}
