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
export type { ChainAmount__Output as ChainAmount } from './gen/countersign/admin/v1/ChainAmount';
export type { Changed__Output as Changed } from './gen/countersign/admin/v1/Changed';
export type { CreateMachineRequest__Output as CreateMachineRequest } from './gen/countersign/admin/v1/CreateMachineRequest';
export type { CreateUserRequest__Output as CreateUserRequest } from './gen/countersign/admin/v1/CreateUserRequest';
export type { DisableChainRequest__Output as DisableChainRequest } from './gen/countersign/admin/v1/DisableChainRequest';
export type { EnableChainRequest__Output as EnableChainRequest } from './gen/countersign/admin/v1/EnableChainRequest';
export type { Event__Output as Event } from './gen/countersign/admin/v1/Event';
export type { GetUserRequest__Output as GetUserRequest } from './gen/countersign/admin/v1/GetUserRequest';
export type { ListEventsReply__Output as ListEventsReply } from './gen/countersign/admin/v1/ListEventsReply';
export type { ListEventsRequest__Output as ListEventsRequest } from './gen/countersign/admin/v1/ListEventsRequest';
export type { ListUsersReply__Output as ListUsersReply } from './gen/countersign/admin/v1/ListUsersReply';
export type { ListUsersRequest__Output as ListUsersRequest } from './gen/countersign/admin/v1/ListUsersRequest';
export type { Permit__Output as Permit } from './gen/countersign/admin/v1/Permit';
export type { PushBalanceRequest__Output as PushBalanceRequest } from './gen/countersign/admin/v1/PushBalanceRequest';
export type { RegisterPermitReply__Output as RegisterPermitReply } from './gen/countersign/admin/v1/RegisterPermitReply';
export type { RegisterPermitRequest__Output as RegisterPermitRequest } from './gen/countersign/admin/v1/RegisterPermitRequest';
export type { RevokeDestinationRequest__Output as RevokeDestinationRequest } from './gen/countersign/admin/v1/RevokeDestinationRequest';
export type { SetCredentialsRequest__Output as SetCredentialsRequest } from './gen/countersign/admin/v1/SetCredentialsRequest';
export type { SetFreezeRequest__Output as SetFreezeRequest } from './gen/countersign/admin/v1/SetFreezeRequest';
export type { SetLimitRequest__Output as SetLimitRequest } from './gen/countersign/admin/v1/SetLimitRequest';
export type { UpdateMachineRequest__Output as UpdateMachineRequest } from './gen/countersign/admin/v1/UpdateMachineRequest';
export type { UpdateUserRequest__Output as UpdateUserRequest } from './gen/countersign/admin/v1/UpdateUserRequest';
export type { User__Output as User } from './gen/countersign/admin/v1/User';
export type { UserDestination__Output as UserDestination } from './gen/countersign/admin/v1/UserDestination';
