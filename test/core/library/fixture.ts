/** A small library without problems, in memory; each test breaks one thing in it. */
import assert from 'node:assert/strict';
import { compileLibrary, formatProblem } from '../../../src/core/library/compile';
import type { CompileOptions, CompileResult, SourceFile } from '../../../src/core/library/compile';
import type { CompiledLibrary } from '../../../src/core/library/model';

export const LAW = 'laws/first-law.md';
export const PILLAR = 'pillars/first-pillar.md';
export const ALPHA = 'patterns/resilience/alpha-pattern.md';
export const BETA = 'patterns/scaling/beta-pattern.md';
export const CASE = 'case-studies/databases/case-one.md';
export const GUIDE = 'guides/guide-one.md';
export const PATH = 'paths/path-one.yml';
export const SCALE = 'scale.yml';

/** Words that no other entry has, so that nothing looks copied. */
export function filler(word: string, count: number): string {
  return `${Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ')}.`;
}

export function references(count: number): string {
  const one = (n: number): string =>
    `  - { id: ref-${n}, author: Author ${n}, title: Title ${n}, publisher: Publisher, year: 2020, url: "https://example.org/${n}", kind: paper }\n`;
  return `references:\n${Array.from({ length: count }, (_, index) => one(index + 1)).join('')}`;
}

export const common = (title: string): string => `title: ${title}\nsummary: The summary of ${title}.\naliases: []\ntags: [example]\nupdated: 2026-11-21\n`;
export const sections = (word: string, titles: readonly string[]): string =>
  titles.map((title, index) => `## ${title}\n\n${filler(`${word}${index}x`, 175)}\n\n`).join('');

const SAMPLE = "```ts run\nimport assert from 'node:assert/strict';\n\nconst sum: number = 1 + 1;\nassert.equal(sum, 2);\n```\n";
export const DIAGRAM = '```mermaid A caller asks the store for a value.\nflowchart TD\n  Caller --> Store\n```\n';

function principle(kind: 'law' | 'pillar', name: string): string {
  const titles = ['Statement', 'Why it holds', 'What it costs to ignore', 'How to design with it', 'Patterns that answer it', 'Common misreadings'];
  const exercise = (n: number): string => `### Exercise ${n}: Count\n\nCount to ${n} for ${name}.\n\n#### Solution\n\nThe answer of ${name} is ${n}.\n\n`;
  return (
    `---\n${common(name)}order: 1\npatterns: [alpha-pattern]\n${kind === 'law' ? 'pillars: [first-pillar]' : 'laws: [first-law]'}\nmentions: { code: [], prose: [] }\n${references(3)}---\n\n` +
    `${sections(kind, titles)}Cited here[^ref-1][^ref-2] and here[^ref-3].\n\n## Exercises\n\n${exercise(1)}${exercise(2)}${exercise(3)}`
  );
}

function pattern(name: string, category: string, related: string, mention: string): string {
  const list = (key: string): string => `${key}:\n  - ${key} one\n  - ${key} two\n  - ${key} three\n`;
  const id = name.split(' ')[0]?.toLowerCase() ?? '';
  return (
    `---\n${common(name)}category: ${category}\ntier: gold\ntierReason: It is the default.\ndifficulty: beginner\neffort: 1–2 days\nproblem: Something fails.\nadoptWhen: calls fail more often than agreed\n` +
    `${list('useWhen')}${list('avoidWhen')}${list('gains')}${list('costs')}laws: [first-law]\npillars: [first-pillar]\n` +
    `related:\n  requires: []\n  complements:${related}\n  alternatives: []\n  conflicts: []\n` +
    `signals:\n  - { when: scale.small, weight: 3, because: small }\n  - { when: scale.growing, weight: 3, because: growing }\n` +
    `  - { when: scale.large, weight: 3, because: large }\n  - { when: scale.global, weight: 3, because: global }\n` +
    `mentions:\n  code: [${mention}]\n  prose: []\n${references(2)}---\n\n` +
    `## Problem\n\n${filler(`${id}p`, 300)}\n\n## How it works\n\n${DIAGRAM}\n## Choosing the parameters\n\n| parameter | start |\n| --- | --: |\n| size | 1 |\n\n` +
    `## Implementation\n\n${SAMPLE}\n## Failure modes\n\n${filler(`${id}f`, 300)}\n\n## Operating it\n\n${filler(`${id}o`, 100)}\n\n## In practice\n\nCited[^ref-1] and cited[^ref-2].\n`
  );
}

