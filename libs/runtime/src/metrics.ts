import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/**
 * Prometheus metrics of one process, in a registry of its own. Labels come from closed sets (methods, codes, rules,
 * endpoints): never a uid, an address or anything else that a caller chooses.
 */
export interface Metrics {
  /** The text exposition, for the operations port. */
  text(): Promise<string>;
  readonly contentType: string;
  counter<L extends string>(name: string, help: string, labels: readonly L[]): Counter<L>;
  gauge(name: string, help: string, collect: () => number): void;
  /** Seconds. */
  histogram<L extends string>(name: string, help: string, labels: readonly L[]): Histogram<L>;
}

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    counter: (name, help, labels) => new Counter({ name, help, labelNames: [...labels], registers }),
    gauge: (name, help, collect) => {
      const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(collect()) });
    },
    histogram: (name, help, labels) =>
      new Histogram({ name, help, labelNames: [...labels], buckets: SECONDS, registers }),
  };
}
