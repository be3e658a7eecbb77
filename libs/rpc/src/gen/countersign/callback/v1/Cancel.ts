// Original file: proto/countersign/callback/v1/callback.proto


export interface Cancel {
}

export interface Cancel__Output {
}
