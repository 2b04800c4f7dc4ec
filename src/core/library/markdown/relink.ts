import { parseHref } from './href';

/** Fenced blocks and code spans, which must stay as they are, or an inline link. */
const CODE_OR_LINK = /(^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[^\n]*$)|((`+)[^`](?:[\s\S]*?[^`])?\4(?!`))|\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\]\(([^()\s]+)(?: "[^"]*")?\)/gm;

/**
 * Gives the relative links of an entry addresses that work outside of `content/`; links to the web and code stay.
 * @param linkTo an address for an entry; without one, the link becomes its text
 */
export function relinkMarkdown(markdown: string, linkTo: (id: string, section?: string) => string | undefined): string {
  return markdown.replace(CODE_OR_LINK, (whole, _fence, _mark, _span, _ticks, label: string | undefined, href: string | undefined) => {
    if (label === undefined || href === undefined) return whole;
    const target = parseHref(href);
    if (target?.type === 'external') return whole;
    const address = target?.type === 'entry' ? linkTo(target.id, target.section) : undefined;
    return address === undefined ? label : `[${label}](${address})`;
  });
}
