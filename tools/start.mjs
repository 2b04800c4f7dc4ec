// npm start, npm run start:desktop. Works on a fresh clone: what it needs to go on, it installs first.
import { ensureDependencies, runTypeScript } from './dependencies.mjs';

try {
  await ensureDependencies();
  runTypeScript('test/host/start.ts', process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
