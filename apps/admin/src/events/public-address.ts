/**
 * Where webhooks may go: to addresses of the public internet, and to the networks that are named. It is asked about the
 * address that is connected to, after the name was resolved, so a name that points inside (or does so the second time)
 * leads nowhere.
 */
import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
// Its functions call each other through the module, so they cannot be imported one by one.
import * as addresses from 'ipaddr.js';

export type MayConnect = (address: string) => boolean;

/** Any form of an IPv4 address in IPv6, and every range that is not plain unicast, is no public address. */
export const createMayConnect = (networks: readonly string[]): MayConnect => {
  const named = networks.map((network) => addresses.parseCIDR(network));
  return (address) => {
    if (!addresses.isValid(address)) return false;
    const parsed = addresses.process(address);
    const inside = addresses.subnetMatch(parsed, { named }, 'outside') === 'named';
    return inside || parsed.range() === 'unicast';
  };
};

export const isNetwork = (text: string): boolean => {
  try {
    addresses.parseCIDR(text);
    return true;
  } catch {
    return false;
  }
};

export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** For sockets: resolves a name, and fails unless every address it stands for may be connected to. */
export const createLookup =
  (mayConnect: MayConnect): LookupFunction =>
  (hostname, options: LookupOptions, done) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error !== null || first === undefined) return done(error ?? new AddressRefused(hostname), '', 0);
      if (!found.every(({ address }) => mayConnect(address))) {
        return done(new AddressRefused('the name stands for an address that webhooks must not reach'), '', 0);
      }
      if (options.all === true) return done(null, found);
      done(null, first.address, first.family);
    });
  };
