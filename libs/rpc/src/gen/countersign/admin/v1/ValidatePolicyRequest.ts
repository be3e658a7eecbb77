// Original file: proto/countersign/admin/v1/admin.proto


export interface ValidatePolicyRequest {
  'document'?: (string);
  'version'?: (number);
}

export interface ValidatePolicyRequest__Output {
  'document': (string);
  'version': (number);
}
