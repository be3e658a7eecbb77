// Original file: proto/countersign/admin/v1/admin.proto


export interface Cause {
  'actor'?: (string);
  'reason'?: (string);
  'approvedBy'?: (string);
}

export interface Cause__Output {
  'actor': (string);
  'reason': (string);
  'approvedBy': (string);
}
