import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AddDestinationRequest as _countersign_admin_v1_AddDestinationRequest, AddDestinationRequest__Output as _countersign_admin_v1_AddDestinationRequest__Output } from './countersign/admin/v1/AddDestinationRequest';
import type { AdminClient as _countersign_admin_v1_AdminClient, AdminDefinition as _countersign_admin_v1_AdminDefinition } from './countersign/admin/v1/Admin';
import type { Balance as _countersign_admin_v1_Balance, Balance__Output as _countersign_admin_v1_Balance__Output } from './countersign/admin/v1/Balance';
import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from './countersign/admin/v1/Cause';
import type { Chain as _countersign_admin_v1_Chain, Chain__Output as _countersign_admin_v1_Chain__Output } from './countersign/admin/v1/Chain';
import type { ChainLimits as _countersign_admin_v1_ChainLimits, ChainLimits__Output as _countersign_admin_v1_ChainLimits__Output } from './countersign/admin/v1/ChainLimits';
import type { ChangeSettingsRequest as _countersign_admin_v1_ChangeSettingsRequest, ChangeSettingsRequest__Output as _countersign_admin_v1_ChangeSettingsRequest__Output } from './countersign/admin/v1/ChangeSettingsRequest';
import type { ChangeTierRequest as _countersign_admin_v1_ChangeTierRequest, ChangeTierRequest__Output as _countersign_admin_v1_ChangeTierRequest__Output } from './countersign/admin/v1/ChangeTierRequest';
import type { Changed as _countersign_admin_v1_Changed, Changed__Output as _countersign_admin_v1_Changed__Output } from './countersign/admin/v1/Changed';
import type { CreateMachineRequest as _countersign_admin_v1_CreateMachineRequest, CreateMachineRequest__Output as _countersign_admin_v1_CreateMachineRequest__Output } from './countersign/admin/v1/CreateMachineRequest';
import type { CreateTierRequest as _countersign_admin_v1_CreateTierRequest, CreateTierRequest__Output as _countersign_admin_v1_CreateTierRequest__Output } from './countersign/admin/v1/CreateTierRequest';
import type { CreateUserRequest as _countersign_admin_v1_CreateUserRequest, CreateUserRequest__Output as _countersign_admin_v1_CreateUserRequest__Output } from './countersign/admin/v1/CreateUserRequest';
import type { Decision as _countersign_admin_v1_Decision, Decision__Output as _countersign_admin_v1_Decision__Output } from './countersign/admin/v1/Decision';
import type { DisableChainRequest as _countersign_admin_v1_DisableChainRequest, DisableChainRequest__Output as _countersign_admin_v1_DisableChainRequest__Output } from './countersign/admin/v1/DisableChainRequest';
import type { EffectiveLimit as _countersign_admin_v1_EffectiveLimit, EffectiveLimit__Output as _countersign_admin_v1_EffectiveLimit__Output } from './countersign/admin/v1/EffectiveLimit';
import type { EffectiveLimits as _countersign_admin_v1_EffectiveLimits, EffectiveLimits__Output as _countersign_admin_v1_EffectiveLimits__Output } from './countersign/admin/v1/EffectiveLimits';
import type { EnableChainRequest as _countersign_admin_v1_EnableChainRequest, EnableChainRequest__Output as _countersign_admin_v1_EnableChainRequest__Output } from './countersign/admin/v1/EnableChainRequest';
import type { Event as _countersign_admin_v1_Event, Event__Output as _countersign_admin_v1_Event__Output } from './countersign/admin/v1/Event';
import type { GetDecisionRequest as _countersign_admin_v1_GetDecisionRequest, GetDecisionRequest__Output as _countersign_admin_v1_GetDecisionRequest__Output } from './countersign/admin/v1/GetDecisionRequest';
import type { GetEffectiveLimitsRequest as _countersign_admin_v1_GetEffectiveLimitsRequest, GetEffectiveLimitsRequest__Output as _countersign_admin_v1_GetEffectiveLimitsRequest__Output } from './countersign/admin/v1/GetEffectiveLimitsRequest';
import type { GetPermitRequest as _countersign_admin_v1_GetPermitRequest, GetPermitRequest__Output as _countersign_admin_v1_GetPermitRequest__Output } from './countersign/admin/v1/GetPermitRequest';
import type { GetPlatformRequest as _countersign_admin_v1_GetPlatformRequest, GetPlatformRequest__Output as _countersign_admin_v1_GetPlatformRequest__Output } from './countersign/admin/v1/GetPlatformRequest';
import type { GetTierRequest as _countersign_admin_v1_GetTierRequest, GetTierRequest__Output as _countersign_admin_v1_GetTierRequest__Output } from './countersign/admin/v1/GetTierRequest';
import type { GetUserRequest as _countersign_admin_v1_GetUserRequest, GetUserRequest__Output as _countersign_admin_v1_GetUserRequest__Output } from './countersign/admin/v1/GetUserRequest';
import type { LayerValue as _countersign_admin_v1_LayerValue, LayerValue__Output as _countersign_admin_v1_LayerValue__Output } from './countersign/admin/v1/LayerValue';
import type { Limit as _countersign_admin_v1_Limit, Limit__Output as _countersign_admin_v1_Limit__Output } from './countersign/admin/v1/Limit';
import type { ListDecisionsReply as _countersign_admin_v1_ListDecisionsReply, ListDecisionsReply__Output as _countersign_admin_v1_ListDecisionsReply__Output } from './countersign/admin/v1/ListDecisionsReply';
import type { ListDecisionsRequest as _countersign_admin_v1_ListDecisionsRequest, ListDecisionsRequest__Output as _countersign_admin_v1_ListDecisionsRequest__Output } from './countersign/admin/v1/ListDecisionsRequest';
import type { ListEventsReply as _countersign_admin_v1_ListEventsReply, ListEventsReply__Output as _countersign_admin_v1_ListEventsReply__Output } from './countersign/admin/v1/ListEventsReply';
import type { ListEventsRequest as _countersign_admin_v1_ListEventsRequest, ListEventsRequest__Output as _countersign_admin_v1_ListEventsRequest__Output } from './countersign/admin/v1/ListEventsRequest';
import type { ListNotificationsReply as _countersign_admin_v1_ListNotificationsReply, ListNotificationsReply__Output as _countersign_admin_v1_ListNotificationsReply__Output } from './countersign/admin/v1/ListNotificationsReply';
import type { ListNotificationsRequest as _countersign_admin_v1_ListNotificationsRequest, ListNotificationsRequest__Output as _countersign_admin_v1_ListNotificationsRequest__Output } from './countersign/admin/v1/ListNotificationsRequest';
import type { ListTiersReply as _countersign_admin_v1_ListTiersReply, ListTiersReply__Output as _countersign_admin_v1_ListTiersReply__Output } from './countersign/admin/v1/ListTiersReply';
import type { ListTiersRequest as _countersign_admin_v1_ListTiersRequest, ListTiersRequest__Output as _countersign_admin_v1_ListTiersRequest__Output } from './countersign/admin/v1/ListTiersRequest';
import type { ListUsersReply as _countersign_admin_v1_ListUsersReply, ListUsersReply__Output as _countersign_admin_v1_ListUsersReply__Output } from './countersign/admin/v1/ListUsersReply';
import type { ListUsersRequest as _countersign_admin_v1_ListUsersRequest, ListUsersRequest__Output as _countersign_admin_v1_ListUsersRequest__Output } from './countersign/admin/v1/ListUsersRequest';
import type { Notification as _countersign_admin_v1_Notification, Notification__Output as _countersign_admin_v1_Notification__Output } from './countersign/admin/v1/Notification';
import type { Override as _countersign_admin_v1_Override, Override__Output as _countersign_admin_v1_Override__Output } from './countersign/admin/v1/Override';
import type { OverrideLimitRequest as _countersign_admin_v1_OverrideLimitRequest, OverrideLimitRequest__Output as _countersign_admin_v1_OverrideLimitRequest__Output } from './countersign/admin/v1/OverrideLimitRequest';
import type { Permit as _countersign_admin_v1_Permit, Permit__Output as _countersign_admin_v1_Permit__Output } from './countersign/admin/v1/Permit';
import type { Platform as _countersign_admin_v1_Platform, Platform__Output as _countersign_admin_v1_Platform__Output } from './countersign/admin/v1/Platform';
import type { PushBalanceRequest as _countersign_admin_v1_PushBalanceRequest, PushBalanceRequest__Output as _countersign_admin_v1_PushBalanceRequest__Output } from './countersign/admin/v1/PushBalanceRequest';
import type { ReconcilePermitRequest as _countersign_admin_v1_ReconcilePermitRequest, ReconcilePermitRequest__Output as _countersign_admin_v1_ReconcilePermitRequest__Output } from './countersign/admin/v1/ReconcilePermitRequest';
import type { RegisterPermitReply as _countersign_admin_v1_RegisterPermitReply, RegisterPermitReply__Output as _countersign_admin_v1_RegisterPermitReply__Output } from './countersign/admin/v1/RegisterPermitReply';
import type { RegisterPermitRequest as _countersign_admin_v1_RegisterPermitRequest, RegisterPermitRequest__Output as _countersign_admin_v1_RegisterPermitRequest__Output } from './countersign/admin/v1/RegisterPermitRequest';
import type { ReleasePermitRequest as _countersign_admin_v1_ReleasePermitRequest, ReleasePermitRequest__Output as _countersign_admin_v1_ReleasePermitRequest__Output } from './countersign/admin/v1/ReleasePermitRequest';
import type { RemoveOverrideRequest as _countersign_admin_v1_RemoveOverrideRequest, RemoveOverrideRequest__Output as _countersign_admin_v1_RemoveOverrideRequest__Output } from './countersign/admin/v1/RemoveOverrideRequest';
import type { RevokeDestinationRequest as _countersign_admin_v1_RevokeDestinationRequest, RevokeDestinationRequest__Output as _countersign_admin_v1_RevokeDestinationRequest__Output } from './countersign/admin/v1/RevokeDestinationRequest';
import type { SetCredentialsRequest as _countersign_admin_v1_SetCredentialsRequest, SetCredentialsRequest__Output as _countersign_admin_v1_SetCredentialsRequest__Output } from './countersign/admin/v1/SetCredentialsRequest';
import type { SetFreezeRequest as _countersign_admin_v1_SetFreezeRequest, SetFreezeRequest__Output as _countersign_admin_v1_SetFreezeRequest__Output } from './countersign/admin/v1/SetFreezeRequest';
import type { SetTierLimitsRequest as _countersign_admin_v1_SetTierLimitsRequest, SetTierLimitsRequest__Output as _countersign_admin_v1_SetTierLimitsRequest__Output } from './countersign/admin/v1/SetTierLimitsRequest';
import type { SetUserLimitsRequest as _countersign_admin_v1_SetUserLimitsRequest, SetUserLimitsRequest__Output as _countersign_admin_v1_SetUserLimitsRequest__Output } from './countersign/admin/v1/SetUserLimitsRequest';
import type { Settings as _countersign_admin_v1_Settings, Settings__Output as _countersign_admin_v1_Settings__Output } from './countersign/admin/v1/Settings';
import type { SettlePermitRequest as _countersign_admin_v1_SettlePermitRequest, SettlePermitRequest__Output as _countersign_admin_v1_SettlePermitRequest__Output } from './countersign/admin/v1/SettlePermitRequest';
import type { Tier as _countersign_admin_v1_Tier, Tier__Output as _countersign_admin_v1_Tier__Output } from './countersign/admin/v1/Tier';
import type { UpdateMachineRequest as _countersign_admin_v1_UpdateMachineRequest, UpdateMachineRequest__Output as _countersign_admin_v1_UpdateMachineRequest__Output } from './countersign/admin/v1/UpdateMachineRequest';
import type { UpdateUserRequest as _countersign_admin_v1_UpdateUserRequest, UpdateUserRequest__Output as _countersign_admin_v1_UpdateUserRequest__Output } from './countersign/admin/v1/UpdateUserRequest';
import type { User as _countersign_admin_v1_User, User__Output as _countersign_admin_v1_User__Output } from './countersign/admin/v1/User';
import type { UserDestination as _countersign_admin_v1_UserDestination, UserDestination__Output as _countersign_admin_v1_UserDestination__Output } from './countersign/admin/v1/UserDestination';
import type { WaiveCoolingOffRequest as _countersign_admin_v1_WaiveCoolingOffRequest, WaiveCoolingOffRequest__Output as _countersign_admin_v1_WaiveCoolingOffRequest__Output } from './countersign/admin/v1/WaiveCoolingOffRequest';

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
        Chain: MessageTypeDefinition<_countersign_admin_v1_Chain, _countersign_admin_v1_Chain__Output>
        ChainLimits: MessageTypeDefinition<_countersign_admin_v1_ChainLimits, _countersign_admin_v1_ChainLimits__Output>
        ChangeSettingsRequest: MessageTypeDefinition<_countersign_admin_v1_ChangeSettingsRequest, _countersign_admin_v1_ChangeSettingsRequest__Output>
        ChangeTierRequest: MessageTypeDefinition<_countersign_admin_v1_ChangeTierRequest, _countersign_admin_v1_ChangeTierRequest__Output>
        Changed: MessageTypeDefinition<_countersign_admin_v1_Changed, _countersign_admin_v1_Changed__Output>
        CreateMachineRequest: MessageTypeDefinition<_countersign_admin_v1_CreateMachineRequest, _countersign_admin_v1_CreateMachineRequest__Output>
        CreateTierRequest: MessageTypeDefinition<_countersign_admin_v1_CreateTierRequest, _countersign_admin_v1_CreateTierRequest__Output>
        CreateUserRequest: MessageTypeDefinition<_countersign_admin_v1_CreateUserRequest, _countersign_admin_v1_CreateUserRequest__Output>
        Decision: MessageTypeDefinition<_countersign_admin_v1_Decision, _countersign_admin_v1_Decision__Output>
        DisableChainRequest: MessageTypeDefinition<_countersign_admin_v1_DisableChainRequest, _countersign_admin_v1_DisableChainRequest__Output>
        EffectiveLimit: MessageTypeDefinition<_countersign_admin_v1_EffectiveLimit, _countersign_admin_v1_EffectiveLimit__Output>
        EffectiveLimits: MessageTypeDefinition<_countersign_admin_v1_EffectiveLimits, _countersign_admin_v1_EffectiveLimits__Output>
        EnableChainRequest: MessageTypeDefinition<_countersign_admin_v1_EnableChainRequest, _countersign_admin_v1_EnableChainRequest__Output>
        Event: MessageTypeDefinition<_countersign_admin_v1_Event, _countersign_admin_v1_Event__Output>
        GetDecisionRequest: MessageTypeDefinition<_countersign_admin_v1_GetDecisionRequest, _countersign_admin_v1_GetDecisionRequest__Output>
        GetEffectiveLimitsRequest: MessageTypeDefinition<_countersign_admin_v1_GetEffectiveLimitsRequest, _countersign_admin_v1_GetEffectiveLimitsRequest__Output>
        GetPermitRequest: MessageTypeDefinition<_countersign_admin_v1_GetPermitRequest, _countersign_admin_v1_GetPermitRequest__Output>
        GetPlatformRequest: MessageTypeDefinition<_countersign_admin_v1_GetPlatformRequest, _countersign_admin_v1_GetPlatformRequest__Output>
        GetTierRequest: MessageTypeDefinition<_countersign_admin_v1_GetTierRequest, _countersign_admin_v1_GetTierRequest__Output>
        GetUserRequest: MessageTypeDefinition<_countersign_admin_v1_GetUserRequest, _countersign_admin_v1_GetUserRequest__Output>
        LayerValue: MessageTypeDefinition<_countersign_admin_v1_LayerValue, _countersign_admin_v1_LayerValue__Output>
        Limit: MessageTypeDefinition<_countersign_admin_v1_Limit, _countersign_admin_v1_Limit__Output>
        ListDecisionsReply: MessageTypeDefinition<_countersign_admin_v1_ListDecisionsReply, _countersign_admin_v1_ListDecisionsReply__Output>
        ListDecisionsRequest: MessageTypeDefinition<_countersign_admin_v1_ListDecisionsRequest, _countersign_admin_v1_ListDecisionsRequest__Output>
        ListEventsReply: MessageTypeDefinition<_countersign_admin_v1_ListEventsReply, _countersign_admin_v1_ListEventsReply__Output>
        ListEventsRequest: MessageTypeDefinition<_countersign_admin_v1_ListEventsRequest, _countersign_admin_v1_ListEventsRequest__Output>
        ListNotificationsReply: MessageTypeDefinition<_countersign_admin_v1_ListNotificationsReply, _countersign_admin_v1_ListNotificationsReply__Output>
        ListNotificationsRequest: MessageTypeDefinition<_countersign_admin_v1_ListNotificationsRequest, _countersign_admin_v1_ListNotificationsRequest__Output>
        ListTiersReply: MessageTypeDefinition<_countersign_admin_v1_ListTiersReply, _countersign_admin_v1_ListTiersReply__Output>
        ListTiersRequest: MessageTypeDefinition<_countersign_admin_v1_ListTiersRequest, _countersign_admin_v1_ListTiersRequest__Output>
        ListUsersReply: MessageTypeDefinition<_countersign_admin_v1_ListUsersReply, _countersign_admin_v1_ListUsersReply__Output>
        ListUsersRequest: MessageTypeDefinition<_countersign_admin_v1_ListUsersRequest, _countersign_admin_v1_ListUsersRequest__Output>
        Notification: MessageTypeDefinition<_countersign_admin_v1_Notification, _countersign_admin_v1_Notification__Output>
        Override: MessageTypeDefinition<_countersign_admin_v1_Override, _countersign_admin_v1_Override__Output>
        OverrideLimitRequest: MessageTypeDefinition<_countersign_admin_v1_OverrideLimitRequest, _countersign_admin_v1_OverrideLimitRequest__Output>
        Permit: MessageTypeDefinition<_countersign_admin_v1_Permit, _countersign_admin_v1_Permit__Output>
        Platform: MessageTypeDefinition<_countersign_admin_v1_Platform, _countersign_admin_v1_Platform__Output>
        PushBalanceRequest: MessageTypeDefinition<_countersign_admin_v1_PushBalanceRequest, _countersign_admin_v1_PushBalanceRequest__Output>
        ReconcilePermitRequest: MessageTypeDefinition<_countersign_admin_v1_ReconcilePermitRequest, _countersign_admin_v1_ReconcilePermitRequest__Output>
        RegisterPermitReply: MessageTypeDefinition<_countersign_admin_v1_RegisterPermitReply, _countersign_admin_v1_RegisterPermitReply__Output>
        RegisterPermitRequest: MessageTypeDefinition<_countersign_admin_v1_RegisterPermitRequest, _countersign_admin_v1_RegisterPermitRequest__Output>
        ReleasePermitRequest: MessageTypeDefinition<_countersign_admin_v1_ReleasePermitRequest, _countersign_admin_v1_ReleasePermitRequest__Output>
        RemoveOverrideRequest: MessageTypeDefinition<_countersign_admin_v1_RemoveOverrideRequest, _countersign_admin_v1_RemoveOverrideRequest__Output>
        RevokeDestinationRequest: MessageTypeDefinition<_countersign_admin_v1_RevokeDestinationRequest, _countersign_admin_v1_RevokeDestinationRequest__Output>
        SetCredentialsRequest: MessageTypeDefinition<_countersign_admin_v1_SetCredentialsRequest, _countersign_admin_v1_SetCredentialsRequest__Output>
        SetFreezeRequest: MessageTypeDefinition<_countersign_admin_v1_SetFreezeRequest, _countersign_admin_v1_SetFreezeRequest__Output>
        SetTierLimitsRequest: MessageTypeDefinition<_countersign_admin_v1_SetTierLimitsRequest, _countersign_admin_v1_SetTierLimitsRequest__Output>
        SetUserLimitsRequest: MessageTypeDefinition<_countersign_admin_v1_SetUserLimitsRequest, _countersign_admin_v1_SetUserLimitsRequest__Output>
        Settings: MessageTypeDefinition<_countersign_admin_v1_Settings, _countersign_admin_v1_Settings__Output>
        SettlePermitRequest: MessageTypeDefinition<_countersign_admin_v1_SettlePermitRequest, _countersign_admin_v1_SettlePermitRequest__Output>
        Tier: MessageTypeDefinition<_countersign_admin_v1_Tier, _countersign_admin_v1_Tier__Output>
        UpdateMachineRequest: MessageTypeDefinition<_countersign_admin_v1_UpdateMachineRequest, _countersign_admin_v1_UpdateMachineRequest__Output>
        UpdateUserRequest: MessageTypeDefinition<_countersign_admin_v1_UpdateUserRequest, _countersign_admin_v1_UpdateUserRequest__Output>
        User: MessageTypeDefinition<_countersign_admin_v1_User, _countersign_admin_v1_User__Output>
        UserDestination: MessageTypeDefinition<_countersign_admin_v1_UserDestination, _countersign_admin_v1_UserDestination__Output>
        WaiveCoolingOffRequest: MessageTypeDefinition<_countersign_admin_v1_WaiveCoolingOffRequest, _countersign_admin_v1_WaiveCoolingOffRequest__Output>
      }
    }
  }
}

