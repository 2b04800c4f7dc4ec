import type { MarkdownIt, Token } from 'markdown-it';
import { parseHref } from '../markdown/href';
import { contextOf } from './context';

/** Links to entries get `entry:` and data attributes, web links a class; any other link and every image becomes text. */
export function closedLinks(markdown: MarkdownIt): void {
  // Every link is parsed, so that one that must not be followed becomes its text instead of its source.
  markdown.validateLink = () => true;
  markdown.core.ruler.push('closed_links', (state) => {
    const { hasEntry } = contextOf(state.env);
    for (const token of state.tokens) if (token.children !== null) token.children = closeLinks(token.children, hasEntry);
  });
  markdown.renderer.rules['image'] = (tokens, index, options, env, renderer) =>
    markdown.utils.escapeHtml(renderer.renderInlineAsText(tokens[index]?.children ?? [], options, env));
}

function closeLinks(tokens: readonly Token[], hasEntry: (id: string) => boolean): Token[] {
  let dropped = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') dropped = !setTarget(token, hasEntry);
    return !(dropped && (token.type === 'link_open' || token.type === 'link_close'));
  });
}

/** @returns false when the link must not be followed */
function setTarget(token: Token, hasEntry: (id: string) => boolean): boolean {
  const target = parseHref(String(token.attrGet('href') ?? ''));
  switch (target?.type) {
    case undefined:
      return false;
    case 'external':
      token.attrSet('class', 'external');
      return true;
    case 'section':
      token.attrSet('href', `#${target.section}`);
      token.attrSet('data-section', target.section);
      return true;
    case 'entry':
      if (!hasEntry(target.id)) return false;
      token.attrSet('href', `entry:${target.id}${target.section === undefined ? '' : `#${target.section}`}`);
      token.attrSet('data-entry', target.id);
      if (target.section !== undefined) token.attrSet('data-section', target.section);
      return true;
  }
}
