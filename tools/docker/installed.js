// usage: node installed.js <sbom.cdx.json> <node_modules>
// Exit code 0 when the folder holds exactly what the bill of materials names, but for packages of other platforms.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const [, , bomFile = '', folder = ''] = process.argv;
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { components } = read(bomFile);
const { packages } = read(join(folder, '.package-lock.json'));

const installed = new Set(
  Object.entries(packages).map(
    ([path, { name, version }]) => `${name ?? path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`,
  ),
);
const listed = new Map(components.map((component) => [component['bom-ref'], component.scope]));
const unlisted = [...installed].filter((name) => !listed.has(name));
const elsewhere = [...listed].filter(([name]) => !installed.has(name));
const missing = elsewhere.filter(([, scope]) => scope !== 'optional').map(([name]) => name);

for (const name of unlisted) console.log(`${name} is installed, and not in the bill of materials`);
for (const name of missing) console.log(`${name} is in the bill of materials, and not installed`);
console.log(`${installed.size} packages installed, ${elsewhere.length} are for other platforms`);
process.exitCode = unlisted.length + missing.length === 0 ? 0 : 1;
