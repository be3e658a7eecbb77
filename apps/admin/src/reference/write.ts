/**
 * Keeps docs/admin-reference.md and docs/admin-openapi.json equal to what the procedures say about themselves. `--write`
 * makes them anew; without it those that differ are named, and the exit code is 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { referenceMarkdown } from './markdown';
import { openApiDocument } from './openapi';

const root = join(__dirname, '../../../..');

async function main(write: boolean): Promise<number> {
  const documents = [
    { file: join(root, 'docs/admin-reference.md'), text: referenceMarkdown() },
    { file: join(root, 'docs/admin-openapi.json'), text: JSON.stringify(openApiDocument()) },
  ];
  let drifted = 0;
  for (const { file, text } of documents) {
    const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file });
    if (write) {
      writeFileSync(file, formatted);
    } else if (!existsSync(file) || readFileSync(file, 'utf8') !== formatted) {
      drifted += 1;
      process.stderr.write(`${relative(root, file)} is not what the procedures say\n`);
    }
  }
  return drifted === 0 ? 0 : 1;
}

if (require.main === module) {
  void main(process.argv.includes('--write')).then((code) => {
    process.exitCode = code;
  });
}
