/** What CoKeeps reported through /update, and what was made of it. */
import { z } from 'zod';
import { notificationList } from '../input/events';
import { nextAfter, textOrNull } from '../output/fields';
import { notification, notificationView } from '../output/notification';
import { procedure, router } from '../trpc';

export const notifications = router({
  list: procedure
    .meta({ about: 'In order of digest, which is no order in time: a page is for looking.', faults: [] })
    .input(notificationList)
    .output(z.object({ notifications: z.array(notification), nextAfter }))
    .query(async ({ ctx, input }) => {
      const page = await ctx.engine.listNotifications(
        {
          uid: input.uid ?? '',
          outcome: input.outcome ?? '',
          after: input.after ?? '',
          limit: input.limit ?? 0,
        },
        ctx.options(),
      );
      return {
        notifications: page.notifications.map(notificationView),
        nextAfter: textOrNull(page.nextAfter),
      };
    }),
});
