/** What goes in and comes out, by the name of the procedure: `Outputs['users']['get']`. */
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from './gen/router';

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

export type User = Outputs['users']['get'];
export type LimitInput = Inputs['limits']['override']['limit'];
export type Change = Outputs['changes']['get'];
export type Decision = Outputs['decisions']['get'];
export type Event = Outputs['events']['list']['events'][number];
export type EventKind = NonNullable<Inputs['events']['list']['kind']>;
