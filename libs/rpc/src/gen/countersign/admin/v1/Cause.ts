// Original file: proto/countersign/admin/v1/admin.proto


export interface Cause {
  'actor'?: (string);
  'reason'?: (string);
  'idempotencyKey'?: (string);
  'expectedRevision'?: (number);
  '_expectedRevision'?: "expectedRevision";
}

export interface Cause__Output {
  'actor': (string);
  'reason': (string);
  'idempotencyKey': (string);
  'expectedRevision'?: (number);
  '_expectedRevision'?: "expectedRevision";
}
