import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@countersign/store';
import { onceScenarios } from './once-scenarios';

const dir = mkdtempSync(join(tmpdir(), 'countersign-once-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

onceScenarios(() => openStore(`sqlite:${join(dir, 'test.db')}`, { now: Date.now, newId: randomUUID }));
