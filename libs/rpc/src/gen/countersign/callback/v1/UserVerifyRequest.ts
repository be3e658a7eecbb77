// Original file: proto/countersign/callback/v1/callback.proto


export interface UserVerifyRequest {
  'hashedUsername'?: (string);
  'hashedPassword'?: (string);
  'x'?: (string);
}

export interface UserVerifyRequest__Output {
  'hashedUsername': (string);
  'hashedPassword': (string);
  'x': (string);
}
