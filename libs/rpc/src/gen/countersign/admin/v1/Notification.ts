// Original file: proto/countersign/admin/v1/admin.proto


export interface Notification {
  'digest'?: (string);
  'uid'?: (string);
  'receivedAtMs'?: (number | string);
  'type'?: (string);
  'rule'?: (string);
  'outcome'?: (string);
  'referenceId'?: (string);
  'payload'?: (string);
}

export interface Notification__Output {
  'digest': (string);
  'uid': (string);
  'receivedAtMs': (number);
  'type': (string);
  'rule': (string);
  'outcome': (string);
  'referenceId': (string);
  'payload': (string);
}
