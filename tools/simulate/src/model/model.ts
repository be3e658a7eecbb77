import { demandAuthority } from './authority';
import { createBooks, current, type Books, type View } from './books';
import { demandDestination, demandRearmed } from './cooling';
import type { Intent, Issued, LogEvent } from './intent';
import { judge, judgeBudget, type DecisionData } from './judge';
import { knownPermit } from './known-permit';
import { record } from './record';
import { demandAnswer, type Answer } from './answer';
import type { Version } from './state';
import { createWallCalendar } from './wall-calendar';
import { demand } from '../violation';

/**
 * The slow, obviously right model. It keeps plain lists of everything the log tells, recomputes from them whatever the
 * engine decided, and knows who asked for what. It shares no code with the policy core. What it demands of every event:
 * somebody asked for it in these words; a decision rests on states that were current while the call ran and is what
 * those states say; and a permit is granted once. Throws Violation.
 */
export interface Model {
  readonly books: Books;
  issue(requestId: string, intent: Intent, sure: boolean): Issued;
  /** Takes in what was committed since. */
  follow(): void;
  /** What the caller was told. Follows first. */
  answered(issued: Issued, answer: Answer): void;
}

export interface ModelDeps {
  /** The log of the disk: what is there is committed, whatever anybody was told. */
  readonly log: readonly SealedEvent[];
  readonly now: () => number;
}

/** As the store keeps it. */
export interface SealedEvent extends Omit<LogEvent, 'position' | 'data'> {
  readonly data: string;
}

export function createModel({ log, now }: ModelDeps): Model {
  const books = createBooks(createWallCalendar());
  const calls = new Map<string, Issued>();

  function follow(): void {
    for (let event = log[books.position]; event !== undefined; event = log[books.position]) {
      books.position += 1;
      take({ ...event, position: books.position, data: JSON.parse(event.data) as unknown });
    }
  }

  function take(event: LogEvent): void {
    const name = `${event.kind} ${event.id}`;
    const before = books.seqs.get(name) ?? 0;
    demand(event.seq === before + 1, () => `${name} has event ${event.seq} after ${before}`);
    books.seqs.set(name, event.seq);
    const issued = calls.get(event.requestId);
    if (issued === undefined) return demand(false, () => `${event.type} on ${name} that nobody asked for`);
    issued.events.push(event);
    demandAuthority(books, issued, event, now());
    if (/^(permit\.held|read\.)/.test(event.type)) decide(issued, event);
    if (event.type === 'destination.added') demandDestination(books, issued, event);
    if (event.type === 'credentials.changed') demandRearmed(books, issued, event);
    record(books, event);
  }

  function decide(issued: Issued, event: LogEvent): void {
    const decision = event.data as DecisionData;
    const { id, at, referenceId, rule } = decision;
    demand(
      id === `${event.id}#${event.seq}` && decision.revisions.user === event.seq - 1,
      () => `${id} is misnamed`,
    );
    demand(at >= issued.since && at <= now(), () => `${id} was decided at ${at}, asked at ${issued.since}`);
    demand((event.type === 'permit.held') === (rule === 'granted'), () => `${event.type} by ${rule}`);
    const view = viewOf(issued, event, decision);
    const asked = knownPermit(view.user, referenceId);
    demand(rule !== 'granted' || asked?.held === null, () => `${referenceId} was granted a second hold`);
    if (rule === 'budget') return judgeBudget(books, view, decision);
    const caps = judge(books, view, decision, asked);
    if (rule !== 'granted' || asked === undefined) return;
    asked.held = { at, position: event.position, decisionId: id, caps };
    view.user.holds.set(asked.id, asked);
  }

  /** The states the decision names, each of which must have been current at some moment of the call. */
  function viewOf(
    issued: Issued,
    { id: uid, position }: LogEvent,
    { id, revisions, machineId }: DecisionData,
  ): View {
    const cited = <S>(what: string, versions: readonly Version<S>[] | undefined, seq: number | null): S => {
      const found = current(versions ?? [], issued.from, position).find((one) => one.seq === seq);
      demand(
        found !== undefined,
        () => `${id} rests on ${what} ${seq}, which was not current while it was asked`,
      );
      return (found as Version<S>).state;
    };
    const user = books.users.get(uid);
    const standing = user?.standing.at(-1)?.state;
    if (user === undefined || standing === undefined) throw new Error(`${id} is about nobody`);
    const { tier } = standing;
    return {
      platform: cited('platform', books.platform, revisions.platform),
      tier: tier === null ? undefined : cited(`tier ${tier}`, books.tiers.get(tier), revisions.tier),
      machine:
        machineId === null ? undefined : cited('machine', books.machines.get(machineId), revisions.machine),
      standing,
      user,
    };
  }

  return {
    books,
    issue(requestId, intent, sure) {
      const issued: Issued = { requestId, intent, from: log.length, since: now(), sure, events: [] };
      calls.set(requestId, issued);
      return issued;
    },
    follow,
    answered(issued, answer) {
      follow();
      demandAnswer(books, issued, answer, now());
      // A call that was answered can commit nothing any more; one that died may still be found in the log.
      if (answer.how !== 'died') calls.delete(issued.requestId);
    },
  };
}
