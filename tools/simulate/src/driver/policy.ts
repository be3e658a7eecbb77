import type { World } from './world';

export type Run = Parameters<World['call']>[0]['run'];

/** One change of policy, approved or not, as chance has it; sometimes by the very person who asks. */
export async function policy(
  world: World,
  on: string,
  type: string,
  data: object,
  loosens: boolean | null,
  run: Run,
  sure = false,
): Promise<void> {
  const approvedBy = world.random.weighted([
    [6, 'bob'],
    [3, null],
    [1, 'alice'],
  ] as const);
  await world.call({
    intent: { kind: 'policy', on, type, data: { ...data }, loosens, approved: approvedBy === 'bob' },
    sure: sure && approvedBy === 'bob',
    approvedBy,
    run,
  });
}
