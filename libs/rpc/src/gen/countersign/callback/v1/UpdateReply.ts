// Original file: proto/countersign/callback/v1/callback.proto


export interface UpdateReply {
  'duplicate'?: (boolean);
  'outcome'?: (string);
}

export interface UpdateReply__Output {
  'duplicate': (boolean);
  'outcome': (string);
}
