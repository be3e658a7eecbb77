import type { Command } from 'commander';
import { action, causeOf, change, given, revisionText, withCause, withProposal } from '../action';
import type { Call, CauseOptions, Session } from '../action';
import { tableOf, timeText } from '../table';

interface PlaceOptions extends CauseOptions {
  readonly tag?: string;
}

interface AddOptions extends PlaceOptions {
  readonly label?: string;
  readonly until?: string;
}

export function addDestinationCommands(program: Command, session: Session): void {
  const destinations = program.command('destinations').description('where users may send to');

  destinations
    .command('list <uid>')
    .description('the destinations of a user')
    .option('--chain <chain>')
    .action(
      action(session, async (call: Call<{ chain?: string }>, uid: string) => {
        const input = { uid, ...given({ chainId: call.options.chain }) };
        call.show(
          await call.countersign().destinations.list.query(input, call.signal),
          ({ destinations: rows }) =>
            tableOf(
              ['chain', 'address', 'tag', 'label', 'usable from', 'until', 'looks like'],
              rows.map((one) => [
                one.chainId,
                one.address,
                one.tag,
                one.label,
                timeText(one.usableFrom),
                timeText(one.expiresAt),
                one.looksLike,
              ]),
            ),
        );
      }),
    );

  const tagged = (command: Command): Command => command.option('--tag <tag>', 'memo or destination tag');

  tagged(withProposal(destinations.command('add <uid> <chain> <address>')))
    .description('one more destination, usable after its cooling-off')
    .option('--label <text>', 'for people')
    .option('--until <time>', 'not usable after, ISO 8601 with Z or an offset (default: for good)')
    .action(
      action(session, (call: Call<AddOptions>, uid: string, chainId: string, address: string) => {
        const { tag, label, until } = call.options;
        const input = { uid, chainId, address, ...given({ tag, label, expiresAt: until }) };
        return change(call, { procedure: 'destinations.add', input }, (countersign, cause) =>
          countersign.destinations.add.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );

  tagged(withCause(destinations.command('revoke <uid> <chain> <address>')))
    .description('takes a destination off the list at once')
    .action(
      action(session, async (call: Call<PlaceOptions>, uid: string, chainId: string, address: string) => {
        const input = {
          uid,
          chainId,
          address,
          ...given({ tag: call.options.tag }),
          ...causeOf(call.options),
        };
        call.show(await call.countersign().destinations.revoke.mutate(input, call.signal), revisionText);
      }),
    );

  tagged(withProposal(destinations.command('waive <uid> <chain> <address>')))
    .description('ends the cooling-off of a destination')
    .action(
      action(session, (call: Call<PlaceOptions>, uid: string, chainId: string, address: string) => {
        const input = { uid, chainId, address, ...given({ tag: call.options.tag }) };
        return change(call, { procedure: 'destinations.waiveCoolingOff', input }, (countersign, cause) =>
          countersign.destinations.waiveCoolingOff.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );
}
