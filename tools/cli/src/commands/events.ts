import { Option, type Command } from 'commander';
import { followEvents, type Event, type EventKind } from '@countersign/client';
import { action, count, given, type Call, type Session } from '../action';
import { tableOf, timeText } from '../table';

interface TailOptions {
  readonly after?: number;
  readonly kind?: EventKind[];
  readonly json?: boolean;
}

interface ListOptions {
  readonly after?: number;
  readonly limit?: number;
  readonly kind?: EventKind;
  readonly id?: string;
}

const kinds: readonly EventKind[] = [
  'platform',
  'tier',
  'user',
  'machine',
  'notification',
  'change',
  'policy',
  'checkpoint',
];

export function addEventCommands(program: Command, session: Session): void {
  const events = program.command('events').description('what happened');

  events
    .command('tail')
    .description(
      'events as they happen, one a line, until Ctrl-C; survives lost connections without gap or duplicate',
    )
    .option('--after <position>', 'begins after this one (default: from the first)', count)
    .addOption(new Option('--kind <kind...>', 'only of such things').choices(kinds))
    .action(
      action(session, async (call: Call<TailOptions>) => {
        const { terminal, options } = call;
        const stream = followEvents(call.countersign(), {
          ...given({ after: options.after, kinds: options.kind }),
          signal: terminal.signal,
          onReconnect: ({ message }, waitMs) =>
            terminal.err(`${message}; again in ${(waitMs / 1000).toFixed(1)} s\n`),
        });
        for await (const event of stream)
          terminal.out(options.json === true ? `${JSON.stringify(event)}\n` : eventLine(event));
      }),
    );

  events
    .command('list')
    .description('events, a page at a time')
    .option('--after <position>', 'the last one of the page before', count)
    .option('--limit <n>', 'rows of a page, at most 1000', count)
    .addOption(new Option('--kind <kind>', 'only of such things').choices(kinds))
    .option('--id <id>', 'with --kind: only of this one')
    .action(
      action(session, async (call: Call<ListOptions>) => {
        const { after, limit, kind, id } = call.options;
        call.show(
          await call.countersign().events.list.query(given({ after, limit, kind, id }), call.signal),
          ({ events: rows, nextPosition }) =>
            rows.map(eventLine).join('') + (rows.length === 0 ? 'none\n' : `more: --after ${nextPosition}\n`),
        );
      }),
    );

  events
    .command('verify <kind> <id>')
    .description('whether the chain of one thing is whole; exit code 1 when it is not')
    .action(
      action(session, async (call, kind: EventKind, id: string) => {
        const found = await call.countersign().events.verify.query({ kind, id }, call.signal);
        call.show(found, ({ verified, seq, head, broken }) =>
          tableOf(['verified', 'event', 'head', 'broken'], [[verified ? 'yes' : 'NO', seq, head, broken]]),
        );
        return found.verified ? 0 : 1;
      }),
    );
}

const eventLine = ({ position, at, kind, id, type, actor, reason }: Event): string =>
  `${position}  ${timeText(at)}  ${kind} ${id}  ${type}  ${actor}: ${reason}\n`;
