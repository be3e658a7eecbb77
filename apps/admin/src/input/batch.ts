/**
 * Many of one kind in a call. The items are taken as they come and checked one by one when they are carried out, so that
 * a bad one is refused alone; their type is the item's all the same.
 */
import { z } from 'zod';
import { causeOfMany } from './cause';

const MAX_ITEMS = 1000;

const someOf = <S extends z.ZodType>(item: S) =>
  z
    .array(item)
    .min(1, 'must be at least one item')
    .max(MAX_ITEMS, `must be at most ${MAX_ITEMS} items`)
    .meta({ description: 'each is refused or done by itself' });

export const batchOf = <S extends z.ZodType>(item: S) =>
  z.strictObject({
    // What it is described as: the reference cannot tell it from a schema that takes anything.
    items: someOf(z.custom<z.input<S>>(() => true)).meta({ describedAs: someOf(item) }),
    ...causeOfMany,
  });
