import type { IncomingMessage, ServerResponse } from 'node:http';
import { EnvelopeError, type Keyring, type OpenedBody } from '@countersign/envelope';
import { fault, isFault } from '@countersign/policy';
import type { CallbackClient } from '@countersign/rpc';
import type { Log } from '@countersign/runtime';
import type { Admission } from './admission';
import { readBody } from './body';
import type { Logins } from './logins';
import { readInVain, type Asked, type EngineCall, type Question } from './question';
import { createPlaces } from './places';
import type { ReplayShield } from './replay-shield';
import { outcomeOf, type Outcome, type Replies } from './replies';

/**
 * What every question goes through: rates and places, body, envelope, engine, envelope. Everything that is wrong with a
 * request ends in one and the same reply; the reply is sealed with the secret that opened the request, or with the
 * current one.
 */
export interface AnsweringDeps {
  readonly keyring: Keyring;
  readonly engine: CallbackClient;
  readonly replies: Replies;
  readonly admission: Admission;
  readonly shield: ReplayShield;
  readonly logins: Logins;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly now: () => number; // ms UTC
  readonly newId: () => string;
  readonly bodyLimit: number;
  readonly budgetMs: number;
  readonly maxInFlight: number;
  readonly observe: (path: string, outcome: Outcome, ms: number) => void;
  readonly countReplay: (path: string, outcome: Replay) => void;
}

/** What became of a ciphertext that came again: answered anew or from memory, or refused as too old or out of place. */
export type Replay = 'again' | 'stored' | 'late' | 'elsewhere';

/** `source` is the address that asks. */
export type Answer = (request: IncomingMessage, response: ServerResponse, source: string) => Promise<void>;

export interface Answering {
  /** The handler of one question. */
  to(question: Question): Answer;
  /** For what never reaches a question. It counts against the rate of its source all the same. */
  refuse(response: ServerResponse, outcome: Outcome, path: string, source: string): Promise<void>;
  readonly inFlight: () => number;
}

interface Decided {
  readonly outcome: Outcome;
  /** As it goes to the caller. */
  readonly ciphertext: string;
}

export function createAnswering(deps: AnsweringDeps): Answering {
  const { keyring, engine, replies, admission, shield, log, now, newId, observe } = deps;
  const places = createPlaces({ max: deps.maxInFlight });

  async function answer(
    question: Question,
    request: IncomingMessage,
    response: ServerResponse,
    source: string,
  ): Promise<void> {
    const started = now();
    const requestId = newId();
    response.setHeader('x-request-id', requestId);
    const leave = places.take(source);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    let opened: OpenedBody | undefined;
    let code: string | undefined;
    let replay: Replay | undefined;
    const without = (outcome: Outcome): Decided => ({
      outcome,
      ciphertext: (opened?.seal ?? keyring.seal)('{}'),
    });

    async function decide(): Promise<Decided> {
      if (leave === undefined) return without('unavailable');
      if (!(await admission.source(source))) return without('too_many');
      const body = await readBody(request, deps.bodyLimit);
      if (body === 'too_large') return without(body);
      if (body === 'aborted') return without('undecryptable');
      opened = open(keyring, body.text);
      if (opened === undefined) {
        readInVain(question);
        return without('undecryptable');
      }
      const asked = read(question, opened);
      const { subject } = asked;
      if (subject !== undefined && !(await admission.subject(source, subject.kind, subject.id)))
        return without('too_many');

      const seen = shield.look(question.path, opened.ciphertext);
      if (seen === 'late' || seen === 'elsewhere') {
        note(seen);
        return without('refused');
      }
      if (seen !== 'new') {
        note(seen.reply === undefined ? 'again' : 'stored');
        if (seen.reply !== undefined) return { outcome: 'ok', ciphertext: seen.reply };
      }

      const call = { requestId, deadline: now() + deps.budgetMs, signal: gone.signal };
      const ciphertext = opened.seal(JSON.stringify(await ask(asked, call)));
      shield.answered(question.path, opened.ciphertext, ciphertext);
      return { outcome: 'ok', ciphertext };
    }

    /** A payload that does not fit has cost one failure less than one that does not open, and pays for it here. */
    function read(question: Question, { text, value }: OpenedBody): Asked {
      try {
        return question.read({ text, payload: value });
      } catch (error) {
        parseInVain();
        throw error;
      }
    }

    function note(what: Replay): void {
      replay = what;
      deps.countReplay(question.path, what);
      if (what === 'late' || what === 'elsewhere')
        log.warn(
          { requestId, path: question.path, source, replay: what },
          'a recorded request was sent again',
        );
    }

    async function ask({ login, ask: question }: Asked, call: EngineCall): Promise<unknown> {
      if (login === undefined) return question(engine, call);
      return deps.logins.through({ source, ...login }, () => question(engine, call));
    }

    const { outcome, ciphertext } = await decide().catch((error: unknown) => {
      const known = isFault(error) ? error : fault('internal');
      code = known.code;
      if (!isFault(error)) log.error({ requestId, err: error }, 'a bug while answering');
      return without(outcomeOf[known.code]);
    });
    leave?.();
    replies.send(response, outcome, ciphertext);
    const ms = now() - started;
    observe(question.path, outcome, ms);
    log.info(
      { requestId, path: question.path, outcome, ...(code && { code }), ...(replay && { replay }), ms },
      'answered',
    );
  }

  return {
    to: (question) => (request, response, source) => answer(question, request, response, source),
    async refuse(response, asked, path, source) {
      const outcome = (await admission.source(source)) ? asked : 'too_many';
      replies.send(response, outcome, keyring.seal('{}'));
      observe(path, outcome, 0);
    },
    inFlight: places.taken,
  };
}

/** Undefined whatever was wrong: not JSON, no envelope, a wrong secret. The caller is told none of it. */
function open(keyring: Keyring, body: string): OpenedBody | undefined {
  try {
    return keyring.openBody(body);
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined;
    throw error;
  }
}

/** The failure of a text that is no JSON, which is what a text ends in that no secret opens. */
function parseInVain(): void {
  try {
    JSON.parse('');
  } catch {
    // As it must.
  }
}
