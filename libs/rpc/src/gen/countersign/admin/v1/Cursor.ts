// Original file: proto/countersign/admin/v1/admin.proto


export interface Cursor {
  'name'?: (string);
  'position'?: (number | string);
}

export interface Cursor__Output {
  'name': (string);
  'position': (number);
}
