// Original file: proto/countersign/admin/v1/admin.proto


export interface GetPermitRequest {
  'uid'?: (string);
  'referenceId'?: (string);
}

export interface GetPermitRequest__Output {
  'uid': (string);
  'referenceId': (string);
}
