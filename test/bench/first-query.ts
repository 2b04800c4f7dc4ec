/**
 * The first query of a process, which also compiles what it runs: a process measures one, and is started for each.
 * Run as a program with a factor and which kind is first, it prints its two times.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { loadLibrary } from '../../src/core';
import { generatedLibrary } from './generated';
import { builtLibrary } from './library';
import { scanner, searcher } from './searchers';
import { timed } from './timing';

const self = fileURLToPath(import.meta.url);
const TimesSchema = v.object({ ours: v.number(), baseline: v.number() });
export type FirstQuery = v.InferOutput<typeof TimesSchema>;

/** Times of fresh processes; the two kinds are first equally often. */
export async function firstQueries(factor: number, runs: number): Promise<FirstQuery[]> {
  const samples: FirstQuery[] = [];
  for (let count = 0; count < runs; count++) {
    const order = count % 2 === 0 ? 'ours' : 'baseline';
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', self, String(factor), order]);
    samples.push(v.parse(TimesSchema, JSON.parse(stdout)));
  }
  return samples;
}

function measure(factor: number, first: string): FirstQuery {
  const library = loadLibrary(generatedLibrary(builtLibrary(), factor));
  // What people type first is a letter.
  const kinds = { ours: () => searcher(library)('c'), baseline: () => scanner(library)('c') };
  const times = { ours: 0, baseline: 0 };
  for (const kind of first === 'ours' ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const)) times[kind] = timed(kinds[kind]);
  return times;
}

if (process.argv[1] === self) console.log(JSON.stringify(measure(Number(process.argv[2]), process.argv[3] ?? 'ours')));
