/** A machine as internal services see it. */
import { z } from 'zod';
import { revision } from './fields';

export const machine = z
  .object({
    machineId: z.string(),
    uid: z.string().meta({ description: 'whose balances, limits, destinations and permits it acts on' }),
    role: z.string().meta({ description: 'signer | admin' }),
    status: z.string().meta({ description: 'active | suspended | closed' }),
    frozen: z.boolean(),
    revision,
  })
  .meta({ id: 'Machine' });
