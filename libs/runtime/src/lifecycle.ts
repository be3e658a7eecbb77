import type { Log } from './log';

/**
 * How a process lives: start, serve, and on SIGTERM or SIGINT stop in the order given, each step bounded in time. A
 * second signal stops at once. A bug that reaches the top is logged and ends the process: state that a bug has touched
 * is not served from.
 */
export interface StopStep {
  readonly name: string;
  readonly stop: () => Promise<void>;
}

export interface LifecycleDeps {
  readonly log: Log;
  readonly process: Pick<NodeJS.Process, 'on' | 'exit'>;
  /** ms for all steps together. */
  readonly graceMs: number;
}

export interface Lifecycle {
  /** Steps run last added first: what was started last is stopped first. */
  onStop(step: StopStep): void;
  stop(reason: string, exitCode: number): Promise<void>;
  /** True from the first moment of stopping: a process that stops is no longer ready. */
  stopping(): boolean;
}

export function createLifecycle({ log, process, graceMs }: LifecycleDeps): Lifecycle {
  const steps: StopStep[] = [];
  let stopping: Promise<void> | undefined;

  async function run(reason: string, exitCode: number): Promise<void> {
    log.info({ reason }, 'stopping');
    const timer = setTimeout(() => {
      log.error({ graceMs }, 'not stopped in time');
      process.exit(1);
    }, graceMs);
    timer.unref();
    for (const { name, stop } of steps.reverse()) {
      try {
        await stop();
      } catch (error) {
        log.error({ step: name, err: error }, 'a step of stopping failed');
      }
    }
    clearTimeout(timer);
    log.info({ reason }, 'stopped');
    process.exit(exitCode);
  }

  const stop = (reason: string, exitCode: number): Promise<void> => (stopping ??= run(reason, exitCode));

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping !== undefined) process.exit(1);
      void stop(signal, 0);
    });
  }
  for (const bug of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(bug, (error: unknown) => {
      log.error({ err: error }, bug);
      void stop(bug, 1);
    });
  }
  return { onStop: (step) => void steps.push(step), stop, stopping: () => stopping !== undefined };
}
