// Original file: proto/countersign/callback/v1/callback.proto


export interface MachineVerifyRequest {
  'machineId'?: (string);
  'x'?: (string);
}

export interface MachineVerifyRequest__Output {
  'machineId': (string);
  'x': (string);
}
