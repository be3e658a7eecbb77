// Original file: proto/countersign/admin/v1/admin.proto


export interface ListTiersRequest {
  'after'?: (string);
  'limit'?: (number);
}

export interface ListTiersRequest__Output {
  'after': (string);
  'limit': (number);
}
