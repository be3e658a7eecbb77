// Original file: proto/countersign/admin/v1/admin.proto


export interface GetEffectiveLimitsRequest {
  'uid'?: (string);
  'chainId'?: (string);
}

export interface GetEffectiveLimitsRequest__Output {
  'uid': (string);
  'chainId': (string);
}
