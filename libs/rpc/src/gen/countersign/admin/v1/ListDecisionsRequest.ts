// Original file: proto/countersign/admin/v1/admin.proto


export interface ListDecisionsRequest {
  'uid'?: (string);
  'afterSeq'?: (number);
  'limit'?: (number);
}

export interface ListDecisionsRequest__Output {
  'uid': (string);
  'afterSeq': (number);
  'limit': (number);
}
