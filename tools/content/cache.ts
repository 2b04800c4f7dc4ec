/**
 * Remembers what passed, by a hash of its text and of everything that judges it, in `out/`.
 * Failures are never remembered, and without the file everything is simply checked again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Cache {
  get(kind: string, text: string): string | undefined;
  set(kind: string, text: string, value: string): void;
  /** Keeps only what this run used. */
  save(): void;
}

/** @param root the folder of the repository */
export function openCache(root: string): Cache {
  const file = join(root, 'out', 'content-cache.json');
  const judge = fingerprint(root);
  const old = read(file);
  const used: Record<string, string> = {};
  const keyOf = (kind: string, text: string): string => createHash('sha256').update(`${judge}\n${kind}\n${text}`).digest('hex');
  return {
    get(kind, text) {
      const key = keyOf(kind, text);
      const value = old[key];
      if (value !== undefined) used[key] = value;
      return value;
    },
    set: (kind, text, value) => void (used[keyOf(kind, text)] = value),
    save() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(used));
    },
  };
}

function read(file: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

/** The tools themselves, Node, and the locked versions of the dependencies. */
function fingerprint(root: string): string {
  const hash = createHash('sha256').update(process.version);
  const folder = join(root, 'tools', 'content');
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts')).sort();
  for (const name of files) hash.update(readFileSync(join(folder, name)));
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return hash.digest('hex');
}
