// Original file: proto/countersign/admin/v1/admin.proto


export interface ListPoliciesRequest {
  'beforeVersion'?: (number);
  'limit'?: (number);
}

export interface ListPoliciesRequest__Output {
  'beforeVersion': (number);
  'limit': (number);
}
