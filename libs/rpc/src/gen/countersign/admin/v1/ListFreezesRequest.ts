// Original file: proto/countersign/admin/v1/admin.proto


export interface ListFreezesRequest {
  'scope'?: (string);
  'after'?: (string);
  'limit'?: (number);
}

export interface ListFreezesRequest__Output {
  'scope': (string);
  'after': (string);
  'limit': (number);
}
