/**
 * Many of one kind in a call. The items are taken as they come and checked one by one when they are carried out, so that
 * a bad one is refused alone; their type is the item's all the same.
 */
import { z } from 'zod';
import { causeOfMany } from './cause';

const MAX_ITEMS = 1000;

export const batchOf = <S extends z.ZodType>(item: S) =>
  z.strictObject({
    items: z
      // What an item should be is told to the reference, since this schema itself takes anything.
      .array(z.custom<z.input<S>>(() => true).meta({ item }))
      .min(1, 'must be at least one item')
      .max(MAX_ITEMS, `must be at most ${MAX_ITEMS} items`)
      .meta({ description: 'each is refused or done by itself' }),
    ...causeOfMany,
  });
