// Original file: proto/countersign/admin/v1/admin.proto


export interface Permit {
  'referenceId'?: (string);
  'kind'?: (string);
  'chainId'?: (string);
  'amount'?: (string);
  'address'?: (string);
  'tag'?: (string);
  'status'?: (string);
  'registeredAtMs'?: (number | string);
  'expiresAtMs'?: (number | string);
  'heldAtMs'?: (number | string);
  'decisionId'?: (string);
  'endedAtMs'?: (number | string);
  'movedAmount'?: (string);
  'endedBy'?: (string);
}

export interface Permit__Output {
  'referenceId': (string);
  'kind': (string);
  'chainId': (string);
  'amount': (string);
  'address': (string);
  'tag': (string);
  'status': (string);
  'registeredAtMs': (number);
  'expiresAtMs': (number);
  'heldAtMs': (number);
  'decisionId': (string);
  'endedAtMs': (number);
  'movedAmount': (string);
  'endedBy': (string);
}
