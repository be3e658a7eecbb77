// Original file: proto/countersign/admin/v1/admin.proto


export interface BacktestDifference {
  'uid'?: (string);
  'atMs'?: (number | string);
  'decisionId'?: (string);
  'was'?: (string);
  'would'?: (string);
  'rule'?: (string);
  'limitKey'?: (string);
  'layer'?: (string);
  'chainId'?: (string);
  'amount'?: (string);
}

export interface BacktestDifference__Output {
  'uid': (string);
  'atMs': (number);
  'decisionId': (string);
  'was': (string);
  'would': (string);
  'rule': (string);
  'limitKey': (string);
  'layer': (string);
  'chainId': (string);
  'amount': (string);
}
