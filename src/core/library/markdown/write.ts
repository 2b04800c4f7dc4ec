/** The few Markdown forms that generated pages are made of. */
import type { Entry, RelatedEntry, RelationName, Library } from '../model';

/** Text of the library as it stands in a line of Markdown or a cell of a table. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/\s+/g, ' ').trim();
}

/** A link from a page in a folder of `content/` (all generated pages stand in one) to an entry. */
export function link(entry: Entry): string {
  return `[${plain(entry.title)}](../${entry.path})`;
}

/** "a, b, c" as links; a dash for none, so that no cell of a table looks forgotten. */
export function links(entries: readonly Entry[]): string {
  return entries.length === 0 ? '–' : entries.map(link).join(', ');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A section with its content; nothing when there is no content, so that no heading stands over emptiness. */
export function section(title: string, content: string, level: 2 | 3 = 2): readonly string[] {
  return content === '' ? [] : [`${'#'.repeat(level)} ${title}`, content];
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** "**Title**: summary", the usual item of an overview. */
export function item(entry: Entry): string {
  return `**${link(entry)}**: ${plain(entry.summary)}`;
}

/** What an entry is related to in one of the given ways. */
export function relatedBy(library: Library, id: string, ...names: readonly RelationName[]): readonly Entry[] {
  return library.related(id).filter(({ relation }: RelatedEntry) => names.includes(relation)).map(({ entry }) => entry);
}

/** Blocks as one text; empty without any. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}
