// Original file: proto/countersign/admin/v1/admin.proto


export interface Checkpoint {
  'position'?: (number | string);
  'digest'?: (string);
  'atMs'?: (number | string);
  'keyId'?: (string);
  'signature'?: (string);
}

export interface Checkpoint__Output {
  'position': (number);
  'digest': (string);
  'atMs': (number);
  'keyId': (string);
  'signature': (string);
}
