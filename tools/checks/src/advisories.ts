/** What `npm audit --json` said. Silence of the registry is told apart from an answer without findings. */
export type Advisories =
  | { readonly kind: 'answered'; readonly grave: readonly string[]; readonly lesser: number }
  | { readonly kind: 'not run'; readonly why: string };

interface Report {
  readonly message?: string;
  readonly error?: { readonly summary?: string; readonly code?: string };
  readonly auditReportVersion?: number;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range?: string }>>;
}

const GRAVE = ['high', 'critical'];

export function readAdvisories(stdout: string): Advisories {
  const report = parsed(stdout);
  if (report?.auditReportVersion !== 2 || report.vulnerabilities === undefined) {
    const told = [report?.message, report?.error?.summary, report?.error?.code].find(Boolean);
    return { kind: 'not run', why: told ?? 'npm audit gave no report' };
  }
  const found = Object.entries(report.vulnerabilities);
  const grave = found.filter(([, { severity }]) => GRAVE.includes(severity));
  return {
    kind: 'answered',
    grave: grave.map(([name, { severity, range }]) => `${name} ${range ?? ''} (${severity})`),
    lesser: found.length - grave.length,
  };
}

function parsed(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}
