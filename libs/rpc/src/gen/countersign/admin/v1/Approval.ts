// Original file: proto/countersign/admin/v1/admin.proto


export interface Approval {
  'actor'?: (string);
  'reason'?: (string);
  'atMs'?: (number | string);
}

export interface Approval__Output {
  'actor': (string);
  'reason': (string);
  'atMs': (number);
}
