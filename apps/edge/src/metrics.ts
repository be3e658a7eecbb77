import type { SecretRole } from '@countersign/envelope';
import type { Metrics, ReloadOutcome } from '@countersign/runtime';
import type { Replay } from './answering';
import type { Peer } from './connections';
import type { Outcome } from './replies';
import type { SecretRing } from './secret-ring';
import { lastUsedSeconds } from './secret-status';

/** What the edge counts, by name. Labels are closed sets; nothing here names a user, a source or a secret. */
export interface EdgeMetrics {
  readonly request: (path: string, outcome: Outcome, ms: number) => void;
  readonly replay: (path: string, what: Replay) => void;
  readonly locked: () => void;
  readonly refusedConnection: (peer: Peer) => void;
  readonly turnedAway: () => void;
  readonly opened: (role: SecretRole) => void;
  readonly reload: (what: string, outcome: ReloadOutcome) => void;
  readonly inFlight: (read: () => number) => void;
  readonly remembered: (read: () => number) => void;
  readonly secrets: (ring: SecretRing) => void;
  /** `ends` in ms UTC. */
  readonly certificate: (what: 'engine' | 'server', ends: () => number) => void;
}

export function createEdgeMetrics(metrics: Metrics): EdgeMetrics {
  const requests = metrics.histogram('edge_request_seconds', 'Answers to CoKeeps.', ['path', 'outcome']);
  const replays = metrics.counter(
    'edge_replays_total',
    'Ciphertexts that came again, by what became of them.',
    ['path', 'outcome'],
  );
  const locked = metrics.counter(
    'edge_locked_logins_total',
    'Logins refused because of failures before.',
    [],
  );
  const connections = metrics.counter(
    'edge_refused_connections_total',
    'Connections cut off at accept: too many of one caller, or of addresses that may not call.',
    ['peer'],
  );
  const strangers = metrics.counter('edge_turned_away_total', 'Requests of addresses that may not call.', []);
  const opened = metrics.counter('edge_secret_opened_total', 'Requests opened, by which secret.', ['secret']);
  const reloads = metrics.counter('edge_reloads_total', 'What was loaded again.', ['what', 'outcome']);
  return {
    request: (path, outcome, ms) => requests.observe({ path, outcome }, ms / 1000),
    replay: (path, outcome) => replays.inc({ path, outcome }),
    locked: () => locked.inc(),
    refusedConnection: (peer) => connections.inc({ peer }),
    turnedAway: () => strangers.inc(),
    opened: (secret) => opened.inc({ secret }),
    reload: (what, outcome) => reloads.inc({ what, outcome }),
    remembered: (read) =>
      metrics.gauge(
        'edge_replay_remembered',
        'Requests that would be known again; at 100,000 the oldest go.',
        read,
      ),
    inFlight: (read) => metrics.gauge('edge_requests_in_flight', 'Requests being answered.', read),
    secrets(ring) {
      for (const role of ['current', 'previous'] as const) {
        metrics.gauge(
          `edge_secret_${role}_last_used_seconds`,
          'When it last opened a request, Unix time; 0 for never.',
          () => lastUsedSeconds(ring, role),
        );
      }
    },
    certificate: (what, ends) =>
      metrics.gauge(`edge_${what}_certificate_ends_seconds`, 'When it ends, Unix time.', () => ends() / 1000),
  };
}
