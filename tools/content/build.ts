import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLibrary, sortProblems } from '../../src/core/library/compile';
import type { CompileResult, Problem, Sample, SourceFile } from '../../src/core/library/compile';
import type { Lab } from '../../src/core';
import { PROBLEM_WORDS } from '../../src/core/advice/problemWords';
import type { Cache } from './cache';
import { openCache } from './cache';
import { checkLabs } from './labs';
import { loadDiagramRenderer } from './diagrams';
import { runSamples } from './samples/run';
import { typecheckSamples } from './samples/typecheck';

/** What the compiler gives, with what only Node could find out. */
export interface BuiltContent extends CompileResult {
  /** Labs whose tests were run, with the names of their tests. */
  readonly compiledLabs: readonly Lab[];
}

/** Every file below a folder, with paths that use `/` on every system; dot files are left out. */
export function readContent(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !file.name.startsWith('.'))
    .map((file) => {
      const path = join(file.parentPath, file.name);
      return { path: path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''), text: readFileSync(path, 'utf8') };
    });
}

/**
 * Compiles content with everything that needs Node: diagrams are drawn, samples are type-checked and executed.
 * @param root the folder of the repository
 */
export async function buildContent(files: readonly SourceFile[], root: string): Promise<BuiltContent> {
  const cache = openCache(root);
  const renderDiagram = await loadDiagramRenderer();
  const result = compileLibrary(files, {
    renderDiagram(source, prefix) {
      const key = `${prefix}\n${source}`;
      const svg = cache.get('diagram', key) ?? renderDiagram(source, prefix);
      cache.set('diagram', key, svg);
      return svg;
    },
  });
  const failures = await checkSamples(result.samples, root, cache);
  const labs = await checkLabs(result.labs, cache);
  cache.save();
  const failed = new Set(failures.map(({ file }) => file));
  const executed = new Set(result.samples.filter(({ file }) => !failed.has(file)).map(({ entry }) => entry));
  return {
    ...result,
    bodies: result.bodies.map((body) => ({ ...body, executed: executed.has(body.id) })),
    compiledLabs: labs.compiled,
    problems: sortProblems([...result.problems, ...failures, ...labs.problems]),
  };
}

/** Samples that do not type-check are not executed: one slip, one message. */
async function checkSamples(samples: readonly Sample[], root: string, cache: Cache): Promise<Problem[]> {
  const fresh = samples.filter(({ text }) => cache.get('sample', text) === undefined);
  const typeProblems = typecheckSamples(fresh, root);
  const sound = fresh.filter((sample) => !typeProblems.some((problem) => isIn(problem, sample)));
  const runProblems = await runSamples(sound);
  for (const sample of sound) if (!runProblems.some((problem) => isIn(problem, sample))) cache.set('sample', sample.text, 'passed');
  return [...typeProblems, ...runProblems];
}

function isIn({ file, line }: Problem, sample: Sample): boolean {
  return file === sample.file && line >= sample.line && line <= sample.line + sample.text.split('\n').length;
}

/** Writes `library.json`, `problems.json`, `assessment.json` (if there is one) and a file for each entry, path, quiz, calculator and lab; what no longer exists is removed. */
export function writeContent({ library, bodies, assessment, briefs, quizzes, calculators, compiledLabs }: BuiltContent, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'library.json'), JSON.stringify(library));
  writeFileSync(join(folder, 'problems.json'), JSON.stringify(PROBLEM_WORDS));
  if (assessment !== undefined) writeFileSync(join(folder, 'assessment.json'), JSON.stringify(assessment));
  writeParts(join(folder, 'entries'), bodies, ({ id }) => id);
  writeParts(join(folder, 'paths'), briefs, ({ id }) => id);
  writeParts(join(folder, 'quizzes'), quizzes, ({ entry }) => entry);
  writeParts(join(folder, 'calculators'), calculators.map(({ id, words }) => ({ id, ...words })), ({ id }) => id);
  writeParts(join(folder, 'labs'), compiledLabs, ({ id }) => id);
}

function writeParts<T>(folder: string, parts: readonly T[], nameOf: (part: T) => string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of parts) writeFileSync(join(folder, `${nameOf(part)}.json`), JSON.stringify(part));
}
