// Original file: proto/countersign/admin/v1/admin.proto


export interface GetTierRequest {
  'tierId'?: (string);
}

export interface GetTierRequest__Output {
  'tierId': (string);
}
