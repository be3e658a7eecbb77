// Original file: proto/countersign/admin/v1/admin.proto


export interface GetChangeRequest {
  'changeId'?: (string);
}

export interface GetChangeRequest__Output {
  'changeId': (string);
}
