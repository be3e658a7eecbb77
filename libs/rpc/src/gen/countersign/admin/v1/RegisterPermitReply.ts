// Original file: proto/countersign/admin/v1/admin.proto


export interface RegisterPermitReply {
  'revision'?: (number);
  'referenceId'?: (string);
  'expiresAtMs'?: (number | string);
}

export interface RegisterPermitReply__Output {
  'revision': (number);
  'referenceId': (string);
  'expiresAtMs': (number);
}
