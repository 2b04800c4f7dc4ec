/** Where a link of an entry leads. Anything else (`command:`, `javascript:`, `file:`, other files) leads nowhere. */
export type LinkTarget =
  | { readonly type: 'entry'; readonly id: string; readonly section?: string }
  | { readonly type: 'section'; readonly section: string }
  | { readonly type: 'external'; readonly url: string };

const ENTRY_FILE = /^(?:\.{0,2}\/)*(?:[a-z0-9-]+\/)*([a-z0-9]+(?:-[a-z0-9]+)*)\.md(?:#(.*))?$/;
const ENTRY_URI = /^entry:([a-z0-9]+(?:-[a-z0-9]+)*)(?:#(.*))?$/;
const WEB_ADDRESS = /^https?:\/\/[^/\s]/i;

/**
 * Reads the target of a Markdown link. Ids are file names and unique, so a relative link to a Markdown file
 * names its entry without knowing where the file lies.
 * @param href as Markdown gives it: percent-encoded, not HTML-escaped
 * @returns undefined when the link must not be followed
 */
export function parseHref(href: string): LinkTarget | undefined {
  if (WEB_ADDRESS.test(href)) return { type: 'external', url: href };
  if (/^#./.test(href)) return { type: 'section', section: decode(href.slice(1)) };
  const match = ENTRY_FILE.exec(href) ?? ENTRY_URI.exec(href);
  const id = match?.[1];
  if (id === undefined) return undefined;
  return match?.[2] ? { type: 'entry', id, section: decode(match[2]) } : { type: 'entry', id };
}

function decode(section: string): string {
  try {
    return decodeURIComponent(section);
  } catch {
    return section;
  }
}
