// Original file: proto/countersign/admin/v1/admin.proto


export interface Machine {
  'machineId'?: (string);
  'uid'?: (string);
  'role'?: (string);
  'status'?: (string);
  'frozen'?: (boolean);
  'revision'?: (number);
}

export interface Machine__Output {
  'machineId': (string);
  'uid': (string);
  'role': (string);
  'status': (string);
  'frozen': (boolean);
  'revision': (number);
}
