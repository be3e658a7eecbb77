/** Why a user got the answers that it got, in sentences for a person. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(uid: string): Promise<void> {
  for (let afterSeq = 0; ;) {
    const page = await countersign.decisions.list.query({ uid, afterSeq });
    for (const { id, outcome, rule } of page.decisions) {
      const { sentence } = await countersign.decisions.explain.query({ decisionId: id });
      console.log(`${id}: ${outcome} (${rule}): ${sentence}`);
    }
    if (page.nextAfterSeq === null) return;
    afterSeq = page.nextAfterSeq;
  }
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
