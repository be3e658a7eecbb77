import { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Express } from 'express';

/**
 * Express gives every request and response a new prototype, which makes V8 forget what it learnt about their shape and
 * costs more than everything else the edge does on Node 20. Here the HTTP server makes requests and responses that
 * have Express's prototypes from the start, so that swapping them changes nothing.
 */
export interface LeanExpress {
  readonly app: Express;
  /** To be given to createServer of node:http or node:https. */
  readonly serverOptions: {
    readonly IncomingMessage: typeof IncomingMessage;
    readonly ServerResponse: typeof ServerResponse;
  };
}

export function createLeanExpress(): LeanExpress {
  const app = express();
  class Request extends IncomingMessage {}
  class Response extends ServerResponse {}
  adopt(Request.prototype, express.request, app);
  adopt(Response.prototype, express.response, app);
  app.request = Request.prototype as unknown as typeof app.request;
  app.response = Response.prototype as unknown as typeof app.response;
  app.disable('x-powered-by');
  app.disable('etag');
  return {
    app,
    serverOptions: { IncomingMessage: Request, ServerResponse: Response as typeof ServerResponse },
  };
}

function adopt(prototype: object, from: object, app: Express): void {
  Object.defineProperties(prototype, Object.getOwnPropertyDescriptors(from));
  Object.defineProperty(prototype, 'app', { value: app, configurable: true, writable: true });
}
