/** The whole table, in the order in which it is run and printed. */
import type { Check } from './check';
import { envelopeChecks } from './envelope';
import { failureChecks } from './failure';
import { hostileChecks } from './hostile';
import { httpChecks } from './http';
import { machineVerifyChecks } from './machine-verify';
import { readChecks } from './read';
import { readDeniedChecks } from './read-denied';
import { socketChecks } from './socket';
import { updateChecks } from './update';
import { userVerifyChecks } from './user-verify';
import { vectorChecks } from './vectors';

export const checks: readonly Check[] = [
  ...vectorChecks,
  ...envelopeChecks,
  ...userVerifyChecks,
  ...machineVerifyChecks,
  ...readChecks,
  ...readDeniedChecks,
  ...updateChecks,
  ...failureChecks,
  ...hostileChecks,
  ...httpChecks,
  ...socketChecks,
];
