// Original file: proto/countersign/admin/v1/admin.proto


export interface ChainAmount {
  'chainId'?: (string);
  'amount'?: (string);
}

export interface ChainAmount__Output {
  'chainId': (string);
  'amount': (string);
}
