// Original file: proto/countersign/admin/v1/admin.proto


export interface Settings {
  'balanceMaxAgeMs'?: (number | string);
  'coolingOffMs'?: (number | string);
  'rearmMs'?: (number | string);
  'suspectAfterMs'?: (number | string);
  'loosening'?: (string);
}

export interface Settings__Output {
  'balanceMaxAgeMs': (number);
  'coolingOffMs': (number);
  'rearmMs': (number);
  'suspectAfterMs': (number);
  'loosening': (string);
}
