// Original file: proto/countersign/admin/v1/admin.proto


export interface UserDestination {
  'chainId'?: (string);
  'address'?: (string);
  'tag'?: (string);
  'label'?: (string);
  'addedAtMs'?: (number | string);
  'usableFromMs'?: (number | string);
  'expiresAtMs'?: (number | string);
  'looksLike'?: (string);
}

export interface UserDestination__Output {
  'chainId': (string);
  'address': (string);
  'tag': (string);
  'label': (string);
  'addedAtMs': (number);
  'usableFromMs': (number);
  'expiresAtMs': (number);
  'looksLike': (string);
}
