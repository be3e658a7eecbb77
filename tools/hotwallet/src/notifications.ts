/**
 * `/update` payloads of the eight kinds of event the vendor lists (protocols.md §1.7). Only `uid` and `destination` are
 * documented. `event`, `status`, `reference_id`, `amount` and whatever else surrounds them are invented here, as
 * `docs/update-rules.sample.json` assumes them: a backend must keep all of it and may act only on what it was told to.
 */
export const notificationKinds = [
  'omnibus.address_set',
  'omnibus.withdrawal_created',
  'omnibus.withdrawal_approved',
  'omnibus.withdrawal_rejected',
  'omnibus.transaction_completed',
  'transfer.failed',
  'gas_station.funding_failed',
  'sweep.failed',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What the vendor documents. */
export interface NotificationSubject {
  readonly uid: string;
  readonly chainId: string;
  readonly address: string;
  readonly signature?: string | undefined;
  /** CoKeeps' own id of the destination or request. */
  readonly id?: string | undefined;
}

export interface NotificationInput extends NotificationSubject {
  /** The permit's reference, sent as `reference_id`. */
  readonly reference?: string | undefined;
  /** What was moved, sent as it stands: a backend must bear any text. */
  readonly amount?: string | undefined;
}

/** The documented members and nothing else. */
export const documentedNotification = (subject: NotificationSubject): Record<string, unknown> => ({
  uid: subject.uid,
  destination: {
    address: subject.address,
    chain_id: subject.chainId,
    signature: subject.signature ?? '',
    id: subject.id ?? '',
  },
});

export const buildNotification = (
  kind: NotificationKind,
  { reference, amount, ...subject }: NotificationInput,
): Record<string, unknown> => ({
  ...documentedNotification(subject),
  ...invented[kind],
  ...(reference === undefined ? {} : { reference_id: reference }),
  ...(amount === undefined ? {} : { amount }),
});

const invented: Readonly<Record<NotificationKind, Readonly<Record<string, unknown>>>> = {
  'omnibus.address_set': { event: 'omnibus_address', status: 'set' },
  'omnibus.withdrawal_created': { event: 'omnibus_withdrawal', status: 'created' },
  'omnibus.withdrawal_approved': {
    event: 'omnibus_withdrawal',
    status: 'approved',
    approvals: [{ by: 'a' }],
  },
  'omnibus.withdrawal_rejected': { event: 'omnibus_withdrawal', status: 'rejected', reason: null },
  'omnibus.transaction_completed': {
    event: 'omnibus_transaction',
    status: 'final',
    hash: '0xabc',
    confirmations: 6,
  },
  'transfer.failed': {
    event: 'transfer',
    status: 'failed',
    error: { code: 'insufficient_funds', details: ['é', '鍵'] },
  },
  'gas_station.funding_failed': {
    event: 'gas_station_funding',
    status: 'failed',
    error: 'timeout',
    attempt: 3,
  },
  'sweep.failed': { event: 'sweep', status: 'failed', error: { message: 'fee too low' }, fee: 1e-7 },
};
