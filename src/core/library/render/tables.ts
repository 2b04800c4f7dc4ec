import type { MarkdownIt } from 'markdown-it';
import { contextOf } from './context';

/** Wide tables scroll in a region that the keyboard reaches; alignment is a class, because the CSP forbids styles. */
export function scrollableTables(markdown: MarkdownIt): void {
  markdown.core.ruler.push('table_classes', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type === 'th_open') token.attrSet('scope', 'col');
      const alignment = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
      if (token.attrs !== null) token.attrs = token.attrs.filter(([name]) => name !== 'style');
      if (alignment !== undefined) token.attrSet('class', `align-${alignment}`);
    }
  });
  markdown.renderer.rules['table_open'] = (_tokens, _index, _options, env) => {
    const { labels, heading, tables } = contextOf(env);
    const count = (tables.get(heading) ?? 0) + 1;
    tables.set(heading, count);
    // Regions are landmarks, and two of the same name cannot be told apart.
    const name = [heading === '' ? labels.table : `${labels.table}: ${heading}`, ...(count > 1 ? [count] : [])].join(' ');
    return `<div class="table" tabindex="0" role="region" aria-label="${markdown.utils.escapeHtml(name)}">\n<table>\n`;
  };
  markdown.renderer.rules['table_close'] = () => '</table>\n</div>\n';
}
