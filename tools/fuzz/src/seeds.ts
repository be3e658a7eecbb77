import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EdgeSeeds } from './edge/edge-inputs';
import type { EngineSeeds } from './engine/engine-inputs';
import type { ShareSeeds } from './shares/share-inputs';

/** What all inputs are made from, one file each. */
const dir = join(__dirname, '../seeds');
const read = (name: string): unknown => JSON.parse(readFileSync(join(dir, name), 'utf8'));

export const readShareSeeds = (): ShareSeeds => read('shares.json') as ShareSeeds;
export const readEdgeSeeds = (): EdgeSeeds => ({
  payloads: read('payloads.json') as EdgeSeeds['payloads'],
  http: read('http.json') as EdgeSeeds['http'],
});
export const readEngineSeeds = (): EngineSeeds => read('messages.json') as EngineSeeds;
