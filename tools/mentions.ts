/**
 * Usage: npm run mentions -- <folder> … [--sample=<number>] [--seed=<number>] [--entry=<id>]
 * Counts what the hover would mark in real source code, by language and by entry, and prints a sample to judge by eye.
 * The sample is drawn evenly over files, so that one file that says a word a hundred times does not decide.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createMentions, loadLibrary, type Mention } from '../src/core';
import { compileLibrary } from '../src/core/library/compile';
import { readContent } from './content/build';

const LANGUAGES: Readonly<Record<string, string>> = {
  '.c': 'c', '.cc': 'cpp', '.cpp': 'cpp', '.cs': 'csharp', '.go': 'go', '.h': 'c', '.hpp': 'cpp', '.java': 'java', '.js': 'javascript', '.kt': 'kotlin',
  '.md': 'markdown', '.mjs': 'javascript', '.php': 'php', '.py': 'python', '.rb': 'ruby', '.rs': 'rust', '.scala': 'scala', '.sh': 'shellscript',
  '.sql': 'sql', '.swift': 'swift', '.ts': 'typescript', '.tsx': 'typescriptreact', '.yaml': 'yaml', '.yml': 'yaml',
};
/** Generated and minified files are read by nobody. */
const LONGEST_FILE = 400_000;
const LONGEST_LINE = 2_000;

interface Marked {
  readonly file: string;
  readonly text: string;
  readonly mention: Mention;
}

function main(args: readonly string[]): number {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  const option = (name: string): string | undefined => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  if (folders.length === 0) {
    process.stderr.write('usage: npm run mentions -- <folder> … [--sample=<number>] [--seed=<number>] [--entry=<id>]\n');
    return 2;
  }
  const library = loadLibrary(compileLibrary(readContent(join(process.cwd(), 'content'))).library);
  const mentions = createMentions(library);
  const lines = new Map<string, { files: number; lines: number; marks: number }>();
  const byEntry = new Map<string, number>();
  const marked: Marked[] = [];
  for (const file of folders.flatMap(sourceFiles)) {
    const language = LANGUAGES[extname(file)] ?? 'plaintext';
    const text = readFileSync(file, 'utf8');
    if (text.length > LONGEST_FILE || text.split('\n').some((line) => line.length > LONGEST_LINE)) continue;
    const found = mentions.find(text, language);
    const so = lines.get(language) ?? { files: 0, lines: 0, marks: 0 };
    lines.set(language, { files: so.files + 1, lines: so.lines + text.split('\n').length, marks: so.marks + found.length });
    for (const mention of found) {
      byEntry.set(mention.entry.id, (byEntry.get(mention.entry.id) ?? 0) + 1);
      marked.push({ file, text, mention });
    }
  }
  for (const [language, { files, lines: count, marks }] of [...lines].sort()) {
    console.log(`${language.padEnd(16)} ${String(files).padStart(6)} files ${String(count).padStart(8)} lines ${String(marks).padStart(6)} marks ${((1000 * marks) / count).toFixed(2).padStart(7)} per 1,000 lines`);
  }
  console.log([...byEntry].sort((a, b) => b[1] - a[1]).map(([id, count]) => `${id} ${count}`).join(', '));
  const wanted = option('entry');
  for (const one of sample(marked.filter(({ mention }) => wanted === undefined || mention.entry.id === wanted), Number(option('sample') ?? 0), Number(option('seed') ?? 1))) console.log(describe(one));
  return 0;
}

function sourceFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && extname(file.name) in LANGUAGES && !/\.min\.|\.d\.ts$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort();
}

/** Files in an order that the seed decides, one mark of each in turn, until there are enough. */
function sample(marked: readonly Marked[], size: number, seed: number): readonly Marked[] {
  let state = seed >>> 0;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const files = [...new Set(marked.map(({ file }) => file))];
  const byFile = files.map((file) => ({ list: marked.filter((one) => one.file === file), at: random() })).sort((a, b) => a.at - b.at);
  return byFile.slice(0, size).flatMap(({ list }) => list[Math.floor(random() * list.length)] ?? []);
}

function describe({ file, text, mention: { entry, start, end } }: Marked): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const line = `${text.slice(from, start)}«${text.slice(start, end)}»${text.slice(end, to === -1 ? undefined : to)}`.replace(/\s+/g, ' ').trim();
  return `${entry.id} | ${file.split('/').slice(-3).join('/')}:${text.slice(0, start).split('\n').length} | ${line.slice(0, 220)}`;
}

process.exitCode = main(process.argv.slice(2));
