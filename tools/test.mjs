// npm test [-- stage …]. Works on a fresh clone: what it needs to go on, it installs first.
import { ensureDependencies, runTypeScript } from './dependencies.mjs';

try {
  await ensureDependencies();
  runTypeScript('tools/test/main.ts', process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed'); // the last line is the summary, whatever happened
  process.exit(1);
}
