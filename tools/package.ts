/**
 * Packages the extension: `npm run package`. vsce builds first (`vscode:prepublish`), then the result is checked: a
 * file that no user needs, or one that outgrows its budget, is found here and not by a user.
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { withLock } from '../test/host/lock';
import { out, root } from '../test/host/paths';
import { run } from '../test/host/run';
import { filesOfPage, gzippedSize } from './pageSize';
import { listZip, type ZipEntry } from './zip';

/**
 * design/architecture.md, "Budgets", in bytes; `parsing` is the bundle that is loaded when there is something to parse,
 * `calculatorPage` all that the page of a calculator loads, compressed.
 */
export const budgets = { vsix: 3_000_000, extension: 500_000, parsing: 200_000, calculatorPage: 150_000 };

/** Kept apart from .vscodeignore on purpose: each catches a slip in the other. */
const allowed = [
  /^(\[Content_Types\]\.xml|extension\.vsixmanifest)$/,
  /^extension\/(package\.json|package\.nls(\.[\w-]+)?\.json|readme\.md|changelog\.md|contributing\.md|LICENSE\.txt)$/i,
  /^extension\/l10n\/[\w.-]+\.json$/,
  /^extension\/media\/[\w./-]+\.(png|svg|md|csv)$/,
  /^extension\/dist\/(extension\.js|parsing\.js|library\.json|assessment\.json|problems\.json|licences\.txt)$/,
  /^extension\/dist\/(entries|paths|quizzes|labs|calculators)\/[\w-]+\.json$/,
  /^extension\/dist\/webviews\/[\w-]+\.(js|css)$/,
];
const required = ['package.json', 'readme.md', 'LICENSE.txt', 'dist/extension.js', 'dist/parsing.js', 'dist/library.json', 'dist/assessment.json', 'dist/problems.json', 'dist/calculators/availability.json', 'media/icon.png'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository?: unknown;
}

export async function packageExtension(): Promise<string> {
  const { name, version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const vsix = join(out, `${name}-${version}.vsix`);
  await withLock('package', async () => {
    mkdirSync(out, { recursive: true });
    const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
    await run(process.execPath, [vsce, 'package', '--no-dependencies', ...linkFlags(repository), '--out', vsix], { cwd: root });
  });
  const problems = check(listZip(vsix), statSync(vsix).size, calculatorPageSize());
  if (problems.length > 0) throw new Error(`The package is not fit for users:\n${problems.map((each) => `  ${each}`).join('\n')}`);
  return vsix;
}

/** Compressed, of the build that was packaged. */
export const calculatorPageSize = (): number => {
  const folder = join(root, 'dist', 'webviews');
  return gzippedSize(folder, filesOfPage(folder, 'calculator'));
};

/**
 * Galleries and the editor's extension page show pictures of the README from https addresses only; relative ones and
 * data: are shown as broken. vsce makes them absolute when it knows where: from `repository` in package.json, or from
 * STUDIO_README_URL, a public address of the project's files. Without either, links stay as written.
 */
function linkFlags(repository: unknown): string[] {
  const base = process.env['STUDIO_README_URL'];
  if (base) return ['--allow-missing-repository', '--baseContentUrl', base, '--baseImagesUrl', base];
  return repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links'];
}

function check(entries: readonly ZipEntry[], vsixSize: number, pageSize: number): string[] {
  const extra = entries.filter(({ name }) => !allowed.some((pattern) => pattern.test(name)));
  const missing = required.filter((name) => !entries.some((entry) => entry.name.toLowerCase() === `extension/${name}`.toLowerCase()));
  const bundles = (['extension', 'parsing'] as const).map((name) => ({ file: `dist/${name}.js`, budget: budgets[name] }))
    .map((each) => ({ ...each, size: entries.find(({ name }) => name === `extension/${each.file}`)?.size ?? 0 }));
  return [
    ...extra.map(({ name }) => `${name}: not on the list of what ships; add it to .vscodeignore and tools/package.ts, or leave it out`),
    ...missing.map((name) => `${name}: missing`),
    ...(vsixSize > budgets.vsix ? [`the VSIX has ${vsixSize} bytes, and its budget is ${budgets.vsix}`] : []),
    ...(pageSize > budgets.calculatorPage ? [`the page of a calculator has ${pageSize} bytes, compressed, and its budget is ${budgets.calculatorPage}`] : []),
    ...bundles.filter(({ size, budget }) => size > budget).map(({ file, size, budget }) => `${file} has ${size} bytes, and its budget is ${budget}`),
  ];
}

async function main(): Promise<void> {
  const vsix = await packageExtension();
  const entries = listZip(vsix);
  const kb = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
  const largest = [...entries].sort((a, b) => b.size - a.size).slice(0, 5);
  for (const { name, size } of largest) console.log(`  ${kb(size).padStart(8)}  ${name}`);
  console.log(`  ${kb(calculatorPageSize()).padStart(8)}  the page of a calculator with all that it loads, compressed`);
  console.log(`${relative(root, vsix)}: ${entries.length} files, ${kb(statSync(vsix).size)}`);
}

if (process.argv[1]?.endsWith('package.ts')) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
