// Original file: proto/countersign/admin/v1/admin.proto


export interface UserDestination {
  'chainId'?: (string);
  'address'?: (string);
  'label'?: (string);
}

export interface UserDestination__Output {
  'chainId': (string);
  'address': (string);
  'label': (string);
}
