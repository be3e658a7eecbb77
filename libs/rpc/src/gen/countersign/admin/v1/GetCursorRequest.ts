// Original file: proto/countersign/admin/v1/admin.proto


export interface GetCursorRequest {
  'name'?: (string);
}

export interface GetCursorRequest__Output {
  'name': (string);
}
