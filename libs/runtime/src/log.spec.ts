import { createLog, forbiddenNames } from './log';

function lines(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const written: string[] = [];
  write(
    createLog({ process: 'test', level: 'info', destination: { write: (line) => void written.push(line) } }),
  );
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('writes one JSON object a line, with process, level and ISO time', () => {
  const [line] = lines((log) => log.info({ requestId: 'r-1' }, 'hello'));
  expect(line).toMatchObject({ process: 'test', level: 'info', requestId: 'r-1', msg: 'hello' });
  expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it.each(forbiddenNames)('never writes the value of %s, at any of three depths or in a child', (name) => {
  const written = lines((log) => {
    log.info({ [name]: 'hunter2', a: { [name]: 'hunter2', b: { [name]: 'hunter2' } } }, 'm');
    log.child({ [name]: 'hunter2' }).warn({}, 'm');
  });
  expect(written).toHaveLength(2);
  expect(JSON.stringify(written)).not.toContain('hunter2');
});

it('keeps the stack of an error for the person on call', () => {
  const [line] = lines((log) => log.error({ err: new Error('broken') }, 'm'));
  expect((line?.err as { stack: string }).stack).toContain('log.spec');
});
