import { join } from 'node:path';
import { createReaderProcess } from '../reader-process';
import { auditorsDay } from './auditor';
import { ledgerDay } from './ledger';
import { officersDay } from './officers';
import type { Stage } from './stage';

export interface OfficeDayOptions {
  /** How many the ledger pushes; a multiple of 5. */
  readonly balances: number;
  /** For what the reader and the auditor keep. */
  readonly dir: string;
}

/** A day of those who call the admin service: a ledger, risk, two officers, a reader of events, an auditor. */
export async function officeDay(stage: Stage, { balances, dir }: OfficeDayOptions): Promise<void> {
  const { adminUrl, issuerFile } = stage.stack;
  const reader = createReaderProcess({ url: adminUrl, issuerFile, file: join(dir, 'events.ndjson') });
  try {
    await ledgerDay(stage, reader, balances);
    await officersDay(stage);
    await auditorsDay(stage, reader, { balances, dir });
  } finally {
    await reader.kill();
  }
}
