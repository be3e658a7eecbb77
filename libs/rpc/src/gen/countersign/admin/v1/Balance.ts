// Original file: proto/countersign/admin/v1/admin.proto


export interface Balance {
  'chainId'?: (string);
  'amount'?: (string);
  'asOfMs'?: (number | string);
}

export interface Balance__Output {
  'chainId': (string);
  'amount': (string);
  'asOfMs': (number);
}
