import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Keyring } from '@countersign/envelope';
import { isFault } from '@countersign/policy';
import type { CallbackClient } from '@countersign/rpc';
import type { Log } from '@countersign/runtime';
import { readBody } from './body';
import type { Decrypted, Question } from './question';
import { outcomeOf, type Outcome, type Replies } from './replies';

/**
 * What every question goes through: body, envelope, engine, envelope. Everything that is wrong with a request ends in
 * one and the same reply; the reply is sealed with the secret that opened the request, or with the current one.
 */
export interface AnsweringDeps {
  readonly keyring: Keyring;
  readonly engine: CallbackClient;
  readonly replies: Replies;
  readonly log: Pick<Log, 'info' | 'error'>;
  readonly now: () => number; // ms UTC
  readonly newId: () => string;
  readonly bodyLimit: number;
  readonly budgetMs: number;
  readonly maxInFlight: number;
  readonly observe: (path: string, outcome: Outcome, ms: number) => void;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Seal = (text: string) => string;

export interface Answering {
  /** The handler of one question. */
  to(question: Question): Answer;
  /** For what never reaches a question. */
  refuse(response: ServerResponse, outcome: Outcome, path: string): void;
  readonly inFlight: () => number;
}

export function createAnswering(deps: AnsweringDeps): Answering {
  const { keyring, engine, replies, log, now, newId, observe } = deps;
  let inFlight = 0;

  async function answer(
    question: Question,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const started = now();
    const requestId = newId();
    response.setHeader('x-request-id', requestId);
    inFlight += 1;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    let seal: Seal = keyring.seal;
    let code: string | undefined;

    async function decide(): Promise<{ outcome: Outcome; text: string }> {
      if (inFlight > deps.maxInFlight) return { outcome: 'unavailable', text: '{}' };
      const body = await readBody(request, deps.bodyLimit);
      if (body === 'too_large') return { outcome: body, text: '{}' };
      if (body === 'aborted') return { outcome: 'undecryptable', text: '{}' };
      const opened = open(keyring, body.text);
      if (opened === undefined) return { outcome: 'undecryptable', text: '{}' };
      seal = opened.seal;
      const call = { requestId, deadline: now() + deps.budgetMs, signal: gone.signal };
      return { outcome: 'ok', text: JSON.stringify(await question.answer(opened, engine, call)) };
    }

    const { outcome, text } = await decide().catch((error: unknown) => {
      code = isFault(error) ? error.code : 'internal';
      if (!isFault(error)) log.error({ requestId, err: error }, 'a bug while answering');
      return { outcome: isFault(error) ? outcomeOf[error.code] : ('unavailable' as const), text: '{}' };
    });
    replies.send(response, outcome, seal(text));
    inFlight -= 1;
    const ms = now() - started;
    observe(question.path, outcome, ms);
    log.info({ requestId, path: question.path, outcome, ...(code && { code }), ms }, 'answered');
  }

  return {
    to: (question) => (request, response) => answer(question, request, response),
    refuse(response, outcome, path) {
      replies.send(response, outcome, keyring.seal('{}'));
      observe(path, outcome, 0);
    },
    inFlight: () => inFlight,
  };
}

function open(keyring: Keyring, body: string): (Decrypted & { readonly seal: Seal }) | undefined {
  try {
    const { ciphertext } = JSON.parse(body) as { ciphertext: unknown };
    const { text, value, seal } = keyring.openJson(ciphertext);
    return { text, payload: value, seal };
  } catch {
    // Whatever it was: not JSON, no envelope, a wrong secret. The caller is told none of it.
    return undefined;
  }
}
