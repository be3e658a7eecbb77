/**
 * `/update`: whatever Hot Wallet tells is acknowledged with an encrypted `{}`, again and again, because it repeats
 * itself up to three times and then gives up for good. protocols.md §1.7.
 */
import { check, type Check } from './check';
import { demandAcknowledged, demandRefusal } from './demand';
import { many } from './many';
import { buildNotification, notificationKinds } from '../notifications';
import { notification, rewritten, subject } from './notification';

export const updateChecks: readonly Check[] = [
  check({
    name: 'update/acknowledged',
    proves: 'the documented notification is acknowledged with {}',
    needs: ['user'],
    async run(bench, { user }) {
      const payload = notification(bench.unique('update'), user.uid);
      demandAcknowledged(await bench.wallet.update(payload), 'the documented payload');
      return 'acknowledged';
    },
  }),
  check({
    name: 'update/unknown-fields',
    proves: 'fields nobody documented are accepted, of any type and at any depth',
    needs: ['user'],
    async run(bench, { user }) {
      const payload = {
        ...notification(bench.unique('update'), user.uid),
        '': 'empty name',
        $set: { role: 'admin' },
        'dotted.name': 1,
        number: '12345678901234567890',
        float: 1e21,
        list: [null, true, [], {}, 'ключ 🔑'],
      };
      demandAcknowledged(await bench.wallet.update(payload), 'unknown fields');
      return 'acknowledged';
    },
  }),
  check({
    name: 'update/event-kinds',
    proves: 'all eight kinds of event the vendor lists are acknowledged (sample payloads invented here)',
    needs: ['user'],
    async run(bench, { user }) {
      for (const kind of notificationKinds) {
        const payload = buildNotification(kind, {
          ...subject(bench.unique('event'), user.uid),
          reference: bench.unique('no-such-reference'),
          amount: '0.005',
        });
        demandAcknowledged(await bench.wallet.update(payload), kind);
      }
      return `${notificationKinds.length} events`;
    },
  }),
  check({
    name: 'update/unknown-user',
    proves:
      'a notification about nobody the backend knows is kept and acknowledged: refusing it would lose it',
    async run(bench) {
      const payload = notification(bench.unique('update'), bench.unique('no-such-user'));
      demandAcknowledged(await bench.wallet.update(payload), 'an unknown uid');
      return 'acknowledged';
    },
  }),
  check({
    name: 'update/exact-duplicate',
    proves: 'the same bytes sent again are acknowledged again',
    needs: ['user'],
    async run(bench, { user }) {
      const first = await bench.wallet.update(notification(bench.unique('update'), user.uid));
      demandAcknowledged(first, 'the first time');
      const body = JSON.stringify({ ciphertext: first.request.ciphertext });
      for (const time of ['second', 'third', 'fourth']) {
        demandAcknowledged(await bench.wallet.raw('update', body), `the ${time} time`);
      }
      return '4 times';
    },
  }),
  check({
    name: 'update/rewritten-duplicate',
    proves: 'the same notification with other key order, white space and salt is acknowledged again',
    needs: ['user'],
    async run(bench, { user }) {
      const payload = { ...notification(bench.unique('update'), user.uid), extra: { b: [1, 2], a: 'x' } };
      demandAcknowledged(await bench.wallet.update(payload), 'the first time');
      demandAcknowledged(await bench.wallet.send('update', rewritten(payload)), 'rewritten');
      demandAcknowledged(await bench.wallet.update(payload), 'with another salt');
      return '3 forms';
    },
  }),
  check({
    name: 'update/concurrent-duplicates',
    proves: '20 copies of one notification at once are all acknowledged',
    needs: ['user'],
    async run(bench, { user }) {
      const payload = notification(bench.unique('update'), user.uid);
      for (const reply of await many(20, () => bench.wallet.update(payload))) {
        demandAcknowledged(reply, 'one of the copies');
      }
      return '20 copies';
    },
  }),
  check({
    name: 'update/not-an-object',
    proves: 'a payload that is not an object is refused',
    async run(bench) {
      const payloads = ['[]', '[{"uid":"u"}]', '"text"', '7', 'null', 'true'];
      for (const payload of payloads) demandRefusal(await bench.wallet.send('update', payload), payload);
      return `${payloads.length} payloads`;
    },
  }),
];
