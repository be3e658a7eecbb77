import { PLATFORM_ID, completed, type Settings } from '@countersign/policy';
import type { Aggregates } from '@countersign/commands';

/** The platform's settings as they are now; the standard ones while nothing was ever set. */
export async function fetchSettings(
  { platform }: Pick<Aggregates, 'platform'>,
  deadline: number,
): Promise<Settings> {
  return completed((await platform.get(PLATFORM_ID, deadline))?.state.settings ?? {});
}
