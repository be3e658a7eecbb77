// Original file: proto/countersign/admin/v1/admin.proto


export interface ListPermitsRequest {
  'uid'?: (string);
  'status'?: (string);
  'chainId'?: (string);
}

export interface ListPermitsRequest__Output {
  'uid': (string);
  'status': (string);
  'chainId': (string);
}
