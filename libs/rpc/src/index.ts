export { createAdminClient, createCallbackClient } from './clients';
export type { AdminClient, CallbackClient, CallbackClientOptions, ClientOptions } from './clients';
export { createRpcServer } from './server';
export type { RpcServer, RpcServerOptions } from './server';
export type { Callers, HealthMethod } from './callers';
export type { CallObservation, RpcLog } from './chain';
export type { PeerCredentials } from './credentials';
export type {
  AdminCalls,
  AdminHandlers,
  CallbackCalls,
  CallbackHandlers,
  CallContext,
  CallOptions,
  Handler,
  MethodName,
} from './methods';
export { findProtoRoot, loaderOptions, protoFiles } from './proto';

export type { ChainLimit__Output as ChainLimit } from './gen/countersign/callback/v1/ChainLimit';
export type { Destination__Output as Destination } from './gen/countersign/callback/v1/Destination';
export type { MachineVerifyReply__Output as MachineVerifyReply } from './gen/countersign/callback/v1/MachineVerifyReply';
export type { MachineVerifyRequest__Output as MachineVerifyRequest } from './gen/countersign/callback/v1/MachineVerifyRequest';
export type { ReadReply__Output as ReadReply } from './gen/countersign/callback/v1/ReadReply';
export type { ReadRequest__Output as ReadRequest } from './gen/countersign/callback/v1/ReadRequest';
export type { UpdateReply__Output as UpdateReply } from './gen/countersign/callback/v1/UpdateReply';
export type { UpdateRequest__Output as UpdateRequest } from './gen/countersign/callback/v1/UpdateRequest';
export type { UserVerifyReply__Output as UserVerifyReply } from './gen/countersign/callback/v1/UserVerifyReply';
export type { UserVerifyRequest__Output as UserVerifyRequest } from './gen/countersign/callback/v1/UserVerifyRequest';

