// Original file: proto/countersign/admin/v1/admin.proto


export interface GetPolicyRequest {
  'version'?: (number);
}

export interface GetPolicyRequest__Output {
  'version': (number);
}
