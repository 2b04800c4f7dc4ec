/** What a place in a record's text refers to: another record, or an entry of the library. */

export type TextReference = {
  /** Columns in the line, in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
} & (
  /** By its file as the link names it, decoded and without a section, or by its number. */
  | { readonly kind: 'record'; readonly href?: string; readonly number?: number }
  /** `onLabel`: the column is on the words of the link and not on its address. */
  | { readonly kind: 'entry'; readonly id: string; readonly onLabel: boolean }
);

const LINK = /\[((?:[^[\]\\]|\\.)*)\]\((?:<([^>]*)>|([^()\s]+))(?:\s+"[^"]*")?\)/g;
/** Links to entries carry the scheme of whichever editor wrote them. */
const ENTRY = /^[a-z][a-z0-9+.-]*:\/\/([\w.-]+)\/entry\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:#.*)?$/;
const BARE = /(?<![\w/-])ADR[- ]?(\d{1,6})(?![\w/-])/gi;

/**
 * The reference at a column of a line of Markdown.
 *
 * @param extensionId whose links lead to entries
 */
export function referenceAt(line: string, column: number, extensionId: string): TextReference | undefined {
  for (const match of line.matchAll(LINK)) {
    const [whole, label = '', bracketed, plain] = match;
    const place = { start: match.index, end: match.index + whole.length };
    if (column < place.start || column > place.end) continue;
    const target = bracketed ?? plain ?? '';
    const [, owner, id] = ENTRY.exec(target) ?? [];
    if (id !== undefined) return owner === extensionId ? { ...place, kind: 'entry', id, onLabel: column <= place.start + label.length + 1 } : undefined;
    const href = /^(?![a-z][a-z0-9+.-]*:|\/|#)[^#?]+\.(?:md|markdown)(?=[#?]|$)/i.exec(target)?.[0];
    return href === undefined ? undefined : { ...place, kind: 'record', href: decode(href) };
  }
  for (const match of line.matchAll(BARE)) {
    const end = match.index + match[0].length;
    if (column >= match.index && column <= end) return { start: match.index, end, kind: 'record', number: Number(match[1]) };
  }
  return undefined;
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href; // A stray "%" is part of the name.
  }
}
