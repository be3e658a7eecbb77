// Original file: proto/countersign/callback/v1/callback.proto


export interface UpdateReply {
  'duplicate'?: (boolean);
}

export interface UpdateReply__Output {
  'duplicate': (boolean);
}
