// Original file: proto/countersign/callback/v1/callback.proto


export interface ReadRequest {
  'uid'?: (string);
  'referenceId'?: (string);
}

export interface ReadRequest__Output {
  'uid': (string);
  'referenceId': (string);
}
