// Original file: proto/countersign/admin/v1/admin.proto


export interface AuditKey {
  'keyId'?: (string);
  'publicKey'?: (string);
}

export interface AuditKey__Output {
  'keyId': (string);
  'publicKey': (string);
}
