// Original file: proto/countersign/admin/v1/admin.proto


export interface ListEventsRequest {
  'afterPosition'?: (number | string);
  'limit'?: (number);
  'waitMs'?: (number);
  'kind'?: (string);
  'id'?: (string);
}

export interface ListEventsRequest__Output {
  'afterPosition': (number);
  'limit': (number);
  'waitMs': (number);
  'kind': (string);
  'id': (string);
}
