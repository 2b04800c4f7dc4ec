import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page loads before it is painted: its script, the chunks that it imports at once, and its style sheet. */
export function filesOfPage(folder: string, page: string): readonly string[] {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    // What is imported in parentheses is loaded later, when it is asked for.
    for (const [, name] of readFileSync(join(folder, file), 'utf8').matchAll(/\b(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g)) if (name !== undefined) follow(name);
  };
  follow(`${page}.js`);
  const style = `${page}.css`;
  return existsSync(join(folder, style)) ? [...found, style] : [...found];
}

/** Bytes of these files, each compressed by itself. */
export const gzippedSize = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
