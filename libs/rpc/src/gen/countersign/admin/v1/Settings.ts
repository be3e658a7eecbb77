// Original file: proto/countersign/admin/v1/admin.proto


export interface Settings {
  'balanceMaxAgeMs'?: (number | string);
  'coolingOffMs'?: (number | string);
  'rearmMs'?: (number | string);
  'suspectAfterMs'?: (number | string);
  'loosening'?: (string);
  'looseningDelayMs'?: (number | string);
  'approvalLifetimeMs'?: (number | string);
}

export interface Settings__Output {
  'balanceMaxAgeMs': (number);
  'coolingOffMs': (number);
  'rearmMs': (number);
  'suspectAfterMs': (number);
  'loosening': (string);
  'looseningDelayMs': (number);
  'approvalLifetimeMs': (number);
}
