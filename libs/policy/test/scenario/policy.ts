import type * as policy from '../../src';

/** The module under test, as an argument: the same tables and properties run against the sources and against mutants. */
export type Policy = typeof policy;
