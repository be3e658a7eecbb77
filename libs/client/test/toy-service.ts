/** A small service with the conventions of the real one, over a real socket, whose failures a test can choose. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { initTRPC, tracked, TRPCError } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';

interface Refusal {
  readonly code: string;
  readonly details: readonly string[];
  readonly revision?: number;
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused');
  }
}

const t = initTRPC.create({
  isDev: false,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, ...(error.cause instanceof Refused && { fault: error.cause.refusal }) },
  }),
});

interface AddInput {
  readonly amount: number;
  readonly idempotencyKey?: string;
}

export interface World {
  /** One for each call that reached the service, whatever became of it. */
  readonly calls: AddInput[];
  /** What was added, by idempotency key. */
  readonly effects: Map<string, number>;
  /** What the stream has so far; a push wakes it. */
  readonly events: string[];
  /** Positions after which streams were opened. */
  readonly opened: number[];
  /** How many streams have ended. */
  closed: number;
  /** Taken one by one by the calls that come in. */
  readonly faults: ('drop the reply' | 'never reach' | 'page of a proxy' | Refusal)[];
  streamRefusal: Refusal | undefined;
  stopped: boolean;
}

const ended = (world: World, signal: AbortSignal | undefined) => world.stopped || signal?.aborted === true;

/** Until it is so, or nobody is there any more. */
const wait = (world: World, check: () => boolean, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const look = () => (check() || ended(world, signal) ? resolve() : void setTimeout(look, 1));
    look();
  });

const refuse = (refusal: Refusal): never => {
  throw new TRPCError({
    code: 'BAD_REQUEST',
    message: `refused: ${refusal.code}`,
    cause: new Refused(refusal),
  });
};

export function createToyRouter(world: World) {
  return t.router({
    echo: t.procedure.input((value) => value as { text: string }).query(({ input }) => input.text),
    hang: t.procedure.query(({ signal }) => wait(world, () => false, signal)),
    add: t.procedure
      .input((value) => value as AddInput)
      .mutation(({ input }) => {
        world.calls.push(input);
        const next = world.faults[0];
        if (typeof next === 'object') {
          world.faults.shift();
          return refuse(next);
        }
        const key = input.idempotencyKey ?? '';
        if (!world.effects.has(key)) world.effects.set(key, input.amount);
        return { total: [...world.effects.values()].reduce((sum, amount) => sum + amount, 0) };
      }),
    addMany: t.procedure
      .input((value) => value as { items: number[]; idempotencyKey?: string })
      .mutation(({ input }) => input.items.length),
    subscribe: t.procedure
      .input((value) => value as { lastEventId?: string } | undefined)
      .subscription(async function* ({ input, signal }) {
        const { streamRefusal } = world;
        if (streamRefusal !== undefined) refuse(streamRefusal);
        let position = Number(input?.lastEventId ?? 0);
        world.opened.push(position);
        signal?.addEventListener('abort', () => (world.closed += 1));
        while (!ended(world, signal)) {
          await wait(world, () => world.events.length > position, signal);
          if (ended(world, signal)) return;
          const event = world.events[position] ?? '';
          position += 1;
          yield tracked(String(position), { event });
        }
      }),
  });
}

export type ToyRouter = ReturnType<typeof createToyRouter>;

export interface ToyService {
  readonly url: string;
  readonly world: World;
  /** The authorization of every request, in order. */
  readonly tokens: (string | undefined)[];
  /** How many requests came in. */
  readonly paths: string[];
  /** Breaks every connection, as a network does. */
  cut(): void;
  stop(): Promise<void>;
}

export async function startToyService(port = 0): Promise<ToyService> {
  const world: World = {
    calls: [],
    effects: new Map(),
    events: [],
    opened: [],
    closed: 0,
    faults: [],
    streamRefusal: undefined,
    stopped: false,
  };
  const sockets = new Set<Socket>();
  const cut = () => sockets.forEach((socket) => socket.destroy());
  const tokens: (string | undefined)[] = [];
  const paths: string[] = [];
  const handler = createHTTPHandler({
    router: createToyRouter(world),
    createContext: () => ({}),
    basePath: '/trpc/',
  });
  const server: Server = createServer((request, response) => {
    tokens.push(request.headers.authorization);
    paths.push(request.url ?? '');
    const next = world.faults[0];
    if (typeof next === 'string') world.faults.shift();
    if (next === 'never reach') return void request.socket.destroy();
    if (next === 'page of a proxy') return void response.writeHead(502).end('<h1>Bad gateway</h1>');
    if (next === 'drop the reply') response.end = () => (request.socket.destroy(), response);
    handler(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world,
    tokens,
    paths,
    cut,
    async stop() {
      world.stopped = true;
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
