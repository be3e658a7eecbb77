/** Proof that the process behind the URL still serves: an ordinary refusal, which needs no fixtures. */
import { TransportError } from '../connection';
import type { Bench } from './check';
import { demandRefusal, NotHeld } from './demand';

export const demandAlive = async (bench: Bench, after: string): Promise<void> => {
  try {
    const ask = { machineId: bench.unique('no-such-machine'), x: bench.unique('x') };
    demandRefusal(await bench.wallet.machineVerify(ask), `after ${after}`);
  } catch (error) {
    throw error instanceof TransportError ? new NotHeld(`after ${after}: ${error.message}`) : error;
  }
};
