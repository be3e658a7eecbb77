/** Every procedure of the service, by its path. The type is what clients are made from. */
import { balances } from './procedures/balances';
import { changes } from './procedures/changes';
import { decisions } from './procedures/decisions';
import { destinations } from './procedures/destinations';
import { events } from './procedures/events';
import { freezes } from './procedures/freezes';
import { limits } from './procedures/limits';
import { machines } from './procedures/machines';
import { notifications } from './procedures/notifications';
import { permits } from './procedures/permits';
import { platform } from './procedures/platform';
import { policy } from './procedures/policy';
import { tiers } from './procedures/tiers';
import { users } from './procedures/users';
import { router } from './trpc';

export const adminRouter = router({
  users,
  machines,
  tiers,
  platform,
  limits,
  destinations,
  balances,
  permits,
  freezes,
  changes,
  events,
  decisions,
  notifications,
  policy,
});

export type AppRouter = typeof adminRouter;
