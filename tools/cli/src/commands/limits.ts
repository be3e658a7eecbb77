import type { Command } from 'commander';
import { action, change, given, withProposal, type Call, type CauseOptions, type Session } from '../action';
import { LIMIT_FORMS, limitIn, limitText } from '../limit-text';
import { tableOf, timeText } from '../table';
import { UsageError } from '../usage-error';

interface LayerOptions extends CauseOptions {
  readonly user?: string;
  readonly tier?: string;
  readonly platform?: boolean;
}

export function addLimitCommands(program: Command, session: Session): void {
  const limits = program.command('limits').description('what may leave');

  limits
    .command('effective <uid>')
    .description('every limit that holds for a user, and the layer whose value is the smallest')
    .option('--chain <chain>')
    .action(
      action(session, async (call: Call<{ chain?: string }>, uid: string) => {
        const input = { uid, ...given({ chainId: call.options.chain }) };
        call.show(await call.countersign().limits.effective.query(input, call.signal), ({ limits: rows }) =>
          tableOf(
            ['chain', 'limit', 'of', 'all layers', 'key'],
            rows.map(({ chainId, limit, layer, values, key }) => [
              chainId,
              limitText(limit),
              layer,
              values
                .map(({ layer: of, max, expiresAt }) =>
                  expiresAt === null ? `${of} ${max}` : `${of} ${max} until ${timeText(expiresAt)}`,
                )
                .join('\n'),
              key,
            ]),
          ),
        );
      }),
    );

  withProposal(limits.command('set <chain> [limit...]'))
    .description('the limits of one layer on one chain; they replace those before, none removes them')
    .option('--user <uid>', 'of this user')
    .option('--tier <tier>', 'of this tier')
    .option('--platform', 'of everybody')
    .addHelpText('after', LIMIT_FORMS)
    .action(
      action(session, (call: Call<LayerOptions>, chainId: string, texts: string[]) => {
        const input = { ...layerOf(call.options), chainId, limits: texts.map(limitIn) };
        return change(call, { procedure: 'limits.set', input }, (countersign, cause) =>
          countersign.limits.set.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );

  withProposal(limits.command('override <uid> <chain> <limit>'))
    .description('stands in for what platform and tier say about this limit, for a while')
    .requiredOption('--until <time>', 'ISO 8601 with Z or an offset')
    .addHelpText('after', LIMIT_FORMS)
    .action(
      action(
        session,
        (call: Call<CauseOptions & { until: string }>, uid: string, chainId: string, text: string) => {
          const input = { uid, chainId, limit: limitIn(text), expiresAt: call.options.until };
          return change(call, { procedure: 'limits.override', input }, (countersign, cause) =>
            countersign.limits.override.mutate({ ...input, ...cause }, call.signal),
          );
        },
      ),
    );

  withProposal(limits.command('remove-override <uid> <chain> <key>'))
    .description("brings the outer layers back at once; the key is as 'limits effective' tells it")
    .action(
      action(session, (call: Call<CauseOptions>, uid: string, chainId: string, key: string) => {
        const input = { uid, chainId, key };
        return change(call, { procedure: 'limits.removeOverride', input }, (countersign, cause) =>
          countersign.limits.removeOverride.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );
}

type Layer =
  | { readonly layer: 'user'; readonly uid: string }
  | { readonly layer: 'tier'; readonly tierId: string }
  | { readonly layer: 'platform' };

function layerOf({ user, tier, platform }: LayerOptions): Layer {
  const named: Layer[] = [
    ...(user === undefined ? [] : [{ layer: 'user', uid: user } as const]),
    ...(tier === undefined ? [] : [{ layer: 'tier', tierId: tier } as const]),
    ...(platform === true ? [{ layer: 'platform' } as const] : []),
  ];
  const [only, ...others] = named;
  if (only === undefined || others.length > 0)
    throw new UsageError('exactly one of --user, --tier and --platform says whose limits they are');
  return only;
}
