// Original file: proto/countersign/admin/v1/admin.proto


export interface VerifyEventsReply {
  'verified'?: (boolean);
  'seq'?: (number);
  'head'?: (string);
  'broken'?: (string);
}

export interface VerifyEventsReply__Output {
  'verified': (boolean);
  'seq': (number);
  'head': (string);
  'broken': (string);
}
