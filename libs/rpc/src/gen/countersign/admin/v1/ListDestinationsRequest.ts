// Original file: proto/countersign/admin/v1/admin.proto


export interface ListDestinationsRequest {
  'uid'?: (string);
  'chainId'?: (string);
}

export interface ListDestinationsRequest__Output {
  'uid': (string);
  'chainId': (string);
}
