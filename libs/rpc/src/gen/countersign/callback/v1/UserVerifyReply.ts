// Original file: proto/countersign/callback/v1/callback.proto


export interface UserVerifyReply {
  'uid'?: (string);
  'key'?: (string);
}

export interface UserVerifyReply__Output {
  'uid': (string);
  'key': (string);
}
