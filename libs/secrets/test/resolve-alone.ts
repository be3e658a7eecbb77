/** Resolves one reference in a process of its own and says what came of it, for what only an environment decides. */
import { resolveSecret } from '../src/resolve-secret';

const [reference = ''] = process.argv.slice(2);
resolveSecret(reference, { env: process.env, development: false, report: () => undefined }).then(
  () => process.stdout.write('resolved'),
  (error: Error) => process.stdout.write(error.message),
);
