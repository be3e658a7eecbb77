// Generated from the router of the admin service by `npm run types -w @countersign/client`: do not edit.
// What every procedure takes and answers, and nothing else of the service.

import type {
  TRPCBuiltRouter,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from '@trpc/server';

export type AppRouter = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: ErrorShape; transformer: false },
  Procedures
>;

export type ErrorShape = {
  code:
    | -32001
    | -32002
    | -32003
    | -32004
    | -32005
    | -32008
    | -32009
    | -32012
    | -32013
    | -32015
    | -32022
    | -32028
    | -32029
    | -32099
    | -32600
    | -32603
    | -32700;
  message: string;
  data: {
    code:
      | 'BAD_GATEWAY'
      | 'BAD_REQUEST'
      | 'CLIENT_CLOSED_REQUEST'
      | 'CONFLICT'
      | 'FORBIDDEN'
      | 'GATEWAY_TIMEOUT'
      | 'INTERNAL_SERVER_ERROR'
      | 'METHOD_NOT_SUPPORTED'
      | 'NOT_FOUND'
      | 'NOT_IMPLEMENTED'
      | 'PARSE_ERROR'
      | 'PAYLOAD_TOO_LARGE'
      | 'PAYMENT_REQUIRED'
      | 'PRECONDITION_FAILED'
      | 'PRECONDITION_REQUIRED'
      | 'SERVICE_UNAVAILABLE'
      | 'TIMEOUT'
      | 'TOO_MANY_REQUESTS'
      | 'UNAUTHORIZED'
      | 'UNPROCESSABLE_CONTENT'
      | 'UNSUPPORTED_MEDIA_TYPE';
    httpStatus: number;
    fault: {
      code:
        | 'already_exists'
        | 'cancelled'
        | 'conflict'
        | 'deadline'
        | 'exhausted'
        | 'forbidden'
        | 'internal'
        | 'invalid'
        | 'not_found'
        | 'unauthenticated'
        | 'unavailable'
        | 'unimplemented';
      details: Array<string>;
      revision?: number | undefined;
      correlationId?: string | undefined;
    };
  };
};

