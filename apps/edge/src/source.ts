import { BlockList, isIP } from 'node:net';
import type { Peer } from './connections';

/**
 * Who may call at all, by address. It is asked before anything is decrypted, because every reply, even a refusal, is
 * known plaintext under the AES secret. X-Forwarded-For is believed only hop by hop, from the configured proxies.
 */
export interface SourceCheck {
  /**
   * The address that asks, if it may. `remote` is the address of the socket; `forwarded` the X-Forwarded-For header.
   */
  admitted(remote: string | undefined, forwarded: string | undefined): string | undefined;
  /** What is known of a connection before anything was sent over it. */
  peerOf(remote: string): Peer;
}

export function createSourceCheck(allow: readonly string[], trustedProxies: readonly string[]): SourceCheck {
  const allowed = listOf(allow);
  const proxies = listOf(trustedProxies);
  return {
    admitted(remote, forwarded) {
      let source = plain(remote ?? '');
      const hops = (forwarded ?? '').split(',').reverse();
      for (const hop of hops) {
        if (forwarded === undefined || !contains(proxies, source)) break;
        source = plain(hop.trim());
      }
      return contains(allowed, source) ? source : undefined;
    },
    peerOf(remote) {
      const address = plain(remote);
      if (contains(proxies, address)) return 'proxy';
      return contains(allowed, address) ? 'allowed' : 'foreign';
    },
  };
}

export function isCidr(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function listOf(cidrs: readonly string[]): BlockList {
  const result = new BlockList();
  for (const cidr of cidrs) {
    const [address = '', bits] = cidr.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    result.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
  }
  return result;
}

function contains(addresses: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && addresses.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** An IPv4 caller on a dual-stack socket shows up as ::ffff:a.b.c.d. */
const plain = (address: string): string => address.replace(/^::ffff:(?=[0-9]+\.)/i, '');
