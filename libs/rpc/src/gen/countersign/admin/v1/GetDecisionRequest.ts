// Original file: proto/countersign/admin/v1/admin.proto


export interface GetDecisionRequest {
  'decisionId'?: (string);
}

export interface GetDecisionRequest__Output {
  'decisionId': (string);
}
