import { readAdvisories } from './advisories';

const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

it('tells grave findings from lesser ones', () => {
  expect(readAdvisories(report({}))).toEqual({ kind: 'answered', grave: [], lesser: 0 });
  expect(
    readAdvisories(
      report({
        a: { severity: 'critical', range: '<2.0.0' },
        b: { severity: 'moderate', range: '*' },
        c: { severity: 'high', range: '1.0.0' },
      }),
    ),
  ).toEqual({ kind: 'answered', grave: ['a <2.0.0 (critical)', 'c 1.0.0 (high)'], lesser: 1 });
});

it.each([
  [
    'a registry that refuses',
    JSON.stringify({ message: '405 Method Not Allowed - POST https://r.example/', statusCode: 405 }),
    '405 Method Not Allowed - POST https://r.example/',
  ],
  [
    'no lock file',
    JSON.stringify({ error: { code: 'ENOLOCK', summary: 'needs a lock file' } }),
    'needs a lock file',
  ],
  ['no words at all', '', 'npm audit gave no report'],
  ['a report of another form', '{"actions":[],"advisories":{}}', 'npm audit gave no report'],
])('never takes %s for an answer without findings', (_, stdout, why) => {
  expect(readAdvisories(stdout)).toEqual({ kind: 'not run', why });
});
