// Original file: proto/countersign/callback/v1/callback.proto


export interface MachineVerifyReply {
  'key'?: (string);
}

export interface MachineVerifyReply__Output {
  'key': (string);
}
