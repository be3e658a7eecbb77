/** `/read` of the stand-in: a permit is granted exactly; without one, zeros where a reference is absent, else a refusal. */
import { setTimeout as pause } from 'node:timers/promises';
import { chains, fixtures, people, permits, type Permit } from './data';
import type { Flaw } from './flaws';
import { granted, refused, stringField, Unreadable, type Reply } from './reply';

const elsewhere = { chain_id: 'solana', address: 'AdaSolanaAddress' };

export interface Reader {
  read(payload: Readonly<Record<string, unknown>>): Promise<Reply>;
}

export const createReader = (has: (flaw: Flaw) => boolean): Reader => {
  const spent = new Set<string>();
  const reading = new Set<string>();

  const zeros = (limit = '0'): Reply =>
    granted({
      role: 'signer',
      limits: chains.map((chain_id) => ({ chain_id, balance: '0.1', limit })),
      destinations: [elsewhere],
    });

  const grant = (permit: Permit): Reply => {
    const amount = has('limit is not the amount') ? '0.1' : permit.amount;
    const listed = has('other chains not listed') ? [permit.chainId] : chains;
    const other = has('other chains left open') ? '1' : '0';
    const limits = listed.map((chain_id) => {
      const limit = chain_id === permit.chainId ? amount : other;
      if (has('limits are numbers')) return { chain_id, balance: 0.1, limit: Number(limit) };
      return { chain_id, balance: '0.1', limit: has('limits with an exponent') ? '5e-3' : limit };
    });
    const own = { chain_id: permit.chainId, address: permit.address };
    const destinations = has('one destination too many') ? [own, elsewhere] : [own];
    const role = has('role unknown') ? 'owner' : 'signer';
    return granted(
      has('destination missing') ? { role, limits } : { role, limits, destinations, decision: 'd-1' },
    );
  };

  const unknownReference = (): Reply => {
    const role = 'signer';
    const one = { chain_id: 'bitcoin', balance: '0', limit: '0' };
    if (has('empty limits for an unknown reference'))
      return granted({ role, limits: [], destinations: [elsewhere] });
    if (has('no limits for an unknown reference')) return granted({ role });
    if (has('a chain missing for an unknown reference')) {
      return granted({ role, limits: [one], destinations: [elsewhere] });
    }
    if (has('no destinations for an unknown reference')) {
      return granted({ role, limits: chains.map((chain_id) => ({ ...one, chain_id })), destinations: [] });
    }
    return refused();
  };

  const usable = (permit: Permit, uid: string): boolean =>
    (permit.uid === uid || has('foreign permit honoured')) &&
    (!permit.expired || has('expiry not looked at'));

  return {
    async read(payload) {
      const uid = stringField(payload, 'uid');
      const sent = payload.reference_id ?? '';
      if (typeof sent !== 'string' && !has('reference of any type')) throw new Unreadable('schema');
      if (has('unknown fields refused') && Object.keys(payload).length > 2) throw new Unreadable('schema');
      if (has('slow to read')) await pause(2100, undefined, { ref: false });
      if (!people.some((person) => person.uid === uid))
        return has('unknown uid gets zeros') ? zeros() : refused();
      if (uid === fixtures.frozenUser.uid && !has('freeze not looked at')) return zeros();
      const reference = has('reference trimmed') ? String(sent).trim() : String(sent);
      if (reference === '') return zeros(has('headroom without a reference') ? '1' : '0');
      const permit = permits.get(reference);
      if (permit === undefined) return unknownReference();
      if (!usable(permit, uid) || has('permit ignored')) return refused();
      if (has('permit spent by the first read') && spent.has(reference)) return zeros();
      spent.add(reference);
      if (has('hold per concurrent read')) {
        if (reading.has(reference)) return zeros();
        reading.add(reference);
        await pause(20);
        reading.delete(reference);
      }
      return grant(permit);
    },
  };
};
