// Original file: proto/countersign/admin/v1/admin.proto


export interface GetMachineRequest {
  'machineId'?: (string);
}

export interface GetMachineRequest__Output {
  'machineId': (string);
}
