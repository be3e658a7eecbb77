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
  'Admin.CreateUser': admin,
  'Admin.UpdateUser': admin,
  'Admin.SetCredentials': admin,
  'Admin.SetLimit': admin,
  'Admin.AddDestination': admin,
  'Admin.RevokeDestination': admin,
  'Admin.PushBalance': admin,
  'Admin.CreateMachine': admin,
  'Admin.UpdateMachine': admin,
  'Admin.RegisterPermit': admin,
  'Admin.SetFreeze': admin,
  'Admin.GetUser': admin,
  'Admin.ListUsers': admin,
  'Admin.ListEvents': admin,
};
