import type { Entry, EntryBody } from './model';
import { parseHref } from './markdown/href';
import { defineReferences } from './render/references';

/** Fenced blocks and code spans, which must stay as they are, or an inline link. */
const CODE_OR_LINK = /(^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[^\n]*$)|((`+)[^`](?:[\s\S]*?[^`])?\4(?!`))|\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\]\(([^()\s]+)(?: "[^"]*")?\)/gm;

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
  const text = markdown.replace(CODE_OR_LINK, (whole, _fence, _mark, _span, _ticks, label: string | undefined, href: string | undefined) => {
    if (label === undefined || href === undefined) return whole;
    const target = parseHref(href);
    if (target?.type === 'external') return whole;
    const address = target?.type === 'entry' ? linkTo(target.id, target.section) : undefined;
    return address === undefined ? label : `[${label}](${address})`;
  });
  return `# ${title}\n\n${summary}\n\n${text.trim()}\n${references.length === 0 ? '' : `\n${defineReferences(references)}`}`;
}
