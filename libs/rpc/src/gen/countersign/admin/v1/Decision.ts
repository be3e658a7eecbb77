// Original file: proto/countersign/admin/v1/admin.proto


export interface Decision {
  'decisionId'?: (string);
  'json'?: (string);
}

export interface Decision__Output {
  'decisionId': (string);
  'json': (string);
}
