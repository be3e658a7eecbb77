// Original file: proto/countersign/admin/v1/admin.proto


export interface Permit {
  'referenceId'?: (string);
  'kind'?: (string);
  'chainId'?: (string);
  'amount'?: (string);
  'address'?: (string);
  'expiresAtMs'?: (number | string);
  'firstReadAtMs'?: (number | string);
}

export interface Permit__Output {
  'referenceId': (string);
  'kind': (string);
  'chainId': (string);
  'amount': (string);
  'address': (string);
  'expiresAtMs': (number);
  'firstReadAtMs': (number);
}
