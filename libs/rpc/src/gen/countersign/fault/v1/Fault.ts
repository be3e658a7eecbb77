// Original file: proto/countersign/fault/v1/fault.proto


export interface Fault {
  'code'?: (string);
  'message'?: (string);
  'details'?: (string)[];
  'correlationId'?: (string);
  'revision'?: (number);
}

export interface Fault__Output {
  'code': (string);
  'message': (string);
  'details': (string)[];
  'correlationId': (string);
  'revision': (number);
}
