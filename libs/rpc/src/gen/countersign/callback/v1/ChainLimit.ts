// Original file: proto/countersign/callback/v1/callback.proto


export interface ChainLimit {
  'chainId'?: (string);
  'balance'?: (string);
  'limit'?: (string);
}

export interface ChainLimit__Output {
  'chainId': (string);
  'balance': (string);
  'limit': (string);
}
