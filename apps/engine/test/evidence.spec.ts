import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@countersign/store';
import { evidenceScenarios } from './evidence-scenarios';

const dir = mkdtempSync(join(tmpdir(), 'countersign-evidence-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

evidenceScenarios(() => openStore(`sqlite:${join(dir, 'test.db')}`, { now: Date.now, newId: randomUUID }));
