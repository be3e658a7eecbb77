// Original file: proto/countersign/admin/v1/admin.proto


export interface ListUsersRequest {
  'status'?: (string);
  'role'?: (string);
  'after'?: (string);
  'limit'?: (number);
  'tier'?: (string);
  'holding'?: (boolean);
}

export interface ListUsersRequest__Output {
  'status': (string);
  'role': (string);
  'after': (string);
  'limit': (number);
  'tier': (string);
  'holding': (boolean);
}
