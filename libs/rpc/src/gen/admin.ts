import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AddDestinationRequest as _countersign_admin_v1_AddDestinationRequest, AddDestinationRequest__Output as _countersign_admin_v1_AddDestinationRequest__Output } from './countersign/admin/v1/AddDestinationRequest';
import type { AdminClient as _countersign_admin_v1_AdminClient, AdminDefinition as _countersign_admin_v1_AdminDefinition } from './countersign/admin/v1/Admin';
import type { Balance as _countersign_admin_v1_Balance, Balance__Output as _countersign_admin_v1_Balance__Output } from './countersign/admin/v1/Balance';
import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from './countersign/admin/v1/Cause';
import type { ChainAmount as _countersign_admin_v1_ChainAmount, ChainAmount__Output as _countersign_admin_v1_ChainAmount__Output } from './countersign/admin/v1/ChainAmount';
import type { Changed as _countersign_admin_v1_Changed, Changed__Output as _countersign_admin_v1_Changed__Output } from './countersign/admin/v1/Changed';
import type { CreateMachineRequest as _countersign_admin_v1_CreateMachineRequest, CreateMachineRequest__Output as _countersign_admin_v1_CreateMachineRequest__Output } from './countersign/admin/v1/CreateMachineRequest';
import type { CreateUserRequest as _countersign_admin_v1_CreateUserRequest, CreateUserRequest__Output as _countersign_admin_v1_CreateUserRequest__Output } from './countersign/admin/v1/CreateUserRequest';
import type { DisableChainRequest as _countersign_admin_v1_DisableChainRequest, DisableChainRequest__Output as _countersign_admin_v1_DisableChainRequest__Output } from './countersign/admin/v1/DisableChainRequest';
import type { EnableChainRequest as _countersign_admin_v1_EnableChainRequest, EnableChainRequest__Output as _countersign_admin_v1_EnableChainRequest__Output } from './countersign/admin/v1/EnableChainRequest';
import type { Event as _countersign_admin_v1_Event, Event__Output as _countersign_admin_v1_Event__Output } from './countersign/admin/v1/Event';
import type { GetUserRequest as _countersign_admin_v1_GetUserRequest, GetUserRequest__Output as _countersign_admin_v1_GetUserRequest__Output } from './countersign/admin/v1/GetUserRequest';
import type { ListEventsReply as _countersign_admin_v1_ListEventsReply, ListEventsReply__Output as _countersign_admin_v1_ListEventsReply__Output } from './countersign/admin/v1/ListEventsReply';
import type { ListEventsRequest as _countersign_admin_v1_ListEventsRequest, ListEventsRequest__Output as _countersign_admin_v1_ListEventsRequest__Output } from './countersign/admin/v1/ListEventsRequest';
import type { ListUsersReply as _countersign_admin_v1_ListUsersReply, ListUsersReply__Output as _countersign_admin_v1_ListUsersReply__Output } from './countersign/admin/v1/ListUsersReply';
import type { ListUsersRequest as _countersign_admin_v1_ListUsersRequest, ListUsersRequest__Output as _countersign_admin_v1_ListUsersRequest__Output } from './countersign/admin/v1/ListUsersRequest';
import type { Permit as _countersign_admin_v1_Permit, Permit__Output as _countersign_admin_v1_Permit__Output } from './countersign/admin/v1/Permit';
import type { PushBalanceRequest as _countersign_admin_v1_PushBalanceRequest, PushBalanceRequest__Output as _countersign_admin_v1_PushBalanceRequest__Output } from './countersign/admin/v1/PushBalanceRequest';
import type { RegisterPermitReply as _countersign_admin_v1_RegisterPermitReply, RegisterPermitReply__Output as _countersign_admin_v1_RegisterPermitReply__Output } from './countersign/admin/v1/RegisterPermitReply';
import type { RegisterPermitRequest as _countersign_admin_v1_RegisterPermitRequest, RegisterPermitRequest__Output as _countersign_admin_v1_RegisterPermitRequest__Output } from './countersign/admin/v1/RegisterPermitRequest';
import type { RevokeDestinationRequest as _countersign_admin_v1_RevokeDestinationRequest, RevokeDestinationRequest__Output as _countersign_admin_v1_RevokeDestinationRequest__Output } from './countersign/admin/v1/RevokeDestinationRequest';
import type { SetCredentialsRequest as _countersign_admin_v1_SetCredentialsRequest, SetCredentialsRequest__Output as _countersign_admin_v1_SetCredentialsRequest__Output } from './countersign/admin/v1/SetCredentialsRequest';
import type { SetFreezeRequest as _countersign_admin_v1_SetFreezeRequest, SetFreezeRequest__Output as _countersign_admin_v1_SetFreezeRequest__Output } from './countersign/admin/v1/SetFreezeRequest';
import type { SetLimitRequest as _countersign_admin_v1_SetLimitRequest, SetLimitRequest__Output as _countersign_admin_v1_SetLimitRequest__Output } from './countersign/admin/v1/SetLimitRequest';
import type { UpdateMachineRequest as _countersign_admin_v1_UpdateMachineRequest, UpdateMachineRequest__Output as _countersign_admin_v1_UpdateMachineRequest__Output } from './countersign/admin/v1/UpdateMachineRequest';
import type { UpdateUserRequest as _countersign_admin_v1_UpdateUserRequest, UpdateUserRequest__Output as _countersign_admin_v1_UpdateUserRequest__Output } from './countersign/admin/v1/UpdateUserRequest';
import type { User as _countersign_admin_v1_User, User__Output as _countersign_admin_v1_User__Output } from './countersign/admin/v1/User';
import type { UserDestination as _countersign_admin_v1_UserDestination, UserDestination__Output as _countersign_admin_v1_UserDestination__Output } from './countersign/admin/v1/UserDestination';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  countersign: {
    admin: {
      v1: {
        AddDestinationRequest: MessageTypeDefinition<_countersign_admin_v1_AddDestinationRequest, _countersign_admin_v1_AddDestinationRequest__Output>
        Admin: SubtypeConstructor<typeof grpc.Client, _countersign_admin_v1_AdminClient> & { service: _countersign_admin_v1_AdminDefinition }
        Balance: MessageTypeDefinition<_countersign_admin_v1_Balance, _countersign_admin_v1_Balance__Output>
        Cause: MessageTypeDefinition<_countersign_admin_v1_Cause, _countersign_admin_v1_Cause__Output>
        ChainAmount: MessageTypeDefinition<_countersign_admin_v1_ChainAmount, _countersign_admin_v1_ChainAmount__Output>
        Changed: MessageTypeDefinition<_countersign_admin_v1_Changed, _countersign_admin_v1_Changed__Output>
        CreateMachineRequest: MessageTypeDefinition<_countersign_admin_v1_CreateMachineRequest, _countersign_admin_v1_CreateMachineRequest__Output>
        CreateUserRequest: MessageTypeDefinition<_countersign_admin_v1_CreateUserRequest, _countersign_admin_v1_CreateUserRequest__Output>
        DisableChainRequest: MessageTypeDefinition<_countersign_admin_v1_DisableChainRequest, _countersign_admin_v1_DisableChainRequest__Output>
        EnableChainRequest: MessageTypeDefinition<_countersign_admin_v1_EnableChainRequest, _countersign_admin_v1_EnableChainRequest__Output>
        Event: MessageTypeDefinition<_countersign_admin_v1_Event, _countersign_admin_v1_Event__Output>
        GetUserRequest: MessageTypeDefinition<_countersign_admin_v1_GetUserRequest, _countersign_admin_v1_GetUserRequest__Output>
        ListEventsReply: MessageTypeDefinition<_countersign_admin_v1_ListEventsReply, _countersign_admin_v1_ListEventsReply__Output>
        ListEventsRequest: MessageTypeDefinition<_countersign_admin_v1_ListEventsRequest, _countersign_admin_v1_ListEventsRequest__Output>
        ListUsersReply: MessageTypeDefinition<_countersign_admin_v1_ListUsersReply, _countersign_admin_v1_ListUsersReply__Output>
        ListUsersRequest: MessageTypeDefinition<_countersign_admin_v1_ListUsersRequest, _countersign_admin_v1_ListUsersRequest__Output>
        Permit: MessageTypeDefinition<_countersign_admin_v1_Permit, _countersign_admin_v1_Permit__Output>
        PushBalanceRequest: MessageTypeDefinition<_countersign_admin_v1_PushBalanceRequest, _countersign_admin_v1_PushBalanceRequest__Output>
        RegisterPermitReply: MessageTypeDefinition<_countersign_admin_v1_RegisterPermitReply, _countersign_admin_v1_RegisterPermitReply__Output>
        RegisterPermitRequest: MessageTypeDefinition<_countersign_admin_v1_RegisterPermitRequest, _countersign_admin_v1_RegisterPermitRequest__Output>
        RevokeDestinationRequest: MessageTypeDefinition<_countersign_admin_v1_RevokeDestinationRequest, _countersign_admin_v1_RevokeDestinationRequest__Output>
        SetCredentialsRequest: MessageTypeDefinition<_countersign_admin_v1_SetCredentialsRequest, _countersign_admin_v1_SetCredentialsRequest__Output>
        SetFreezeRequest: MessageTypeDefinition<_countersign_admin_v1_SetFreezeRequest, _countersign_admin_v1_SetFreezeRequest__Output>
        SetLimitRequest: MessageTypeDefinition<_countersign_admin_v1_SetLimitRequest, _countersign_admin_v1_SetLimitRequest__Output>
        UpdateMachineRequest: MessageTypeDefinition<_countersign_admin_v1_UpdateMachineRequest, _countersign_admin_v1_UpdateMachineRequest__Output>
        UpdateUserRequest: MessageTypeDefinition<_countersign_admin_v1_UpdateUserRequest, _countersign_admin_v1_UpdateUserRequest__Output>
        User: MessageTypeDefinition<_countersign_admin_v1_User, _countersign_admin_v1_User__Output>
        UserDestination: MessageTypeDefinition<_countersign_admin_v1_UserDestination, _countersign_admin_v1_UserDestination__Output>
      }
    }
  }
}

