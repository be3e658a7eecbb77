/**
 * The fake CoKeeps Hot Wallet: the four encrypted calls, and the same with anything at all in place of a proper
 * request. A reply of any kind is an Exchange, never an exception; only a missing reply rejects (TransportError).
 */
import { z } from 'zod';
import { createConnection, type Connection, type HttpReply, type TlsFiles } from './connection';
import { hashCredentials, type HashedCredentials } from './credentials';
import { openText, sealText } from './envelope';

export const endpoints = ['user_verify', 'machine_verify', 'read', 'update'] as const;
export type Endpoint = (typeof endpoints)[number];

export interface HotWalletOptions extends TlsFiles {
  readonly url: string;
  readonly secret: string;
  readonly witness?: Witness;
  /** Milliseconds until an unanswered call is given up; 5,000 unless told. */
  readonly timeoutMs?: number;
}

/** Is shown what is said in the clear on this side, for whoever then looks for it elsewhere. */
export interface Witness {
  /** Before it is encrypted, whether or not an answer comes. Not told of raw calls. */
  asked(endpoint: Endpoint, plaintext: string): void;
  answered(exchange: Exchange): void;
}

export type Login = ({ readonly username: string; readonly password: string } | HashedCredentials) & {
  readonly x: string;
};

export interface OuterReply {
  readonly success: boolean;
  readonly message: string;
  readonly ciphertext: string;
}

export interface Exchange {
  readonly status: number;
  /** The reply as it came. */
  readonly body: string;
  readonly outer: OuterReply | undefined;
  readonly plaintext: string | undefined;
  /** The parsed plaintext. */
  readonly payload: unknown;
  /** Why `outer`, `plaintext` or `payload` is missing. */
  readonly problem: string | undefined;
  readonly ms: number;
  readonly request: {
    /** Undefined for a raw call, which need not hold anything that was encrypted. */
    readonly plaintext: string | undefined;
    readonly ciphertext: string | undefined;
  };
}

export interface HotWallet {
  userVerify(login: Login): Promise<Exchange>;
  machineVerify(input: { readonly machineId: string; readonly x: string }): Promise<Exchange>;
  /** Without `reference` the payload has no `reference_id`. */
  read(input: { readonly uid: string; readonly reference?: string }): Promise<Exchange>;
  update(payload: unknown): Promise<Exchange>;
  /** Encrypts any text as it stands, JSON or not. */
  send(endpoint: Endpoint, plaintext: string): Promise<Exchange>;
  /** Posts any body as it stands, or sends it with another method. */
  raw(path: string, body: string, method?: string): Promise<Exchange>;
  close(): void;
}

const outerShape = z.looseObject({ success: z.boolean(), message: z.string(), ciphertext: z.string() });

export const createHotWallet = (options: HotWalletOptions): HotWallet => {
  const connection = createConnection({ ...options, timeoutMs: options.timeoutMs ?? 5000 });
  return { ...walletOn(connection, options.secret, options.witness), close: connection.close };
};

/** The calls on a connection that someone else closes. */
export const walletOn = (
  connection: Pick<Connection, 'request'>,
  secret: string,
  witness?: Witness,
): Omit<HotWallet, 'close'> => {
  const witnessed = (exchange: Exchange): Exchange => {
    witness?.answered(exchange);
    return exchange;
  };
  const send: HotWallet['send'] = async (endpoint, plaintext) => {
    witness?.asked(endpoint, plaintext);
    const ciphertext = sealText(plaintext, secret);
    const reply = await connection.request({
      method: 'POST',
      path: endpoint,
      body: JSON.stringify({ ciphertext }),
    });
    return witnessed(readReply(reply, secret, { plaintext, ciphertext }));
  };
  return {
    send,
    userVerify(login) {
      const { hashedUsername, hashedPassword } = 'hashedUsername' in login ? login : hashCredentials(login);
      return send('user_verify', JSON.stringify({ hashedUsername, hashedPassword, x: login.x }));
    },
    machineVerify: ({ machineId, x }) => send('machine_verify', JSON.stringify({ machine_id: machineId, x })),
    read: ({ uid, reference }) => send('read', JSON.stringify({ uid, reference_id: reference })),
    update: (payload) => send('update', JSON.stringify(payload)),
    async raw(path, body, method = 'POST') {
      const reply = await connection.request({ method, path, body });
      return witnessed(readReply(reply, secret, { plaintext: undefined, ciphertext: undefined }));
    },
  };
};

/** What a reply says, as far as it can be read; `problem` tells where reading stopped. */
export const readReply = (
  reply: Pick<HttpReply, 'status' | 'body' | 'ms'>,
  secret: string,
  request: Exchange['request'],
): Exchange => {
  const unread = { outer: undefined, plaintext: undefined, payload: undefined, problem: undefined };
  const base = { ...unread, status: reply.status, body: reply.body, ms: reply.ms, request };
  const parsed = outerShape.safeParse(parseJson(reply.body));
  if (!parsed.success) {
    return { ...base, problem: `the reply is not {success, message, ciphertext}: ${excerpt(reply.body)}` };
  }
  const { success, message, ciphertext } = parsed.data;
  const outer: OuterReply = { success, message, ciphertext };
  const opened = openText(ciphertext, secret);
  if (!opened.ok)
    return { ...base, outer, problem: `the reply's ciphertext cannot be opened: ${opened.reason}` };
  const payload = parseJson(opened.text);
  const problem =
    payload === undefined ? `the reply's plaintext is not JSON: ${excerpt(opened.text)}` : undefined;
  return { ...base, outer, plaintext: opened.text, payload, problem };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const excerpt = (text: string): string => {
  if (text === '') return '(empty)';
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
};
