/** What came of each item of a batch, in the order of the items. */
import { z } from 'zod';
import { faultShape } from './fault';

export const resultsOf = <S extends z.ZodType>(value: S) =>
  z.object({
    results: z.array(
      z.discriminatedUnion('ok', [
        z.object({ index: z.number().int(), ok: z.literal(true), value }),
        z.object({ index: z.number().int(), ok: z.literal(false), fault: faultShape }),
      ]),
    ),
  });
