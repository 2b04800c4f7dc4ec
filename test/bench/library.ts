import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledLibrary, Entry, Library } from '../../src/core';
import { root } from '../host/paths';

/** The library that ships, times these: the present one, the full content, and what a team adds on top. */
export const factors = [1, 10, 40] as const;

/** As the build has compiled it; `loadLibrary` checks it in every measure. */
export function builtLibrary(): CompiledLibrary {
  return JSON.parse(readFileSync(join(root, 'dist', 'library.json'), 'utf8')) as CompiledLibrary;
}

/** "10×, 240 entries" */
export const sizeOf = (factor: number, library: Library): string => `${factor}×, ${library.all().length} entries`;

/** What search looks at in an entry: the fields of src/core/search/documents.ts. */
export const searchedTexts = (entry: Entry): string[] => [
  entry.title, ...entry.aliases, entry.id, ...entry.tags, ...(entry.kind === 'pattern' ? [entry.problem] : []), entry.summary,
];

/** What hovers look for: every name of every entry. */
export const mentionedNames = (library: Library): string[] =>
  library.all().flatMap((entry) => ('mentions' in entry ? [...entry.mentions.code, ...entry.mentions.prose] : []));
