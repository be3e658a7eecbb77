// Original file: proto/countersign/admin/v1/admin.proto


export interface LayerValue {
  'layer'?: (string);
  'max'?: (string);
  'expiresAtMs'?: (number | string);
}

export interface LayerValue__Output {
  'layer': (string);
  'max': (string);
  'expiresAtMs': (number);
}
