// Original file: proto/countersign/admin/v1/admin.proto


export interface Changed {
  'revision'?: (number);
}

export interface Changed__Output {
  'revision': (number);
}
