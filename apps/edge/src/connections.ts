import type { Server, Socket } from 'node:net';
import { networkOf } from './network';

/** What is known of a connection by its address alone, before anything was sent over it. */
export type Peer = 'allowed' | 'proxy' | 'foreign';

/**
 * Who may hold connections. A server has a limit of them all; without this guard strangers, whose every request is
 * turned away, could take all of it by connecting and saying nothing. So all strangers together hold at most
 * `maxForeign`, and one caller (an IPv6 /64 is one) at most `maxPerAddress`, lest one that runs wild keeps the others
 * out; the next connection is cut at once, before TLS. A trusted proxy carries everybody, so it has no limit of its
 * own. What is remembered is a number for each network that is connected now.
 */
export interface ConnectionGuardDeps {
  readonly peerOf: (address: string) => Peer;
  readonly maxForeign: number;
  readonly maxPerAddress: number;
  /** Counts what was cut. */
  readonly cut: (peer: Peer) => void;
}

/** `server` of node:http or node:https, before it listens. */
export function guardConnections(server: Server, deps: ConnectionGuardDeps): void {
  const held = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    // It has gone already.
    if (remoteAddress === undefined) return void socket.destroy();
    const peer = deps.peerOf(remoteAddress);
    if (peer === 'proxy') return;
    const [holder, max] =
      peer === 'foreign' ? ['foreign', deps.maxForeign] : [networkOf(remoteAddress), deps.maxPerAddress];
    const before = held.get(holder) ?? 0;
    if (before >= max) {
      deps.cut(peer);
      return void socket.destroy();
    }
    held.set(holder, before + 1);
    socket.once('close', () => {
      const left = (held.get(holder) ?? 1) - 1;
      if (left === 0) held.delete(holder);
      else held.set(holder, left);
    });
  });
}
