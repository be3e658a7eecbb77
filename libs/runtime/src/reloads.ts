import type { Log } from './log';
import { changedSince, lookAt, lookAtNow } from './watch-files';

/**
 * What a running process loads again without a restart: at SIGHUP everything, and when a watched file has changed what
 * came from it. A load that fails changes nothing: what was loaded before stays in use, and the next change or SIGHUP
 * tries again.
 *
 * One thing is loaded once at a time. Files are looked at before a load and not after it, so that what changes while
 * it runs leads to one more load; two files that are replaced one after the other are at worst loaded in between, which
 * fails or not, and then again.
 */
export interface Reloadable {
  /** Names it in the log and in metrics. */
  readonly name: string;
  /** What to look at now; it may be other files after a load. */
  readonly files: () => readonly string[];
  /** When its first load began, ms UTC: what has changed since may not have been read. */
  readonly since: number;
  /** Replaces what is in use, or throws and leaves it as it was. */
  readonly load: () => Promise<void>;
}

export type ReloadOutcome = 'done' | 'failed';

export interface ReloadsDeps {
  readonly log: Log;
  readonly process: Pick<NodeJS.Process, 'on'>;
  /** ms between two looks at the files. */
  readonly everyMs: number;
  readonly observe: (name: string, outcome: ReloadOutcome) => void;
}

export interface Reloads {
  /** After its own first load. */
  add(what: Reloadable): void;
  /** Resolves when nothing is being loaded and nothing will be. SIGHUP does nothing from then on, not even kill. */
  stop(): Promise<void>;
}

interface Watched {
  readonly what: Reloadable;
  /** How its files looked before they were last loaded. */
  seen: string;
  running: Promise<void> | undefined;
  /** SIGHUP came and no load has begun since. */
  asked: boolean;
}

export function createReloads({ log, process, everyMs, observe }: ReloadsDeps): Reloads {
  const all: Watched[] = [];
  let stopped = false;

  async function load({ name, load: loadAgain }: Reloadable): Promise<void> {
    try {
      await loadAgain();
      observe(name, 'done');
      log.info({ what: name }, 'reloaded');
    } catch (error) {
      observe(name, 'failed');
      log.error({ what: name, err: error }, 'could not be reloaded; what was loaded before stays in use');
    }
  }

  async function run(watched: Watched): Promise<void> {
    do {
      const found = await lookAt(watched.what.files());
      if (stopped || (found === watched.seen && !watched.asked)) return;
      watched.asked = false;
      watched.seen = found;
      await load(watched.what);
    } while (watched.asked);
  }

  function look(watched: Watched): void {
    watched.running ??= run(watched).finally(() => (watched.running = undefined));
  }

  const timer = setInterval(() => all.forEach(look), everyMs);
  timer.unref();
  process.on('SIGHUP', () => {
    for (const watched of all) {
      watched.asked = true;
      look(watched);
    }
  });

  return {
    add: (what) => {
      const files = what.files();
      const seen = changedSince(files, what.since) ? 'not as it was read' : lookAtNow(files);
      all.push({ what, seen, running: undefined, asked: false });
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await Promise.all(all.map(({ running }) => running));
    },
  };
}
