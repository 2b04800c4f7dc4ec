import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { root, sampleWorkspace } from '../host/paths';

/** Where people write availabilities down, as far as they are here: our own documents, and those of the sample workspace. */
const kinds = ['.md', '.yaml', '.yml'];

/** Their lines, in an order of ours. */
export function documentLines(): readonly string[] {
  return [join(root, 'content'), sampleWorkspace].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && kinds.includes(extname(file.name)))
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .flatMap((path) => readFileSync(path, 'utf8').split('\n')));
}
