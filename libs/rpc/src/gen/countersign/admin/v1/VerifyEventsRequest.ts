// Original file: proto/countersign/admin/v1/admin.proto


export interface VerifyEventsRequest {
  'kind'?: (string);
  'id'?: (string);
}

export interface VerifyEventsRequest__Output {
  'kind': (string);
  'id': (string);
}