export type { AddDestinationRequest__Output as AddDestinationRequest } from './gen/countersign/admin/v1/AddDestinationRequest';
export type { Balance__Output as Balance } from './gen/countersign/admin/v1/Balance';
export type { Cause__Output as Cause } from './gen/countersign/admin/v1/Cause';
export type { Chain__Output as Chain } from './gen/countersign/admin/v1/Chain';
export type { ChainLimits__Output as ChainLimits } from './gen/countersign/admin/v1/ChainLimits';
export type { ChangeSettingsRequest__Output as ChangeSettingsRequest } from './gen/countersign/admin/v1/ChangeSettingsRequest';
export type { ChangeTierRequest__Output as ChangeTierRequest } from './gen/countersign/admin/v1/ChangeTierRequest';
export type { Changed__Output as Changed } from './gen/countersign/admin/v1/Changed';
export type { CreateMachineRequest__Output as CreateMachineRequest } from './gen/countersign/admin/v1/CreateMachineRequest';
export type { CreateTierRequest__Output as CreateTierRequest } from './gen/countersign/admin/v1/CreateTierRequest';
export type { CreateUserRequest__Output as CreateUserRequest } from './gen/countersign/admin/v1/CreateUserRequest';
export type { Decision__Output as Decision } from './gen/countersign/admin/v1/Decision';
export type { DisableChainRequest__Output as DisableChainRequest } from './gen/countersign/admin/v1/DisableChainRequest';
export type { EffectiveLimit__Output as EffectiveLimit } from './gen/countersign/admin/v1/EffectiveLimit';
export type { EffectiveLimits__Output as EffectiveLimits } from './gen/countersign/admin/v1/EffectiveLimits';
export type { EnableChainRequest__Output as EnableChainRequest } from './gen/countersign/admin/v1/EnableChainRequest';
export type { Event__Output as Event } from './gen/countersign/admin/v1/Event';
export type { GetDecisionRequest__Output as GetDecisionRequest } from './gen/countersign/admin/v1/GetDecisionRequest';
export type { GetEffectiveLimitsRequest__Output as GetEffectiveLimitsRequest } from './gen/countersign/admin/v1/GetEffectiveLimitsRequest';
export type { GetPermitRequest__Output as GetPermitRequest } from './gen/countersign/admin/v1/GetPermitRequest';
export type { GetPlatformRequest__Output as GetPlatformRequest } from './gen/countersign/admin/v1/GetPlatformRequest';
export type { GetTierRequest__Output as GetTierRequest } from './gen/countersign/admin/v1/GetTierRequest';
export type { GetUserRequest__Output as GetUserRequest } from './gen/countersign/admin/v1/GetUserRequest';
export type { LayerValue__Output as LayerValue } from './gen/countersign/admin/v1/LayerValue';
export type { Limit__Output as Limit } from './gen/countersign/admin/v1/Limit';
export type { ListDecisionsReply__Output as ListDecisionsReply } from './gen/countersign/admin/v1/ListDecisionsReply';
export type { ListDecisionsRequest__Output as ListDecisionsRequest } from './gen/countersign/admin/v1/ListDecisionsRequest';
export type { ListEventsReply__Output as ListEventsReply } from './gen/countersign/admin/v1/ListEventsReply';
export type { ListEventsRequest__Output as ListEventsRequest } from './gen/countersign/admin/v1/ListEventsRequest';
export type { ListTiersReply__Output as ListTiersReply } from './gen/countersign/admin/v1/ListTiersReply';
export type { ListTiersRequest__Output as ListTiersRequest } from './gen/countersign/admin/v1/ListTiersRequest';
export type { ListUsersReply__Output as ListUsersReply } from './gen/countersign/admin/v1/ListUsersReply';
export type { ListUsersRequest__Output as ListUsersRequest } from './gen/countersign/admin/v1/ListUsersRequest';
export type { Override__Output as Override } from './gen/countersign/admin/v1/Override';
export type { ListNotificationsReply__Output as ListNotificationsReply } from './gen/countersign/admin/v1/ListNotificationsReply';
export type { ListNotificationsRequest__Output as ListNotificationsRequest } from './gen/countersign/admin/v1/ListNotificationsRequest';
export type { Notification__Output as Notification } from './gen/countersign/admin/v1/Notification';
export type { OverrideLimitRequest__Output as OverrideLimitRequest } from './gen/countersign/admin/v1/OverrideLimitRequest';
export type { Permit__Output as Permit } from './gen/countersign/admin/v1/Permit';
export type { Platform__Output as Platform } from './gen/countersign/admin/v1/Platform';
export type { PushBalanceRequest__Output as PushBalanceRequest } from './gen/countersign/admin/v1/PushBalanceRequest';
export type { ReconcilePermitRequest__Output as ReconcilePermitRequest } from './gen/countersign/admin/v1/ReconcilePermitRequest';
export type { RegisterPermitReply__Output as RegisterPermitReply } from './gen/countersign/admin/v1/RegisterPermitReply';
export type { RegisterPermitRequest__Output as RegisterPermitRequest } from './gen/countersign/admin/v1/RegisterPermitRequest';
export type { ReleasePermitRequest__Output as ReleasePermitRequest } from './gen/countersign/admin/v1/ReleasePermitRequest';
export type { RemoveOverrideRequest__Output as RemoveOverrideRequest } from './gen/countersign/admin/v1/RemoveOverrideRequest';
export type { RevokeDestinationRequest__Output as RevokeDestinationRequest } from './gen/countersign/admin/v1/RevokeDestinationRequest';
export type { SetCredentialsRequest__Output as SetCredentialsRequest } from './gen/countersign/admin/v1/SetCredentialsRequest';
export type { SetFreezeRequest__Output as SetFreezeRequest } from './gen/countersign/admin/v1/SetFreezeRequest';
export type { SetTierLimitsRequest__Output as SetTierLimitsRequest } from './gen/countersign/admin/v1/SetTierLimitsRequest';
export type { SetUserLimitsRequest__Output as SetUserLimitsRequest } from './gen/countersign/admin/v1/SetUserLimitsRequest';
export type { Settings__Output as Settings } from './gen/countersign/admin/v1/Settings';
export type { SettlePermitRequest__Output as SettlePermitRequest } from './gen/countersign/admin/v1/SettlePermitRequest';
export type { Tier__Output as Tier } from './gen/countersign/admin/v1/Tier';
export type { UpdateMachineRequest__Output as UpdateMachineRequest } from './gen/countersign/admin/v1/UpdateMachineRequest';
export type { UpdateUserRequest__Output as UpdateUserRequest } from './gen/countersign/admin/v1/UpdateUserRequest';
export type { User__Output as User } from './gen/countersign/admin/v1/User';
export type { UserDestination__Output as UserDestination } from './gen/countersign/admin/v1/UserDestination';
export type { WaiveCoolingOffRequest__Output as WaiveCoolingOffRequest } from './gen/countersign/admin/v1/WaiveCoolingOffRequest';