export type Procedures = {
  users: {
    create: TRPCMutationProcedure<{
      input: {
        uid: string;
        role: 'admin' | 'signer';
        reason: string;
        idempotencyKey?: string | undefined;
        tier?: string | undefined;
        hashedUsername?: string | undefined;
        hashedPassword?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    createMany: TRPCMutationProcedure<{
      input: {
        reason: string;
        idempotencyKey?: string | undefined;
        items: Array<{
          uid: string;
          role: 'admin' | 'signer';
          tier?: string | undefined;
          hashedUsername?: string | undefined;
          hashedPassword?: string | undefined;
        }>;
      };
      output: {
        results: Array<
          | {
              index: number;
              ok: false;
              fault: {
                code: string;
                message: string;
                details: Array<string>;
                revision?: number | undefined;
                correlationId?: string | undefined;
              };
            }
          | { index: number; ok: true; value: { revision: number } }
        >;
      };
      meta: unknown;
    }>;
    get: TRPCQueryProcedure<{
      input: { uid: string };
      output: {
        uid: string;
        role: string;
        status: string;
        frozen: boolean;
        hasCredentials: boolean;
        tier: string | null;
        limits: Array<{
          chainId: string;
          limits: Array<
            | {
                kind: 'calendar';
                unit: 'day' | 'month' | 'week' | 'year';
                zone: string;
                startsOn: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'lifetime'; measure: 'amount' | 'count'; max: string; perDestination: boolean }
            | { kind: 'share'; measure: 'amount'; max: string; perDestination: false }
            | {
                kind: 'sliding';
                durationMs: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'transaction'; measure: 'amount'; max: string; perDestination: boolean }
          >;
        }>;
        overrides: Array<{
          chainId: string;
          limit:
            | {
                kind: 'calendar';
                unit: 'day' | 'month' | 'week' | 'year';
                zone: string;
                startsOn: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'lifetime'; measure: 'amount' | 'count'; max: string; perDestination: boolean }
            | { kind: 'share'; measure: 'amount'; max: string; perDestination: false }
            | {
                kind: 'sliding';
                durationMs: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'transaction'; measure: 'amount'; max: string; perDestination: boolean };
          expiresAt: number;
        }>;
        destinations: Array<{
          chainId: string;
          address: string;
          tag: string | null;
          label: string;
          addedAt: number;
          usableFrom: number;
          expiresAt: number | null;
          looksLike: string | null;
        }>;
        balances: Array<{ chainId: string; amount: string; asOf: number }>;
        permits: Array<{
          referenceId: string;
          kind: string;
          chainId: string;
          amount: string;
          address: string;
          tag: string | null;
          status: string;
          registeredAt: number;
          expiresAt: number;
          heldAt: number | null;
          decisionId: string | null;
          endedAt: number | null;
          movedAmount: string | null;
          endedBy: string | null;
        }>;
        revision: number;
      };
      meta: unknown;
    }>;
    list: TRPCQueryProcedure<{
      input: {
        after?: string | undefined;
        limit?: number | undefined;
        status?: 'active' | 'closed' | 'suspended' | undefined;
        role?: 'admin' | 'signer' | undefined;
        tier?: string | undefined;
        holding?: boolean | undefined;
      };
      output: {
        users: Array<{
          uid: string;
          role: string;
          status: string;
          frozen: boolean;
          hasCredentials: boolean;
          tier: string | null;
          limits: Array<{
            chainId: string;
            limits: Array<
              | {
                  kind: 'calendar';
                  unit: 'day' | 'month' | 'week' | 'year';
                  zone: string;
                  startsOn: number;
                  measure: 'amount' | 'count';
                  max: string;
                  perDestination: boolean;
                }
              | { kind: 'lifetime'; measure: 'amount' | 'count'; max: string; perDestination: boolean }
              | { kind: 'share'; measure: 'amount'; max: string; perDestination: false }
              | {
                  kind: 'sliding';
                  durationMs: number;
                  measure: 'amount' | 'count';
                  max: string;
                  perDestination: boolean;
                }
              | { kind: 'transaction'; measure: 'amount'; max: string; perDestination: boolean }
            >;
          }>;
          overrides: Array<{
            chainId: string;
            limit:
              | {
                  kind: 'calendar';
                  unit: 'day' | 'month' | 'week' | 'year';
                  zone: string;
                  startsOn: number;
                  measure: 'amount' | 'count';
                  max: string;
                  perDestination: boolean;
                }
              | { kind: 'lifetime'; measure: 'amount' | 'count'; max: string; perDestination: boolean }
              | { kind: 'share'; measure: 'amount'; max: string; perDestination: false }
              | {
                  kind: 'sliding';
                  durationMs: number;
                  measure: 'amount' | 'count';
                  max: string;
                  perDestination: boolean;
                }
              | { kind: 'transaction'; measure: 'amount'; max: string; perDestination: boolean };
            expiresAt: number;
          }>;
          destinations: Array<{
            chainId: string;
            address: string;
            tag: string | null;
            label: string;
            addedAt: number;
            usableFrom: number;
            expiresAt: number | null;
            looksLike: string | null;
          }>;
          balances: Array<{ chainId: string; amount: string; asOf: number }>;
          permits: Array<{
            referenceId: string;
            kind: string;
            chainId: string;
            amount: string;
            address: string;
            tag: string | null;
            status: string;
            registeredAt: number;
            expiresAt: number;
            heldAt: number | null;
            decisionId: string | null;
            endedAt: number | null;
            movedAmount: string | null;
            endedBy: string | null;
          }>;
          revision: number;
        }>;
        nextAfter: string | null;
      };
      meta: unknown;
    }>;
    setRole: TRPCMutationProcedure<{
      input: {
        uid: string;
        role: 'admin' | 'signer';
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    setTier: TRPCMutationProcedure<{
      input: {
        uid: string;
        tier: string | null;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    setStatus: TRPCMutationProcedure<{
      input: {
        uid: string;
        status: 'active' | 'closed' | 'suspended';
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    resetCredential: TRPCMutationProcedure<{
      input: {
        uid: string;
        hashedPassword: string;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
  };
  machines: {
    create: TRPCMutationProcedure<{
      input: {
        machineId: string;
        uid: string;
        role: 'admin' | 'signer';
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    createMany: TRPCMutationProcedure<{
      input: {
        reason: string;
        idempotencyKey?: string | undefined;
        items: Array<{ machineId: string; uid: string; role: 'admin' | 'signer' }>;
      };
      output: {
        results: Array<
          | {
              index: number;
              ok: false;
              fault: {
                code: string;
                message: string;
                details: Array<string>;
                revision?: number | undefined;
                correlationId?: string | undefined;
              };
            }
          | { index: number; ok: true; value: { revision: number } }
        >;
      };
      meta: unknown;
    }>;
    get: TRPCQueryProcedure<{
      input: { machineId: string };
      output: {
        machineId: string;
        uid: string;
        role: string;
        status: string;
        frozen: boolean;
        revision: number;
      };
      meta: unknown;
    }>;
    list: TRPCQueryProcedure<{
      input: {
        after?: string | undefined;
        limit?: number | undefined;
        uid?: string | undefined;
        status?: 'active' | 'closed' | 'suspended' | undefined;
      };
      output: {
        machines: Array<{
          machineId: string;
          uid: string;
          role: string;
          status: string;
          frozen: boolean;
          revision: number;
        }>;
        nextAfter: string | null;
      };
      meta: unknown;
    }>;
    setStatus: TRPCMutationProcedure<{
      input: {
        machineId: string;
        status: 'active' | 'closed' | 'suspended';
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
  };
  tiers: {
    create: TRPCMutationProcedure<{
      input: {
        tierId: string;
        reason: string;
        idempotencyKey?: string | undefined;
        mode?: 'budget' | 'permit' | undefined;
        coolingOffMs?: number | undefined;
        rearmMs?: number | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    change: TRPCMutationProcedure<{
      input: {
        tierId: string;
        reason: string;
        idempotencyKey?: string | undefined;
        mode?: 'budget' | 'permit' | undefined;
        coolingOffMs?: number | undefined;
        rearmMs?: number | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    get: TRPCQueryProcedure<{
      input: { tierId: string };
      output: {
        tierId: string;
        frozen: boolean;
        mode: string;
        coolingOffMs: number;
        rearmMs: number;
        limits: Array<{
          chainId: string;
          limits: Array<
            | {
                kind: 'calendar';
                unit: 'day' | 'month' | 'week' | 'year';
                zone: string;
                startsOn: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'lifetime'; measure: 'amount' | 'count'; max: string; perDestination: boolean }
            | { kind: 'share'; measure: 'amount'; max: string; perDestination: false }
            | {
                kind: 'sliding';
                durationMs: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'transaction'; measure: 'amount'; max: string; perDestination: boolean }
          >;
        }>;
        revision: number;
      };
      meta: unknown;
    }>;
    list: TRPCQueryProcedure<{
      input: { after?: string | undefined; limit?: number | undefined };
      output: {
        tiers: Array<{
          tierId: string;
          frozen: boolean;
          mode: string;
          coolingOffMs: number;
          rearmMs: number;
          limits: Array<{
            chainId: string;
            limits: Array<
              | {
                  kind: 'calendar';
                  unit: 'day' | 'month' | 'week' | 'year';
                  zone: string;
                  startsOn: number;
                  measure: 'amount' | 'count';
                  max: string;
                  perDestination: boolean;
                }
              | { kind: 'lifetime'; measure: 'amount' | 'count'; max: string; perDestination: boolean }
              | { kind: 'share'; measure: 'amount'; max: string; perDestination: false }
              | {
                  kind: 'sliding';
                  durationMs: number;
                  measure: 'amount' | 'count';
                  max: string;
                  perDestination: boolean;
                }
              | { kind: 'transaction'; measure: 'amount'; max: string; perDestination: boolean }
            >;
          }>;
          revision: number;
        }>;
        nextAfter: string | null;
      };
      meta: unknown;
    }>;
  };
  platform: {
    get: TRPCQueryProcedure<{
      input: { [key: string]: never } | undefined;
      output: {
        frozen: boolean;
        chains: Array<{
          chainId: string;
          family: string;
          frozen: boolean;
          limits: Array<
            | {
                kind: 'calendar';
                unit: 'day' | 'month' | 'week' | 'year';
                zone: string;
                startsOn: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'lifetime'; measure: 'amount' | 'count'; max: string; perDestination: boolean }
            | { kind: 'share'; measure: 'amount'; max: string; perDestination: false }
            | {
                kind: 'sliding';
                durationMs: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'transaction'; measure: 'amount'; max: string; perDestination: boolean }
          >;
        }>;
        settings: {
          balanceMaxAgeMs: number;
          coolingOffMs: number;
          rearmMs: number;
          suspectAfterMs: number;
          loosening: string;
          looseningDelayMs: number;
          approvalLifetimeMs: number;
        };
        revision: number;
      };
      meta: unknown;
    }>;
    enableChain: TRPCMutationProcedure<{
      input: {
        chainId: string;
        limits: Array<
          | {
              kind: 'calendar';
              unit: 'day' | 'month' | 'week' | 'year';
              zone: string;
              max: string;
              startsOn?: number | undefined;
              measure?: 'amount' | 'count' | undefined;
              perDestination?: boolean | undefined;
            }
          | {
              kind: 'lifetime';
              max: string;
              measure?: 'amount' | 'count' | undefined;
              perDestination?: boolean | undefined;
            }
          | { kind: 'share'; max: string; measure?: 'amount' | undefined; perDestination?: false | undefined }
          | {
              kind: 'sliding';
              durationMs: number;
              max: string;
              measure?: 'amount' | 'count' | undefined;
              perDestination?: boolean | undefined;
            }
          | {
              kind: 'transaction';
              max: string;
              measure?: 'amount' | undefined;
              perDestination?: boolean | undefined;
            }
        >;
        reason: string;
        idempotencyKey?: string | undefined;
        family?: 'bitcoin' | 'bitcoin_testnet' | 'evm' | 'exact' | 'solana' | 'xrp' | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    disableChain: TRPCMutationProcedure<{
      input: {
        chainId: string;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    changeSettings: TRPCMutationProcedure<{
      input: {
        reason: string;
        idempotencyKey?: string | undefined;
        balanceMaxAgeMs?: number | undefined;
        coolingOffMs?: number | undefined;
        rearmMs?: number | undefined;
        suspectAfterMs?: number | undefined;
        loosening?: 'alone' | 'approved' | undefined;
        looseningDelayMs?: number | undefined;
        approvalLifetimeMs?: number | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
  };
  limits: {
    effective: TRPCQueryProcedure<{
      input: { uid: string; chainId?: string | undefined };
      output: {
        limits: Array<{
          chainId: string;
          key: string;
          layer: string;
          limit:
            | {
                kind: 'calendar';
                unit: 'day' | 'month' | 'week' | 'year';
                zone: string;
                startsOn: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'lifetime'; measure: 'amount' | 'count'; max: string; perDestination: boolean }
            | { kind: 'share'; measure: 'amount'; max: string; perDestination: false }
            | {
                kind: 'sliding';
                durationMs: number;
                measure: 'amount' | 'count';
                max: string;
                perDestination: boolean;
              }
            | { kind: 'transaction'; measure: 'amount'; max: string; perDestination: boolean };
          values: Array<{ layer: string; max: string; expiresAt: number | null }>;
        }>;
      };
      meta: unknown;
    }>;
    set: TRPCMutationProcedure<{
      input:
        | {
            layer: 'platform';
            chainId: string;
            limits: Array<
              | {
                  kind: 'calendar';
                  unit: 'day' | 'month' | 'week' | 'year';
                  zone: string;
                  max: string;
                  startsOn?: number | undefined;
                  measure?: 'amount' | 'count' | undefined;
                  perDestination?: boolean | undefined;
                }
              | {
                  kind: 'lifetime';
                  max: string;
                  measure?: 'amount' | 'count' | undefined;
                  perDestination?: boolean | undefined;
                }
              | {
                  kind: 'share';
                  max: string;
                  measure?: 'amount' | undefined;
                  perDestination?: false | undefined;
                }
              | {
                  kind: 'sliding';
                  durationMs: number;
                  max: string;
                  measure?: 'amount' | 'count' | undefined;
                  perDestination?: boolean | undefined;
                }
              | {
                  kind: 'transaction';
                  max: string;
                  measure?: 'amount' | undefined;
                  perDestination?: boolean | undefined;
                }
            >;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            layer: 'tier';
            tierId: string;
            chainId: string;
            limits: Array<
              | {
                  kind: 'calendar';
                  unit: 'day' | 'month' | 'week' | 'year';
                  zone: string;
                  max: string;
                  startsOn?: number | undefined;
                  measure?: 'amount' | 'count' | undefined;
                  perDestination?: boolean | undefined;
                }
              | {
                  kind: 'lifetime';
                  max: string;
                  measure?: 'amount' | 'count' | undefined;
                  perDestination?: boolean | undefined;
                }
              | {
                  kind: 'share';
                  max: string;
                  measure?: 'amount' | undefined;
                  perDestination?: false | undefined;
                }
              | {
                  kind: 'sliding';
                  durationMs: number;
                  max: string;
                  measure?: 'amount' | 'count' | undefined;
                  perDestination?: boolean | undefined;
                }
              | {
                  kind: 'transaction';
                  max: string;
                  measure?: 'amount' | undefined;
                  perDestination?: boolean | undefined;
                }
            >;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            layer: 'user';
            uid: string;
            chainId: string;
            limits: Array<
              | {
                  kind: 'calendar';
                  unit: 'day' | 'month' | 'week' | 'year';
                  zone: string;
                  max: string;
                  startsOn?: number | undefined;
                  measure?: 'amount' | 'count' | undefined;
                  perDestination?: boolean | undefined;
                }
              | {
                  kind: 'lifetime';
                  max: string;
                  measure?: 'amount' | 'count' | undefined;
                  perDestination?: boolean | undefined;
                }
              | {
                  kind: 'share';
                  max: string;
                  measure?: 'amount' | undefined;
                  perDestination?: false | undefined;
                }
              | {
                  kind: 'sliding';
                  durationMs: number;
                  max: string;
                  measure?: 'amount' | 'count' | undefined;
                  perDestination?: boolean | undefined;
                }
              | {
                  kind: 'transaction';
                  max: string;
                  measure?: 'amount' | undefined;
                  perDestination?: boolean | undefined;
                }
            >;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          };
      output: { revision: number };
      meta: unknown;
    }>;
    setMany: TRPCMutationProcedure<{
      input: {
        reason: string;
        idempotencyKey?: string | undefined;
        items: Array<
          | {
              layer: 'platform';
              chainId: string;
              limits: Array<
                | {
                    kind: 'calendar';
                    unit: 'day' | 'month' | 'week' | 'year';
                    zone: string;
                    max: string;
                    startsOn?: number | undefined;
                    measure?: 'amount' | 'count' | undefined;
                    perDestination?: boolean | undefined;
                  }
                | {
                    kind: 'lifetime';
                    max: string;
                    measure?: 'amount' | 'count' | undefined;
                    perDestination?: boolean | undefined;
                  }
                | {
                    kind: 'share';
                    max: string;
                    measure?: 'amount' | undefined;
                    perDestination?: false | undefined;
                  }
                | {
                    kind: 'sliding';
                    durationMs: number;
                    max: string;
                    measure?: 'amount' | 'count' | undefined;
                    perDestination?: boolean | undefined;
                  }
                | {
                    kind: 'transaction';
                    max: string;
                    measure?: 'amount' | undefined;
                    perDestination?: boolean | undefined;
                  }
              >;
            }
          | {
              layer: 'tier';
              tierId: string;
              chainId: string;
              limits: Array<
                | {
                    kind: 'calendar';
                    unit: 'day' | 'month' | 'week' | 'year';
                    zone: string;
                    max: string;
                    startsOn?: number | undefined;
                    measure?: 'amount' | 'count' | undefined;
                    perDestination?: boolean | undefined;
                  }
                | {
                    kind: 'lifetime';
                    max: string;
                    measure?: 'amount' | 'count' | undefined;
                    perDestination?: boolean | undefined;
                  }
                | {
                    kind: 'share';
                    max: string;
                    measure?: 'amount' | undefined;
                    perDestination?: false | undefined;
                  }
                | {
                    kind: 'sliding';
                    durationMs: number;
                    max: string;
                    measure?: 'amount' | 'count' | undefined;
                    perDestination?: boolean | undefined;
                  }
                | {
                    kind: 'transaction';
                    max: string;
                    measure?: 'amount' | undefined;
                    perDestination?: boolean | undefined;
                  }
              >;
            }
          | {
              layer: 'user';
              uid: string;
              chainId: string;
              limits: Array<
                | {
                    kind: 'calendar';
                    unit: 'day' | 'month' | 'week' | 'year';
                    zone: string;
                    max: string;
                    startsOn?: number | undefined;
                    measure?: 'amount' | 'count' | undefined;
                    perDestination?: boolean | undefined;
                  }
                | {
                    kind: 'lifetime';
                    max: string;
                    measure?: 'amount' | 'count' | undefined;
                    perDestination?: boolean | undefined;
                  }
                | {
                    kind: 'share';
                    max: string;
                    measure?: 'amount' | undefined;
                    perDestination?: false | undefined;
                  }
                | {
                    kind: 'sliding';
                    durationMs: number;
                    max: string;
                    measure?: 'amount' | 'count' | undefined;
                    perDestination?: boolean | undefined;
                  }
                | {
                    kind: 'transaction';
                    max: string;
                    measure?: 'amount' | undefined;
                    perDestination?: boolean | undefined;
                  }
              >;
            }
        >;
      };
      output: {
        results: Array<
          | {
              index: number;
              ok: false;
              fault: {
                code: string;
                message: string;
                details: Array<string>;
                revision?: number | undefined;
                correlationId?: string | undefined;
              };
            }
          | { index: number; ok: true; value: { revision: number } }
        >;
      };
      meta: unknown;
    }>;
    override: TRPCMutationProcedure<{
      input: {
        uid: string;
        chainId: string;
        limit:
          | {
              kind: 'calendar';
              unit: 'day' | 'month' | 'week' | 'year';
              zone: string;
              max: string;
              startsOn?: number | undefined;
              measure?: 'amount' | 'count' | undefined;
              perDestination?: boolean | undefined;
            }
          | {
              kind: 'lifetime';
              max: string;
              measure?: 'amount' | 'count' | undefined;
              perDestination?: boolean | undefined;
            }
          | { kind: 'share'; max: string; measure?: 'amount' | undefined; perDestination?: false | undefined }
          | {
              kind: 'sliding';
              durationMs: number;
              max: string;
              measure?: 'amount' | 'count' | undefined;
              perDestination?: boolean | undefined;
            }
          | {
              kind: 'transaction';
              max: string;
              measure?: 'amount' | undefined;
              perDestination?: boolean | undefined;
            };
        expiresAt: number | string;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    removeOverride: TRPCMutationProcedure<{
      input: {
        uid: string;
        chainId: string;
        key: string;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
  };
  destinations: {
    add: TRPCMutationProcedure<{
      input: {
        uid: string;
        chainId: string;
        address: string;
        reason: string;
        idempotencyKey?: string | undefined;
        label?: string | undefined;
        expiresAt?: number | string | null | undefined;
        tag?: string | null | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    addMany: TRPCMutationProcedure<{
      input: {
        reason: string;
        idempotencyKey?: string | undefined;
        items: Array<{
          uid: string;
          chainId: string;
          address: string;
          label?: string | undefined;
          expiresAt?: number | string | null | undefined;
          tag?: string | null | undefined;
        }>;
      };
      output: {
        results: Array<
          | {
              index: number;
              ok: false;
              fault: {
                code: string;
                message: string;
                details: Array<string>;
                revision?: number | undefined;
                correlationId?: string | undefined;
              };
            }
          | { index: number; ok: true; value: { revision: number } }
        >;
      };
      meta: unknown;
    }>;
    revoke: TRPCMutationProcedure<{
      input: {
        uid: string;
        chainId: string;
        address: string;
        reason: string;
        idempotencyKey?: string | undefined;
        tag?: string | null | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    waiveCoolingOff: TRPCMutationProcedure<{
      input: {
        uid: string;
        chainId: string;
        address: string;
        reason: string;
        idempotencyKey?: string | undefined;
        tag?: string | null | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    list: TRPCQueryProcedure<{
      input: { uid: string; chainId?: string | undefined };
      output: {
        destinations: Array<{
          chainId: string;
          address: string;
          tag: string | null;
          label: string;
          addedAt: number;
          usableFrom: number;
          expiresAt: number | null;
          looksLike: string | null;
        }>;
        revision: number;
      };
      meta: unknown;
    }>;
  };
  balances: {
    push: TRPCMutationProcedure<{
      input: {
        uid: string;
        chainId: string;
        amount: string;
        asOf: number | string;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    pushMany: TRPCMutationProcedure<{
      input: {
        reason: string;
        idempotencyKey?: string | undefined;
        items: Array<{ uid: string; chainId: string; amount: string; asOf: number | string }>;
      };
      output: {
        results: Array<
          | {
              index: number;
              ok: false;
              fault: {
                code: string;
                message: string;
                details: Array<string>;
                revision?: number | undefined;
                correlationId?: string | undefined;
              };
            }
          | { index: number; ok: true; value: { revision: number } }
        >;
      };
      meta: unknown;
    }>;
  };
  permits: {
    register: TRPCMutationProcedure<{
      input: {
        uid: string;
        kind: 'contract' | 'omnibus_withdrawal' | 'transfer';
        chainId: string;
        amount: string;
        address: string;
        reason: string;
        idempotencyKey?: string | undefined;
        tag?: string | null | undefined;
        lifetimeMs?: number | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number; referenceId: string; expiresAt: number };
      meta: unknown;
    }>;
    registerMany: TRPCMutationProcedure<{
      input: {
        reason: string;
        idempotencyKey?: string | undefined;
        items: Array<{
          uid: string;
          kind: 'contract' | 'omnibus_withdrawal' | 'transfer';
          chainId: string;
          amount: string;
          address: string;
          tag?: string | null | undefined;
          lifetimeMs?: number | undefined;
        }>;
      };
      output: {
        results: Array<
          | {
              index: number;
              ok: false;
              fault: {
                code: string;
                message: string;
                details: Array<string>;
                revision?: number | undefined;
                correlationId?: string | undefined;
              };
            }
          | { index: number; ok: true; value: { revision: number; referenceId: string; expiresAt: number } }
        >;
      };
      meta: unknown;
    }>;
    get: TRPCQueryProcedure<{
      input: { uid: string; referenceId: string };
      output: {
        referenceId: string;
        kind: string;
        chainId: string;
        amount: string;
        address: string;
        tag: string | null;
        status: string;
        registeredAt: number;
        expiresAt: number;
        heldAt: number | null;
        decisionId: string | null;
        endedAt: number | null;
        movedAmount: string | null;
        endedBy: string | null;
      };
      meta: unknown;
    }>;
    list: TRPCQueryProcedure<{
      input: {
        uid: string;
        status?: 'expired' | 'held' | 'registered' | 'released' | 'settled' | 'suspect' | undefined;
        chainId?: string | undefined;
      };
      output: {
        permits: Array<{
          referenceId: string;
          kind: string;
          chainId: string;
          amount: string;
          address: string;
          tag: string | null;
          status: string;
          registeredAt: number;
          expiresAt: number;
          heldAt: number | null;
          decisionId: string | null;
          endedAt: number | null;
          movedAmount: string | null;
          endedBy: string | null;
        }>;
      };
      meta: unknown;
    }>;
    settle: TRPCMutationProcedure<{
      input: {
        uid: string;
        referenceId: string;
        reason: string;
        idempotencyKey?: string | undefined;
        amount?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    release: TRPCMutationProcedure<{
      input: {
        uid: string;
        referenceId: string;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
    reconcile: TRPCMutationProcedure<{
      input: {
        outcome: 'released' | 'settled';
        uid: string;
        referenceId: string;
        reason: string;
        idempotencyKey?: string | undefined;
        amount?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: { revision: number };
      meta: unknown;
    }>;
  };
  freezes: {
    freeze: TRPCMutationProcedure<{
      input:
        | {
            scope: 'chain';
            subject: string;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            scope: 'machine';
            subject: string;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            scope: 'platform';
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            scope: 'tier';
            subject: string;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            scope: 'user';
            subject: string;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          };
      output: { revision: number };
      meta: unknown;
    }>;
    unfreeze: TRPCMutationProcedure<{
      input:
        | {
            scope: 'chain';
            subject: string;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            scope: 'machine';
            subject: string;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            scope: 'platform';
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            scope: 'tier';
            subject: string;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          }
        | {
            scope: 'user';
            subject: string;
            reason: string;
            idempotencyKey?: string | undefined;
            expectedRevision?: number | undefined;
          };
      output: { revision: number };
      meta: unknown;
    }>;
    list: TRPCQueryProcedure<{
      input: {
        scope: 'chain' | 'machine' | 'platform' | 'tier' | 'user';
        after?: string | undefined;
        limit?: number | undefined;
      };
      output: { subjects: Array<string>; nextAfter: string | null };
      meta: unknown;
    }>;
  };
  changes: {
    propose: TRPCMutationProcedure<{
      input: {
        change:
          | {
              procedure: 'destinations.add';
              input: {
                uid: string;
                chainId: string;
                address: string;
                label?: string | undefined;
                expiresAt?: number | string | null | undefined;
                tag?: string | null | undefined;
              };
            }
          | {
              procedure: 'destinations.waiveCoolingOff';
              input: { uid: string; chainId: string; address: string; tag?: string | null | undefined };
            }
          | {
              procedure: 'freezes.freeze';
              input:
                | { scope: 'chain'; subject: string }
                | { scope: 'machine'; subject: string }
                | { scope: 'platform' }
                | { scope: 'tier'; subject: string }
                | { scope: 'user'; subject: string };
            }
          | {
              procedure: 'freezes.unfreeze';
              input:
                | { scope: 'chain'; subject: string }
                | { scope: 'machine'; subject: string }
                | { scope: 'platform' }
                | { scope: 'tier'; subject: string }
                | { scope: 'user'; subject: string };
            }
          | {
              procedure: 'limits.override';
              input: {
                uid: string;
                chainId: string;
                limit:
                  | {
                      kind: 'calendar';
                      unit: 'day' | 'month' | 'week' | 'year';
                      zone: string;
                      max: string;
                      startsOn?: number | undefined;
                      measure?: 'amount' | 'count' | undefined;
                      perDestination?: boolean | undefined;
                    }
                  | {
                      kind: 'lifetime';
                      max: string;
                      measure?: 'amount' | 'count' | undefined;
                      perDestination?: boolean | undefined;
                    }
                  | {
                      kind: 'share';
                      max: string;
                      measure?: 'amount' | undefined;
                      perDestination?: false | undefined;
                    }
                  | {
                      kind: 'sliding';
                      durationMs: number;
                      max: string;
                      measure?: 'amount' | 'count' | undefined;
                      perDestination?: boolean | undefined;
                    }
                  | {
                      kind: 'transaction';
                      max: string;
                      measure?: 'amount' | undefined;
                      perDestination?: boolean | undefined;
                    };
                expiresAt: number | string;
              };
            }
          | { procedure: 'limits.removeOverride'; input: { uid: string; chainId: string; key: string } }
          | {
              procedure: 'limits.set';
              input:
                | {
                    layer: 'platform';
                    chainId: string;
                    limits: Array<
                      | {
                          kind: 'calendar';
                          unit: 'day' | 'month' | 'week' | 'year';
                          zone: string;
                          max: string;
                          startsOn?: number | undefined;
                          measure?: 'amount' | 'count' | undefined;
                          perDestination?: boolean | undefined;
                        }
                      | {
                          kind: 'lifetime';
                          max: string;
                          measure?: 'amount' | 'count' | undefined;
                          perDestination?: boolean | undefined;
                        }
                      | {
                          kind: 'share';
                          max: string;
                          measure?: 'amount' | undefined;
                          perDestination?: false | undefined;
                        }
                      | {
                          kind: 'sliding';
                          durationMs: number;
                          max: string;
                          measure?: 'amount' | 'count' | undefined;
                          perDestination?: boolean | undefined;
                        }
                      | {
                          kind: 'transaction';
                          max: string;
                          measure?: 'amount' | undefined;
                          perDestination?: boolean | undefined;
                        }
                    >;
                  }
                | {
                    layer: 'tier';
                    tierId: string;
                    chainId: string;
                    limits: Array<
                      | {
                          kind: 'calendar';
                          unit: 'day' | 'month' | 'week' | 'year';
                          zone: string;
                          max: string;
                          startsOn?: number | undefined;
                          measure?: 'amount' | 'count' | undefined;
                          perDestination?: boolean | undefined;
                        }
                      | {
                          kind: 'lifetime';
                          max: string;
                          measure?: 'amount' | 'count' | undefined;
                          perDestination?: boolean | undefined;
                        }
                      | {
                          kind: 'share';
                          max: string;
                          measure?: 'amount' | undefined;
                          perDestination?: false | undefined;
                        }
                      | {
                          kind: 'sliding';
                          durationMs: number;
                          max: string;
                          measure?: 'amount' | 'count' | undefined;
                          perDestination?: boolean | undefined;
                        }
                      | {
                          kind: 'transaction';
                          max: string;
                          measure?: 'amount' | undefined;
                          perDestination?: boolean | undefined;
                        }
                    >;
                  }
                | {
                    layer: 'user';
                    uid: string;
                    chainId: string;
                    limits: Array<
                      | {
                          kind: 'calendar';
                          unit: 'day' | 'month' | 'week' | 'year';
                          zone: string;
                          max: string;
                          startsOn?: number | undefined;
                          measure?: 'amount' | 'count' | undefined;
                          perDestination?: boolean | undefined;
                        }
                      | {
                          kind: 'lifetime';
                          max: string;
                          measure?: 'amount' | 'count' | undefined;
                          perDestination?: boolean | undefined;
                        }
                      | {
                          kind: 'share';
                          max: string;
                          measure?: 'amount' | undefined;
                          perDestination?: false | undefined;
                        }
                      | {
                          kind: 'sliding';
                          durationMs: number;
                          max: string;
                          measure?: 'amount' | 'count' | undefined;
                          perDestination?: boolean | undefined;
                        }
                      | {
                          kind: 'transaction';
                          max: string;
                          measure?: 'amount' | undefined;
                          perDestination?: boolean | undefined;
                        }
                    >;
                  };
            }
          | {
              procedure: 'machines.create';
              input: { machineId: string; uid: string; role: 'admin' | 'signer' };
            }
          | {
              procedure: 'machines.setStatus';
              input: { machineId: string; status: 'active' | 'closed' | 'suspended' };
            }
          | {
              procedure: 'platform.changeSettings';
              input: {
                balanceMaxAgeMs?: number | undefined;
                coolingOffMs?: number | undefined;
                rearmMs?: number | undefined;
                suspectAfterMs?: number | undefined;
                loosening?: 'alone' | 'approved' | undefined;
                looseningDelayMs?: number | undefined;
                approvalLifetimeMs?: number | undefined;
              };
            }
          | { procedure: 'platform.disableChain'; input: { chainId: string } }
          | {
              procedure: 'platform.enableChain';
              input: {
                chainId: string;
                limits: Array<
                  | {
                      kind: 'calendar';
                      unit: 'day' | 'month' | 'week' | 'year';
                      zone: string;
                      max: string;
                      startsOn?: number | undefined;
                      measure?: 'amount' | 'count' | undefined;
                      perDestination?: boolean | undefined;
                    }
                  | {
                      kind: 'lifetime';
                      max: string;
                      measure?: 'amount' | 'count' | undefined;
                      perDestination?: boolean | undefined;
                    }
                  | {
                      kind: 'share';
                      max: string;
                      measure?: 'amount' | undefined;
                      perDestination?: false | undefined;
                    }
                  | {
                      kind: 'sliding';
                      durationMs: number;
                      max: string;
                      measure?: 'amount' | 'count' | undefined;
                      perDestination?: boolean | undefined;
                    }
                  | {
                      kind: 'transaction';
                      max: string;
                      measure?: 'amount' | undefined;
                      perDestination?: boolean | undefined;
                    }
                >;
                family?: 'bitcoin' | 'bitcoin_testnet' | 'evm' | 'exact' | 'solana' | 'xrp' | undefined;
              };
            }
          | { procedure: 'policy.publish'; input: { version: number } }
          | {
              procedure: 'tiers.change';
              input: {
                tierId: string;
                mode?: 'budget' | 'permit' | undefined;
                coolingOffMs?: number | undefined;
                rearmMs?: number | undefined;
              };
            }
          | {
              procedure: 'tiers.create';
              input: {
                tierId: string;
                mode?: 'budget' | 'permit' | undefined;
                coolingOffMs?: number | undefined;
                rearmMs?: number | undefined;
              };
            }
          | { procedure: 'users.setRole'; input: { uid: string; role: 'admin' | 'signer' } }
          | {
              procedure: 'users.setStatus';
              input: { uid: string; status: 'active' | 'closed' | 'suspended' };
            }
          | { procedure: 'users.setTier'; input: { uid: string; tier: string | null } };
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: {
        changeId: string;
        change: { procedure: string; input: { [key: string]: unknown } };
        status: string;
        proposedBy: string;
        reason: string;
        proposedAt: number;
        dueAt: number;
        expiresAt: number;
        needsApproval: boolean;
        approvals: Array<{ actor: string; reason: string; at: number }>;
        rejection: { actor: string; reason: string; at: number } | null;
        loosenings: Array<string>;
        effect: {
          subject: string;
          limits: Array<{
            chainId: string;
            key: string;
            before: { max: string; layer: string } | null;
            after: { max: string; layer: string } | null;
          }>;
          others: Array<string>;
          blastRadius: Array<{
            chainId: string;
            users: number;
            complete: boolean;
            next: {
              hour: { before: string; after: string };
              day: { before: string; after: string };
              week: { before: string; after: string };
            };
          }>;
        };
        appliedAt: number | null;
        appliedRevision: number | null;
        failure: string | null;
        revision: number;
      };
      meta: unknown;
    }>;
    approve: TRPCMutationProcedure<{
      input: {
        changeId: string;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: {
        changeId: string;
        change: { procedure: string; input: { [key: string]: unknown } };
        status: string;
        proposedBy: string;
        reason: string;
        proposedAt: number;
        dueAt: number;
        expiresAt: number;
        needsApproval: boolean;
        approvals: Array<{ actor: string; reason: string; at: number }>;
        rejection: { actor: string; reason: string; at: number } | null;
        loosenings: Array<string>;
        effect: {
          subject: string;
          limits: Array<{
            chainId: string;
            key: string;
            before: { max: string; layer: string } | null;
            after: { max: string; layer: string } | null;
          }>;
          others: Array<string>;
          blastRadius: Array<{
            chainId: string;
            users: number;
            complete: boolean;
            next: {
              hour: { before: string; after: string };
              day: { before: string; after: string };
              week: { before: string; after: string };
            };
          }>;
        };
        appliedAt: number | null;
        appliedRevision: number | null;
        failure: string | null;
        revision: number;
      };
      meta: unknown;
    }>;
    reject: TRPCMutationProcedure<{
      input: {
        changeId: string;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: {
        changeId: string;
        change: { procedure: string; input: { [key: string]: unknown } };
        status: string;
        proposedBy: string;
        reason: string;
        proposedAt: number;
        dueAt: number;
        expiresAt: number;
        needsApproval: boolean;
        approvals: Array<{ actor: string; reason: string; at: number }>;
        rejection: { actor: string; reason: string; at: number } | null;
        loosenings: Array<string>;
        effect: {
          subject: string;
          limits: Array<{
            chainId: string;
            key: string;
            before: { max: string; layer: string } | null;
            after: { max: string; layer: string } | null;
          }>;
          others: Array<string>;
          blastRadius: Array<{
            chainId: string;
            users: number;
            complete: boolean;
            next: {
              hour: { before: string; after: string };
              day: { before: string; after: string };
              week: { before: string; after: string };
            };
          }>;
        };
        appliedAt: number | null;
        appliedRevision: number | null;
        failure: string | null;
        revision: number;
      };
      meta: unknown;
    }>;
    withdraw: TRPCMutationProcedure<{
      input: {
        changeId: string;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: {
        changeId: string;
        change: { procedure: string; input: { [key: string]: unknown } };
        status: string;
        proposedBy: string;
        reason: string;
        proposedAt: number;
        dueAt: number;
        expiresAt: number;
        needsApproval: boolean;
        approvals: Array<{ actor: string; reason: string; at: number }>;
        rejection: { actor: string; reason: string; at: number } | null;
        loosenings: Array<string>;
        effect: {
          subject: string;
          limits: Array<{
            chainId: string;
            key: string;
            before: { max: string; layer: string } | null;
            after: { max: string; layer: string } | null;
          }>;
          others: Array<string>;
          blastRadius: Array<{
            chainId: string;
            users: number;
            complete: boolean;
            next: {
              hour: { before: string; after: string };
              day: { before: string; after: string };
              week: { before: string; after: string };
            };
          }>;
        };
        appliedAt: number | null;
        appliedRevision: number | null;
        failure: string | null;
        revision: number;
      };
      meta: unknown;
    }>;
    get: TRPCQueryProcedure<{
      input: { changeId: string };
      output: {
        changeId: string;
        change: { procedure: string; input: { [key: string]: unknown } };
        status: string;
        proposedBy: string;
        reason: string;
        proposedAt: number;
        dueAt: number;
        expiresAt: number;
        needsApproval: boolean;
        approvals: Array<{ actor: string; reason: string; at: number }>;
        rejection: { actor: string; reason: string; at: number } | null;
        loosenings: Array<string>;
        effect: {
          subject: string;
          limits: Array<{
            chainId: string;
            key: string;
            before: { max: string; layer: string } | null;
            after: { max: string; layer: string } | null;
          }>;
          others: Array<string>;
          blastRadius: Array<{
            chainId: string;
            users: number;
            complete: boolean;
            next: {
              hour: { before: string; after: string };
              day: { before: string; after: string };
              week: { before: string; after: string };
            };
          }>;
        };
        appliedAt: number | null;
        appliedRevision: number | null;
        failure: string | null;
        revision: number;
      };
      meta: unknown;
    }>;
    list: TRPCQueryProcedure<{
      input: {
        after?: string | undefined;
        limit?: number | undefined;
        status?: 'applied' | 'approved' | 'expired' | 'failed' | 'pending' | 'rejected' | undefined;
      };
      output: {
        changes: Array<{
          changeId: string;
          change: { procedure: string; input: { [key: string]: unknown } };
          status: string;
          proposedBy: string;
          reason: string;
          proposedAt: number;
          dueAt: number;
          expiresAt: number;
          needsApproval: boolean;
          approvals: Array<{ actor: string; reason: string; at: number }>;
          rejection: { actor: string; reason: string; at: number } | null;
          loosenings: Array<string>;
          effect: {
            subject: string;
            limits: Array<{
              chainId: string;
              key: string;
              before: { max: string; layer: string } | null;
              after: { max: string; layer: string } | null;
            }>;
            others: Array<string>;
            blastRadius: Array<{
              chainId: string;
              users: number;
              complete: boolean;
              next: {
                hour: { before: string; after: string };
                day: { before: string; after: string };
                week: { before: string; after: string };
              };
            }>;
          };
          appliedAt: number | null;
          appliedRevision: number | null;
          failure: string | null;
          revision: number;
        }>;
        nextAfter: string | null;
      };
      meta: unknown;
    }>;
  };
  events: {
    list: TRPCQueryProcedure<{
      input: {
        after?: number | undefined;
        limit?: number | undefined;
        waitMs?: number | undefined;
        kind?:
          | 'change'
          | 'checkpoint'
          | 'machine'
          | 'notification'
          | 'platform'
          | 'policy'
          | 'tier'
          | 'user'
          | undefined;
        id?: string | undefined;
      };
      output: {
        events: Array<{
          position: number;
          kind: string;
          id: string;
          seq: number;
          type: string;
          at: number;
          actor: string;
          reason: string;
          requestId: string;
          data: unknown;
          prev: string;
          hash: string;
        }>;
        nextPosition: number;
      };
      meta: unknown;
    }>;
    subscribe: TRPCSubscriptionProcedure<{
      input:
        | {
            lastEventId?: string | null | undefined;
            kinds?:
              | Array<
                  | 'change'
                  | 'checkpoint'
                  | 'machine'
                  | 'notification'
                  | 'platform'
                  | 'policy'
                  | 'tier'
                  | 'user'
                >
              | undefined;
            id?: string | undefined;
          }
        | undefined;
      output: AsyncIterable<{
        id: string;
        data: {
          position: number;
          kind: string;
          id: string;
          seq: number;
          type: string;
          at: number;
          actor: string;
          reason: string;
          requestId: string;
          data: unknown;
          prev: string;
          hash: string;
        };
      }>;
      meta: unknown;
    }>;
    verify: TRPCQueryProcedure<{
      input: {
        kind: 'change' | 'checkpoint' | 'machine' | 'notification' | 'platform' | 'policy' | 'tier' | 'user';
        id: string;
      };
      output: { verified: boolean; seq: number; head: string | null; broken: string | null };
      meta: unknown;
    }>;
    checkpoint: TRPCMutationProcedure<{
      input: { reason: string; idempotencyKey?: string | undefined; expectedRevision?: number | undefined };
      output: { position: number; digest: string; at: number; keyId: string; signature: string };
      meta: unknown;
    }>;
    auditKey: TRPCQueryProcedure<{
      input: { [key: string]: never } | undefined;
      output: { keyId: string; publicKey: string };
      meta: unknown;
    }>;
  };
  decisions: {
    get: TRPCQueryProcedure<{
      input: { decisionId: string };
      output: {
        schema: number;
        id: string;
        at: number;
        uid: string;
        machineId: string | null;
        referenceId: string;
        outcome: string;
        rule: string;
        revisions: { user: number; platform: number; tier: number | null; machine: number | null };
        tierId: string | null;
        asked: { chainId: string; address: string; tag: string | null; amount: string } | null;
        binding: { key: string; layer: string; max: string } | null;
        headroom: Array<{
          key: string;
          layer: string;
          max: string;
          used: string;
          held: string;
          before: string;
          after: string;
          moreAt: number | null;
        }>;
        budget: Array<{
          chainId: string;
          limit: string;
          binding: { key: string; layer: string; max: string } | null;
        }> | null;
        usableFrom: number | null;
        moreAt: number | null;
        sentence: string;
      };
      meta: unknown;
    }>;
    list: TRPCQueryProcedure<{
      input: { uid: string; afterSeq?: number | undefined; limit?: number | undefined };
      output: {
        decisions: Array<{
          schema: number;
          id: string;
          at: number;
          uid: string;
          machineId: string | null;
          referenceId: string;
          outcome: string;
          rule: string;
          revisions: { user: number; platform: number; tier: number | null; machine: number | null };
          tierId: string | null;
          asked: { chainId: string; address: string; tag: string | null; amount: string } | null;
          binding: { key: string; layer: string; max: string } | null;
          headroom: Array<{
            key: string;
            layer: string;
            max: string;
            used: string;
            held: string;
            before: string;
            after: string;
            moreAt: number | null;
          }>;
          budget: Array<{
            chainId: string;
            limit: string;
            binding: { key: string; layer: string; max: string } | null;
          }> | null;
          usableFrom: number | null;
          moreAt: number | null;
          sentence: string;
        }>;
        nextAfterSeq: number | null;
      };
      meta: unknown;
    }>;
    explain: TRPCQueryProcedure<{
      input: { decisionId: string };
      output: {
        sentence: string;
        decision: {
          schema: number;
          id: string;
          at: number;
          uid: string;
          machineId: string | null;
          referenceId: string;
          outcome: string;
          rule: string;
          revisions: { user: number; platform: number; tier: number | null; machine: number | null };
          tierId: string | null;
          asked: { chainId: string; address: string; tag: string | null; amount: string } | null;
          binding: { key: string; layer: string; max: string } | null;
          headroom: Array<{
            key: string;
            layer: string;
            max: string;
            used: string;
            held: string;
            before: string;
            after: string;
            moreAt: number | null;
          }>;
          budget: Array<{
            chainId: string;
            limit: string;
            binding: { key: string; layer: string; max: string } | null;
          }> | null;
          usableFrom: number | null;
          moreAt: number | null;
          sentence: string;
        };
      };
      meta: unknown;
    }>;
  };
  notifications: {
    list: TRPCQueryProcedure<{
      input: {
        uid?: string | undefined;
        outcome?:
          'acted' | 'ambiguous' | 'late' | 'recorded' | 'unknown' | 'unmatched' | 'unreadable' | undefined;
        after?: string | undefined;
        limit?: number | undefined;
      };
      output: {
        notifications: Array<{
          digest: string;
          uid: string | null;
          receivedAt: number;
          type: string | null;
          rule: string | null;
          outcome: string;
          referenceId: string | null;
          payload: string;
        }>;
        nextAfter: string | null;
      };
      meta: unknown;
    }>;
  };
  policy: {
    draft: TRPCMutationProcedure<{
      input: {
        document: { [key: string]: unknown };
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: {
        version: number | null;
        document: { [key: string]: unknown };
        status: string;
        draftedBy: string | null;
        reason: string | null;
        draftedAt: number | null;
        publishedBy: string | null;
        publishedAt: number | null;
        revision: number;
      };
      meta: unknown;
    }>;
    validate: TRPCQueryProcedure<{
      input: { document?: { [key: string]: unknown } | undefined; version?: number | undefined };
      output: { mistakes: Array<string>; differences: Array<string>; loosenings: Array<string> };
      meta: unknown;
    }>;
    backtest: TRPCQueryProcedure<{
      input: {
        after?: string | undefined;
        limit?: number | undefined;
        document?: { [key: string]: unknown } | undefined;
        version?: number | undefined;
      };
      output: {
        differences: Array<{
          uid: string;
          at: number;
          decisionId: string;
          was: string;
          would: string;
          rule: string;
          limitKey: string | null;
          layer: string | null;
          chainId: string | null;
          amount: string | null;
        }>;
        users: number;
        decisions: number;
        untold: number;
        unusable: Array<string>;
        notReplayed: Array<string>;
        nextAfter: string | null;
      };
      meta: unknown;
    }>;
    publish: TRPCMutationProcedure<{
      input: {
        version: number;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: {
        version: number | null;
        document: { [key: string]: unknown };
        status: string;
        draftedBy: string | null;
        reason: string | null;
        draftedAt: number | null;
        publishedBy: string | null;
        publishedAt: number | null;
        revision: number;
      };
      meta: unknown;
    }>;
    rollback: TRPCMutationProcedure<{
      input: {
        version: number;
        reason: string;
        idempotencyKey?: string | undefined;
        expectedRevision?: number | undefined;
      };
      output: {
        version: number | null;
        document: { [key: string]: unknown };
        status: string;
        draftedBy: string | null;
        reason: string | null;
        draftedAt: number | null;
        publishedBy: string | null;
        publishedAt: number | null;
        revision: number;
      };
      meta: unknown;
    }>;
    get: TRPCQueryProcedure<{
      input: { version?: number | undefined };
      output: {
        version: number | null;
        document: { [key: string]: unknown };
        status: string;
        draftedBy: string | null;
        reason: string | null;
        draftedAt: number | null;
        publishedBy: string | null;
        publishedAt: number | null;
        revision: number;
      };
      meta: unknown;
    }>;
    history: TRPCQueryProcedure<{
      input: { before?: number | undefined; limit?: number | undefined };
      output: {
        versions: Array<{
          version: number | null;
          document: { [key: string]: unknown };
          status: string;
          draftedBy: string | null;
          reason: string | null;
          draftedAt: number | null;
          publishedBy: string | null;
          publishedAt: number | null;
          revision: number;
        }>;
        nextBefore: number | null;
      };
      meta: unknown;
    }>;
  };
};
