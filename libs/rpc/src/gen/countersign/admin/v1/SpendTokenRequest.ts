// Original file: proto/countersign/admin/v1/admin.proto


export interface SpendTokenRequest {
  'issuer'?: (string);
  'tokenId'?: (string);
  'expiresAtMs'?: (number | string);
  'use'?: (string);
}

export interface SpendTokenRequest__Output {
  'issuer': (string);
  'tokenId': (string);
  'expiresAtMs': (number);
  'use': (string);
}
