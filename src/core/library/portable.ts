import type { Entry, EntryBody } from './model';
import { relinkMarkdown } from './markdown/relink';
import { defineReferences } from './markdown/references';

/**
 * An entry as Markdown that reads well wherever it is pasted ("Copy as Markdown"): with its title, its summary and
 * its references. The source has relative file links, which lead nowhere outside `content/`.
 * @param linkTo an address for an entry; without it, or when it gives undefined, the link becomes its text
 */
export function toPortableMarkdown(
  { title, summary }: Pick<Entry, 'title' | 'summary'>,
  { markdown, references }: Pick<EntryBody, 'markdown' | 'references'>,
  linkTo: (id: string, section?: string) => string | undefined = () => undefined,
): string {
  const text = relinkMarkdown(markdown, linkTo);
  return `# ${title}\n\n${summary}\n\n${text.trim()}\n${references.length === 0 ? '' : `\n${defineReferences(references)}`}`;
}
