// Original file: proto/countersign/admin/v1/admin.proto


export interface ListFreezesReply {
  'subjects'?: (string)[];
  'nextAfter'?: (string);
}

export interface ListFreezesReply__Output {
  'subjects': (string)[];
  'nextAfter': (string);
}
