import { bitcoin, sweeper, treasury } from '../demo-world';
import { X, grants, patiently, read, refused, show, type Stage } from './stage';

export async function machine(stage: Stage): Promise<void> {
  const { wallet, platform, transcript } = stage;
  transcript.act(`The machine ${sweeper} acts for the treasury.`);
  const verified = await patiently(stage, () => wallet.machineVerify({ machineId: sweeper, x: X }));
  transcript.say(`← ${show(verified)}`);
  transcript.check(
    'a countersign of its own, no uid',
    Object.keys(verified.payload as object).join() === 'key',
    verified,
  );
  const reference = await platform.registerPermit(bitcoin(treasury.uid, '0.4'));
  const reply = await read(stage, sweeper, reference);
  transcript.check("it reads by its own id and gets the treasury's permit", grants(reply, '0.4'), reply);
  await platform.settlePermit(treasury.uid, reference);
  const unknown = await patiently(stage, () => wallet.machineVerify({ machineId: 'sweeper-9', x: X }));
  transcript.check('an unknown machine is refused', refused(unknown), unknown);
}
