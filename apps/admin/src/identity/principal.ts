/** Who calls, as proven by a token or by a client certificate, and what it may do. */
export interface Principal {
  /** Goes into every event: a token's subject, or the SPIFFE URI of a certificate. */
  readonly actor: string;
  readonly scopes: ReadonlySet<string>;
  /** ms UTC; after it the caller is nobody. Null: as long as its connection lasts. */
  readonly expiresAt: number | null;
  /** What makes this proof usable once. Null: it cannot be told from a replay. */
  readonly token: { readonly issuer: string; readonly id: string } | null;
}
