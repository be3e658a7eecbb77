import type { Callers } from '@countersign/rpc';

/** Who may call what. A method that is not here does not exist; a row without callers admits nobody. */
const edge = ['edge'];
const admin = ['admin'];

export const callers: Callers = {
  'Callback.UserVerify': edge,
  'Callback.MachineVerify': edge,
  'Callback.Read': edge,
  'Callback.Update': edge,
  'Callback.Converse': edge,

  'Admin.EnableChain': admin,
  'Admin.DisableChain': admin,
  'Admin.ChangeSettings': admin,
  'Admin.GetPlatform': admin,
  'Admin.CreateTier': admin,
  'Admin.ChangeTier': admin,
  'Admin.SetTierLimits': admin,
  'Admin.GetTier': admin,
  'Admin.ListTiers': admin,
  'Admin.CreateUser': admin,
  'Admin.UpdateUser': admin,
  'Admin.SetCredentials': admin,
  'Admin.SetUserLimits': admin,
  'Admin.OverrideLimit': admin,
  'Admin.RemoveOverride': admin,
  'Admin.AddDestination': admin,
  'Admin.RevokeDestination': admin,
  'Admin.WaiveCoolingOff': admin,
  'Admin.PushBalance': admin,
  'Admin.GetUser': admin,
  'Admin.ListUsers': admin,
  'Admin.GetEffectiveLimits': admin,
  'Admin.CreateMachine': admin,
  'Admin.UpdateMachine': admin,
  'Admin.RegisterPermit': admin,
  'Admin.SettlePermit': admin,
  'Admin.ReleasePermit': admin,
  'Admin.ReconcilePermit': admin,
  'Admin.GetPermit': admin,
  'Admin.SetFreeze': admin,
  'Admin.GetDecision': admin,
  'Admin.ListDecisions': admin,
  'Admin.ListNotifications': admin,
  'Admin.ListEvents': admin,
};
