// Original file: proto/countersign/admin/v1/admin.proto


export interface GetPlatformRequest {
}

export interface GetPlatformRequest__Output {
}
