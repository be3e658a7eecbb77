/** `/update` of the stand-in: any object is acknowledged, any number of times. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { people } from './data';
import type { Flaw } from './flaws';
import { granted, refused, type Reply } from './reply';

export interface Updater {
  update(payload: Readonly<Record<string, unknown>>, text: string): Promise<Reply>;
}

export const createUpdater = (has: (flaw: Flaw) => boolean): Updater => {
  const seen = new Set<string>();
  const storing = new Set<string>();

  return {
    async update(payload, text) {
      if (has('deep nesting is a 500')) JSON.stringify(payload);
      const known = ['uid', 'destination', 'event', 'note'];
      if (
        has('update refuses unknown fields') &&
        Object.keys(payload).some((name) => !known.includes(name))
      ) {
        return refused();
      }
      if (has('update refuses unknown events') && payload.event === 'sweep') return refused();
      const stranger = !people.some(({ uid }) => uid === payload.uid);
      if (has('update refuses unknown users') && stranger) return refused();
      if (has('duplicate update refused')) {
        if (seen.has(text)) return refused('duplicate');
        seen.add(text);
      }
      if (has('duplicate by digest refused')) {
        const digest = createHash('sha256')
          .update([...text].sort().join('').trim())
          .digest('hex');
        if (seen.has(digest)) return refused('duplicate');
        seen.add(digest);
      }
      if (has('concurrent duplicate is a 500')) {
        if (storing.has(text)) return refused('internal', 500);
        storing.add(text);
        await pause(20);
        storing.delete(text);
      }
      return granted(has('update answers a body') ? { stored: true } : {});
    },
  };
};
