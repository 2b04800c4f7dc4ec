import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the licences of the packages that ended up in the shipped bundles: their terms ask for it.
 * @param {import('esbuild').Metafile[]} metafiles
 * @param {string} file
 */
export function writeLicences(metafiles, file) {
  const inputs = metafiles.flatMap((meta) => Object.values(meta.outputs)).flatMap((output) => Object.entries(output.inputs));
  // An input that tree shaking left nothing of is not shipped.
  const shipped = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => packageFolder(path));
  const folders = [...new Set(shipped)].filter((folder) => folder !== undefined).sort();
  writeFileSync(file, folders.map(notice).join('\n\n'));
}

/** @param {string} path */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = readdirSync(folder).find((each) => /^licen[sc]e/i.test(each));
  const heading = `${name} ${version} (${license})`;
  const body = text && existsSync(join(folder, text)) ? readFileSync(join(folder, text), 'utf8').trim() : '';
  return `${heading}\n${'='.repeat(heading.length)}\n${body}`;
}
