/** The statements checks are made of. Each throws NotHeld with a sentence that names what was seen instead. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Exchange } from '../wallet';

export class NotHeld extends Error {
  override readonly name = 'NotHeld';
}

export function demand(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new NotHeld(otherwise);
}

const object = z.record(z.string(), z.unknown());

/** The payload of a success: 2xx, `success: true`, and a JSON object inside. */
export const demandSuccess = (exchange: Exchange, what: string): Record<string, unknown> => {
  demand(exchange.problem === undefined, `${what}: ${exchange.problem}`);
  demand(
    exchange.status >= 200 && exchange.status < 300 && exchange.outer?.success === true,
    `${what}: expected a success, got ${describe(exchange)}`,
  );
  const payload = object.safeParse(exchange.payload);
  demand(payload.success, `${what}: the payload is not an object`);
  return payload.data;
};

/** A refusal: below 500, `success: false`, and exactly `{}` inside. */
export const demandRefusal = (exchange: Exchange, what: string): void => {
  demand(exchange.problem === undefined, `${what}: ${exchange.problem}`);
  demand(
    exchange.status < 500 && exchange.outer?.success === false,
    `${what}: expected a refusal, got ${describe(exchange)}`,
  );
  demand(
    exchange.plaintext === '{}',
    `${what}: a refusal must encrypt exactly {}, this one holds something else`,
  );
};

/** A success that says nothing more: what `/update` answers. */
export const demandAcknowledged = (exchange: Exchange, what: string): void => {
  const payload = demandSuccess(exchange, what);
  demand(isDeepStrictEqual(payload, {}), `${what}: an acknowledgement must encrypt {}`);
};

/** All refusals, and to an observer without the secret one and the same reply. */
export const demandAlike = (exchanges: ReadonlyMap<string, Exchange>): void => {
  const [first, ...others] = exchanges;
  demand(first !== undefined, 'nothing was compared');
  for (const [what, exchange] of exchanges) demandRefusal(exchange, what);
  for (const [what, exchange] of others) {
    demand(
      outline(exchange) === outline(first[1]),
      `"${what}" is answered ${outline(exchange)}, but "${first[0]}" is answered ${outline(first[1])}`,
    );
  }
};

/** Everything an observer sees of a reply but the ciphertext. */
export const outline = ({ status, body, outer }: Exchange): string =>
  `${status} ${outer === undefined ? body : body.replace(outer.ciphertext, '…')}`;

const describe = ({ status, outer }: Exchange): string =>
  `HTTP ${status}, success ${outer?.success}, message ${JSON.stringify(outer?.message)}`;
