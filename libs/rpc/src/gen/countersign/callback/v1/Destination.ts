// Original file: proto/countersign/callback/v1/callback.proto


export interface Destination {
  'chainId'?: (string);
  'address'?: (string);
}

export interface Destination__Output {
  'chainId': (string);
  'address': (string);
}
