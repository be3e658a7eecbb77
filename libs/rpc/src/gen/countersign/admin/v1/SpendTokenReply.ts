// Original file: proto/countersign/admin/v1/admin.proto


export interface SpendTokenReply {
  'spent'?: (boolean);
}

export interface SpendTokenReply__Output {
  'spent': (boolean);
}
