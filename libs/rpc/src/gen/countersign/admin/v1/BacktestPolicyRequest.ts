// Original file: proto/countersign/admin/v1/admin.proto


export interface BacktestPolicyRequest {
  'document'?: (string);
  'version'?: (number);
  'after'?: (string);
  'limit'?: (number);
}

export interface BacktestPolicyRequest__Output {
  'document': (string);
  'version': (number);
  'after': (string);
  'limit': (number);
}
