// Original file: proto/countersign/admin/v1/admin.proto


export interface ListNotificationsRequest {
  'uid'?: (string);
  'outcome'?: (string);
  'after'?: (string);
  'limit'?: (number);
}

export interface ListNotificationsRequest__Output {
  'uid': (string);
  'outcome': (string);
  'after': (string);
  'limit': (number);
}
