import type { Kind } from '../../vocabulary';
import type { LabDraft, LabFile } from '../learning/labs';
import type { Report } from '../source';
import { checkId } from './relations';
import { checkWording } from './wording';

/** Fewer planted mistakes say little about the tests. */
const LEAST_WRONG = 3;
/** What a lab may import: itself and what Node brings along for tests. */
const IMPORT = /^[ \t]*(?:import\s+(?:[\w*\s{},]+\sfrom\s+)?|export\s+(?:\*|\{[\w\s,]*\})[\w\s]*\sfrom\s+)['"]([^'"]+)['"]/gm;
const ALLOWED = /^(?:\.{1,2}\/|node:(?:test|assert|assert\/strict|crypto|process|util|vm)$)/;

/** The form of one lab; whether its tests tell right from wrong is found by running them. */
export function checkLab(draft: LabDraft, kinds: ReadonlyMap<string, Kind>, reportIn: (file: string) => Report): void {
  const { file, id, lab, lineOf, starter, solution, wrong } = draft;
  const report = reportIn(file);
  checkId(lab.entry, undefined, kinds, lineOf('entry'), report);
  const paths = new Set(starter.map(({ path }) => path));
  lab.open.forEach((path, index) => {
    if (!paths.has(path)) report(lineOf('open', index), `"${path}" is no file of starter/; correct the path`);
  });
  for (const needed of ['package.json', 'README.md']) if (!paths.has(needed)) report(1, `starter/${needed} is missing; write it`);
  if (![...paths].some((path) => path.endsWith('.test.js'))) report(1, 'starter/test/ has no file that ends in .test.js; write the tests that decide');
  if (solution.length === 0) report(1, 'has no reference solution; write solution/ with the files that differ from starter/');
  if (wrong.size < LEAST_WRONG) report(1, `has ${wrong.size} planted wrong solutions and needs ${LEAST_WRONG}; write wrong/<name>/`);
  const at = (folder: string) => (each: LabFile) => ({ ...each, folder });
  const all = [...starter.map(at('starter')), ...solution.map(at('solution')), ...[...wrong].flatMap(([name, files]) => files.map(at(`wrong/${name}`)))];
  for (const { path, text, folder } of all) {
    const reportFile = reportIn(`labs/${id}/${folder}/${path}`);
    checkWording(text, reportFile);
    if (folder !== 'starter' && !paths.has(path)) reportFile(1, 'replaces no file of starter/; the starter must have the same files');
    if (folder.startsWith('wrong/') && path.endsWith('.js') && !text.startsWith('// Wrong on purpose: ')) reportFile(1, 'does not say what is wrong; begin the file with "// Wrong on purpose: …"');
    for (const match of path.endsWith('.js') ? text.matchAll(IMPORT) : []) {
      if (!ALLOWED.test(match[1] ?? '')) reportFile(text.slice(0, match.index).split('\n').length, `imports "${match[1] ?? ''}"; a lab has no dependencies, only its own files and node:test, node:assert, node:crypto, node:process, node:util and node:vm`);
    }
  }
}
