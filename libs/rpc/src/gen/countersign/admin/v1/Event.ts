// Original file: proto/countersign/admin/v1/admin.proto


export interface Event {
  'position'?: (number | string);
  'kind'?: (string);
  'id'?: (string);
  'seq'?: (number);
  'type'?: (string);
  'atMs'?: (number | string);
  'actor'?: (string);
  'reason'?: (string);
  'requestId'?: (string);
  'data'?: (string);
  'prev'?: (string);
  'hash'?: (string);
}

export interface Event__Output {
  'position': (number);
  'kind': (string);
  'id': (string);
  'seq': (number);
  'type': (string);
  'atMs': (number);
  'actor': (string);
  'reason': (string);
  'requestId': (string);
  'data': (string);
  'prev': (string);
  'hash': (string);
}
