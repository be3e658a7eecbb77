// Original file: proto/countersign/admin/v1/admin.proto


export interface ValidatePolicyReply {
  'mistakes'?: (string)[];
  'differences'?: (string)[];
  'loosenings'?: (string)[];
}

export interface ValidatePolicyReply__Output {
  'mistakes': (string)[];
  'differences': (string)[];
  'loosenings': (string)[];
}