const caseStudy =
  `---\n${common('Case One')}domain: databases\nscale:\n  - { fact: Ten users, reference: ref-1 }\n  - { fact: Twenty users, example: true }\npatterns: [alpha-pattern]\nlaws: [first-law]\n${references(3)}---\n\n` +
  `${sections('case', ['Requirements', 'Estimates'])}## Architecture\n\n${DIAGRAM}\n${sections('more', ['Decisions', 'What broke or would break', 'Lessons'])}` +
  '## Questions\n\n- What is one[^ref-1]?\n- What is two[^ref-2]?\n- What is three[^ref-3]?\n';

const guide =
  `---\n${common('Guide One')}order: 1\ntopic: design\npatterns: [alpha-pattern]\nlaws: [first-law]\n${references(2)}---\n\n` +
  `${sections('guide', ['One', 'Two', 'Three', 'Four'])}${filler('guidemore', 150)} See [Alpha](../patterns/resilience/alpha-pattern.md#failure-modes), [above](#one)\nand [the web](https://example.org). Cited[^ref-1][^ref-2].\n`;

const brief = '{ situation: Here, task: Do it, steps: [First, Second], doneWhen: [It is done, It is checked], hints: [Look, Look there], discussion: [So, And so] }';
const path =
  'title: Path One\nsummary: The summary of Path One.\ngroup: role\nlevel: beginner\norder: 1\naudience: All\ngoal: Learn\noutcome: Knows\nprerequisites: []\nupdated: 2026-11-21\n' +
  'paces:\n  - { id: steady, weeks: 2, hoursPerWeek: 1 }\n  - { id: intensive, weeks: 1, hoursPerWeek: 2 }\nweeks:\n' +
  '  - title: Week one\n    goal: Begin\n    items:\n' +
  '      - { id: read-law, type: study, title: Read, minutes: 30, entry: first-law }\n' +
  `      - { id: check-one, type: exercise, title: Check, minutes: 30, brief: ${brief} }\n` +
  '  - title: Week two\n    goal: End\n    items:\n' +
  '      - { id: read-case, type: case-study, title: Read, minutes: 30, entry: case-one }\n' +
  `      - { id: check-two, type: lab, title: Check, minutes: 30, entry: alpha-pattern, brief: ${brief} }\n`;

const row = (tier: string): string => `- tier: ${tier}\n  users: some\n  data: some\n  patterns: [alpha-pattern]\n  caseStudy: case-one\n  nextStep: Grow.\n`;

/** The library; a fresh map each time. */
export function validFiles(): Map<string, string> {
  return new Map([
    ['README.md', 'TODO is fine here, because this file is not content.'],
    [LAW, principle('law', 'First Law')],
    [PILLAR, principle('pillar', 'First Pillar')],
    [ALPHA, pattern('Alpha Pattern', 'resilience', '\n    - { id: beta-pattern, because: they help each other }', 'alpha pattern')],
    [BETA, pattern('Beta Pattern', 'scaling', ' []', 'beta pattern')],
    [CASE, caseStudy],
    [GUIDE, guide],
    [PATH, path],
    [SCALE, ['small', 'growing', 'large', 'global'].map(row).join('')],
  ]);
}

export function toSources(files: Files): SourceFile[] {
  return [...files].map(([file, text]) => ({ path: file, text }));
}
export type Files = ReadonlyMap<string, string>;

export function compile(files: Files, options: CompileOptions = {}): CompileResult {
  return compileLibrary(toSources(files), options);
}

export function validLibrary(): CompiledLibrary {
  return compile(validFiles()).library;
}

/** Problems as they are printed. */
export function problemsOf(files: Files): string[] {
  return compile(files).problems.map((problem) => formatProblem(problem));
}

/** The valid library with one text replaced, which must be there. */
export function withChange(file: string, from: string | RegExp, to: string): Map<string, string> {
  const files = validFiles();
  const text = files.get(file) ?? '';
  const changed = text.replace(from, () => to);
  assert.notEqual(changed, text, `the fixture ${file} does not hold ${String(from)}`);
  return files.set(file, changed);
}

/** The line, from 1, of the first line that holds the text. */
export function lineOf(files: Files, file: string, text: string): number {
  const index = (files.get(file) ?? '').split('\n').findIndex((line) => line.includes(text));
  assert.notEqual(index, -1, `${file} has no line with ${text}`);
  return index + 1;
}
