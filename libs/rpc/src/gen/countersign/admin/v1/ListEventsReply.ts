// Original file: proto/countersign/admin/v1/admin.proto

import type { Event as _countersign_admin_v1_Event, Event__Output as _countersign_admin_v1_Event__Output } from '../../../countersign/admin/v1/Event';

export interface ListEventsReply {
  'events'?: (_countersign_admin_v1_Event)[];
  'nextPosition'?: (number | string);
}

export interface ListEventsReply__Output {
  'events': (_countersign_admin_v1_Event__Output)[];
  'nextPosition': (number);
}
