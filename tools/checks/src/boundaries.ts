import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { planted, plantedProjects } from './planted';
import { repositoryRoot, trackedFiles } from './repository';

/**
 * Tries the boundary rules: the violations of planted.ts are written into a copy of the repository, which is then
 * linted through nx. A rule that lets its violation pass is the mistake reported.
 */
export function boundaryMistakes(say: (line: string) => void): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'countersign-boundaries-'));
  const cleanUp = () => rmSync(copy, { recursive: true, force: true });
  process.once('exit', cleanUp);
  say('trying the boundary rules in a copy of the repository …');
  for (const file of trackedFiles())
    cpSync(join(repositoryRoot, file), join(copy, file), { recursive: true });
  copyModules(copy);
  for (const { files } of planted) {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(copy, file), text);
  }

  const reports = reportsOf(lint(copy), copy);
  const passed = planted.filter(({ name, files, at = Object.keys(files)[0] ?? '', says }) => {
    const refused = reports.get(at)?.includes(says) ?? false;
    say(`${refused ? 'refused' : 'NOT REFUSED'}: ${name}`);
    return !refused;
  });
  cleanUp();
  return passed.map(({ name, says }) => `lint does not refuse (${says}): ${name}`);
}

function lint(copy: string): string {
  const arguments_ = [
    'run-many',
    '-t',
    'lint',
    '-p',
    plantedProjects,
    '--skip-nx-cache',
    '--outputStyle=static',
  ];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(copy, 'node_modules/nx/dist/bin/nx.js'), ...arguments_],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' },
    },
  );
  return stdout + stderr;
}

/** ESLint's report: the path of a file on a line of its own, then what is wrong in it, then an empty line or more of it. */
function reportsOf(output: string, copy: string): ReadonlyMap<string, string> {
  const reports = new Map<string, string>();
  let file: string | undefined;
  for (const line of output.split('\n')) {
    if (line.startsWith(copy)) file = relative(copy, line.trim());
    else if (line.startsWith('✖')) file = undefined;
    else if (file !== undefined) reports.set(file, `${reports.get(file) ?? ''}${line}\n`);
  }
  return reports;
}

/** Links stay relative, so that the copy's own workspaces are what its `node_modules` leads to. */
function copyModules(copy: string): void {
  const modules = join(repositoryRoot, 'node_modules');
  cpSync(modules, join(copy, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => source !== join(modules, '.cache'),
  });
}
