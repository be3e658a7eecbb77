// Original file: proto/countersign/admin/v1/admin.proto


export interface GetAuditKeyRequest {
}

export interface GetAuditKeyRequest__Output {
}
