import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sampleWorkspace } from '../host/paths';

/** A text as an editor holds it. */
export interface Text {
  readonly language: string;
  readonly lines: readonly string[];
}

const languages: Readonly<Record<string, string>> = {
  '.ts': 'typescript', '.js': 'javascript', '.go': 'go', '.py': 'python', '.java': 'java', '.yaml': 'yaml', '.yml': 'yaml', '.sql': 'sql', '.md': 'markdown',
};

/** One text for each language of the sample workspace: its files over and over, to this many lines. */
export function longTexts(lines: number): Text[] {
  const byLanguage = new Map<string, string[]>();
  const files = readdirSync(sampleWorkspace, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  // In an order of ours: the file system's differs between machines, and the same positions must mean the same words.
  for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) {
    const language = languages[extname(path)];
    if (language === undefined) continue;
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), ...readFileSync(path, 'utf8').split('\n')]);
  }
  return [...byLanguage].map(([language, part]) => ({ language, lines: Array.from({ length: lines }, (_, index) => part[index % part.length] ?? '') }));
}

/**
 * The text after an edit: a new string, as the editor makes one by joining its lines. The edit is in the last line, so
 * that offsets and the length stay: telling the text from the one before takes a look at all of it.
 */
export function edited({ lines }: Text, edit: number): string {
  return [...lines.slice(0, -1), `edit ${String(edit).padStart(6, '0')}`].join('\n');
}
