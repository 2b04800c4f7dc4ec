import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLibrary, type TeamDraft, type TeamEntries } from '../../src/core';
import { joinTeamEntries, readTeamEntry } from '../../src/core/team';
import { runInSlices } from '../../src/studio/team/slices';
import { root } from '../host/paths';
import { builtLibrary } from './library';
import type { Ratio } from './table';

const FILES = 1_000;
/** A busy machine takes the processor away in the midst of some rounds; of three, hardly of all. */
const ROUNDS = 3;
const KINDS = ['patterns/resilience/payment-hold', 'playbooks/charged-without-tickets'] as const;

/**
 * A thousand files of a team, from text to a library that holds them, in slices as the editor does it. The baseline does
 * the same without leaving off in between.
 */
export async function team(): Promise<Ratio[]> {
  const builtIn = loadLibrary(builtLibrary());
  const files = generatedFiles();
  const work = function* (): Generator<void, TeamEntries> {
    const drafts: TeamDraft[] = [];
    for (const file of files) {
      drafts.push(readTeamEntry(file));
      yield;
    }
    return yield* joinTeamEntries(drafts, builtIn);
  };
  readTeamEntry(files[0] ?? { file: '', path: '', text: '', workspace: '' }); // what a process does once

  const rounds: Record<'atOnce' | 'total' | 'longest', number>[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push({ atOnce: timeAtOnce(work), ...(await timeInSlices(work)) });
  const least = (of: 'atOnce' | 'total' | 'longest'): number => Math.min(...rounds.map((round) => round[of]));
  const baselineIs = 'the same in one go';
  return [
    { what: `${FILES} files, total`, ours: least('total'), baseline: least('atOnce'), unit: 'ms', baselineIs },
    { what: `${FILES} files, longest time that the editor is kept waiting`, ours: least('longest'), baseline: least('atOnce'), unit: 'ms', baselineIs },
  ];
}

function timeAtOnce(work: () => Generator<void, TeamEntries>): number {
  const started = performance.now();
  const steps = work();
  while (steps.next().done !== true);
  return performance.now() - started;
}

/** A timer that wants to run all the time notices how long it is kept from it. */
async function timeInSlices(work: () => Generator<void, TeamEntries>): Promise<{ readonly total: number; readonly longest: number }> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  const started = performance.now();
  const { entries } = await runInSlices(work());
  const total = performance.now() - started;
  clearInterval(timer);
  if (entries.length !== FILES) throw new Error(`only ${entries.length} of ${FILES} files joined`);
  return { total, longest };
}

/** The sample workspace's entries over and over, each with a name and words of its own. */
function generatedFiles() {
  const folder = join(root, 'test', 'host', 'sample-workspace', '.systems-studio', 'library');
  const texts = KINDS.map((name) => readFileSync(join(folder, `${name}.md`), 'utf8'));
  return Array.from({ length: FILES }, (_, index) => {
    const kind = index % KINDS.length;
    const path = `${KINDS[kind] ?? ''}-${index}.md`;
    const text = (texts[kind] ?? '')
      .replace(/^title: (.*)$/m, `title: $1 ${index}`)
      .replace(/^summary: /m, `summary: Number ${index}. `)
      .replace(/^aliases: .*$/m, `aliases: [alias ${index}]`)
      .replace(/code: \[.*\]/, `code: [bench name ${index}]`)
      .replace(/prose: \[.*\]/, 'prose: []')
      .replaceAll('payment-hold]', 'payment-hold-0]')
      .replaceAll(/\bcustomers?\b/g, (word) => `${word}${index}`);
    return { file: path, path, text, workspace: 'bench' };
  });
}
