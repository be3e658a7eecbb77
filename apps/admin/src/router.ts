/** Every procedure of the service, by its path. The type is what clients are made from. */
import { balances } from './procedures/balances';
import { destinations } from './procedures/destinations';
import { machines } from './procedures/machines';
import { permits } from './procedures/permits';
import { platform } from './procedures/platform';
import { tiers } from './procedures/tiers';
import { users } from './procedures/users';
import { router } from './trpc';

export const adminRouter = router({
  users,
  machines,
  tiers,
  platform,
  destinations,
  balances,
  permits,
});

export type AppRouter = typeof adminRouter;
