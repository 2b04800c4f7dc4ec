import { createRequire } from 'node:module';
import { inherit } from './test/inherit';

/** Compiles content/ to dist/library.json and dist/entries/; returns the exit code. */
export function buildContent(partial: boolean): Promise<number> {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  return inherit(process.execPath, [tsx, 'tools/content/cli.ts', 'build', ...(partial ? ['--partial'] : [])]);
}

/** Bundles the extension and its pages; returns the exit code, with --watch only at Ctrl+C. */
export function bundle(...flags: readonly string[]): Promise<number> {
  return inherit(process.execPath, ['esbuild.mjs', ...flags]);
}
