// Original file: proto/countersign/admin/v1/admin.proto


export interface GetUserRequest {
  'uid'?: (string);
}

export interface GetUserRequest__Output {
  'uid': (string);
}
