import * as answers from '../properties/answers';
import { nobodyLoosensAlone } from '../properties/authority';
import { nothingMoreLeaves } from '../properties/blast-radius';
import { capsHold } from '../properties/caps';
import { nothingLeavesTooEarly } from '../properties/cooling-off';
import { historyStaysShort, thinningIsSafe } from '../properties/history';
import { plansNeverWiden } from '../properties/plans';
import type { Property } from '../properties/run';
import { runBases } from '../scenario/bases';
import { runRadii } from '../scenario/blast-radius-table';
import { runLoosening } from '../scenario/loosening-table';
import { runDocuments, runPlans } from '../scenario/policy-tables';
import { runProposals } from '../scenario/proposals-table';
import { runTable } from '../scenario/table';

/** What a build of the policy core is held against: the properties and the tables, by name. */
export const checks = {
  caps: capsHold,
  narrowing: answers.narrowingNeverWidens,
  freeze: answers.freezeBeatsEverything,
  errors: answers.errorsAreNotWider,
  whole: answers.answersAreWhole,
  same: answers.sameReadSameAnswer,
  events: answers.eventsAreTheState,
  authority: nobodyLoosensAlone,
  waiting: nothingLeavesTooEarly,
  thinning: thinningIsSafe,
  short: historyStaysShort,
  plans: plansNeverWiden,
  limits: runTable('limits'),
  read: runTable('read'),
  destinations: runTable('destinations'),
  permits: runTable('permits'),
  notifications: runTable('notifications'),
  budget: runTable('budget'),
  loosening: runLoosening,
  proposals: runProposals,
  bases: runBases,
  radius: nothingMoreLeaves,
  radii: runRadii,
  documents: runDocuments,
  'plan table': runPlans,
} as const satisfies Readonly<Record<string, Property>>;

export type CheckName = keyof typeof checks;
