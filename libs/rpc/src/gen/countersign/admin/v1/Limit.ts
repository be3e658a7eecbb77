// Original file: proto/countersign/admin/v1/admin.proto


export interface Limit {
  'kind'?: (string);
  'measure'?: (string);
  'durationMs'?: (number | string);
  'unit'?: (string);
  'zone'?: (string);
  'startsOn'?: (number);
  'perDestination'?: (boolean);
  'max'?: (string);
}

export interface Limit__Output {
  'kind': (string);
  'measure': (string);
  'durationMs': (number);
  'unit': (string);
  'zone': (string);
  'startsOn': (number);
  'perDestination': (boolean);
  'max': (string);
}
