// Original file: proto/countersign/admin/v1/admin.proto


export interface ListChangesRequest {
  'status'?: (string);
  'after'?: (string);
  'limit'?: (number);
}

export interface ListChangesRequest__Output {
  'status': (string);
  'after': (string);
  'limit': (number);
}
