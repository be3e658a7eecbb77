// Original file: proto/countersign/callback/v1/callback.proto


export interface UpdateRequest {
  'payload'?: (string);
}

export interface UpdateRequest__Output {
  'payload': (string);
}
