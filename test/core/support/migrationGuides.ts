/** The migrations of `content/`, with their texts as the parser reads them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGuide, type MigrationEntry, type MigrationGuide } from '../../../src/core';
import { contentLibrary } from './contentLibrary';

export interface Migration {
  readonly entry: MigrationEntry;
  readonly markdown: string;
  readonly guide: MigrationGuide;
}

let read: readonly Migration[] | undefined;

export function migrations(): readonly Migration[] {
  return (read ??= contentLibrary().all('migration').map((entry) => {
    const text = readFileSync(join(import.meta.dirname, '../../../content', entry.path), 'utf8');
    const markdown = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    return { entry, markdown, guide: readGuide(markdown) };
  }));
}

export function migration(id: string): Migration {
  const found = migrations().find(({ entry }) => entry.id === id);
  if (found === undefined) throw new Error(`no migration "${id}"`);
  return found;
}
