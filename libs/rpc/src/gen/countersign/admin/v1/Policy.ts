// Original file: proto/countersign/admin/v1/admin.proto


export interface Policy {
  'version'?: (number);
  'document'?: (string);
  'status'?: (string);
  'draftedBy'?: (string);
  'reason'?: (string);
  'draftedAtMs'?: (number | string);
  'publishedBy'?: (string);
  'publishedAtMs'?: (number | string);
  'revision'?: (number);
}

export interface Policy__Output {
  'version': (number);
  'document': (string);
  'status': (string);
  'draftedBy': (string);
  'reason': (string);
  'draftedAtMs': (number);
  'publishedBy': (string);
  'publishedAtMs': (number);
  'revision': (number);
}
