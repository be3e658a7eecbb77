// Original file: proto/countersign/admin/v1/admin.proto


export interface ListMachinesRequest {
  'uid'?: (string);
  'status'?: (string);
  'after'?: (string);
  'limit'?: (number);
}

export interface ListMachinesRequest__Output {
  'uid': (string);
  'status': (string);
  'after': (string);
  'limit': (number);
}
