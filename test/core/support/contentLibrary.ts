/** The library of `content/`, as the build compiles it; without diagrams and samples, which need more than memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { loadLibrary, type Library } from '../../../src/core';
import { compileLibrary } from '../../../src/core/library/compile';

const root = join(import.meta.dirname, '../../../content');
let library: Library | undefined;

export function contentLibrary(): Library {
  if (library !== undefined) return library;
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
  library = loadLibrary(compileLibrary(files).library);
  return library;
}
