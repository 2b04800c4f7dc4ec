import type { MarkdownIt } from 'markdown-it';
import { plainText } from '../markdown/outline';
import { contextOf } from './context';

/** The title in the source of a part that is folded away. */
const SOLUTION = 'Solution';

/** Ids and the table of contents; `#### Solution` and what follows it folds into a `<details>`. */
export function headings(markdown: MarkdownIt): void {
  markdown.core.ruler.push('heading_ids', ({ tokens, env }) => {
    const { slug, toc } = contextOf(env);
    tokens.forEach((token, index) => {
      const inline = tokens[index + 1];
      if (token.type !== 'heading_open' || inline === undefined) return;
      const title = plainText(inline).trim();
      const id = slug(title);
      const level = Number(token.tag.slice(1));
      token.attrSet('id', id);
      token.meta = { title };
      if (token.level === 0 && (level === 2 || level === 3)) toc.push({ id, title, level });
    });
  });
  markdown.core.ruler.push('fold_solutions', (state) => {
    const close = (): (typeof state.tokens)[number] => new state.Token('details_close', 'details', -1);
    const folded: typeof state.tokens = [];
    let open = false;
    let skip = 0;
    for (const token of state.tokens) {
      if (skip > 0) {
        skip--;
        continue;
      }
      const heading = token.type === 'heading_open' && token.level === 0;
      if (open && (token.type === 'footnote_block_open' || (heading && Number(token.tag.slice(1)) <= 4))) {
        folded.push(close());
        open = false;
      }
      if (heading && token.tag === 'h4' && token.meta?.['title'] === SOLUTION) {
        const details = new state.Token('details_open', 'details', 1);
        details.attrSet('class', 'solution');
        details.attrSet('id', String(token.attrGet('id')));
        folded.push(details);
        open = true;
        skip = 2; // the heading's text and its end
      } else folded.push(token);
    }
    if (open) folded.push(close());
    state.tokens = folded;
  });
  markdown.renderer.rules['heading_open'] = (tokens, index, options, env, renderer) => {
    const title = tokens[index]?.meta?.['title'];
    contextOf(env).heading = typeof title === 'string' ? title : '';
    return renderer.renderToken(tokens, index, options);
  };
  markdown.renderer.rules['details_close'] = () => '</details>\n';
  markdown.renderer.rules['details_open'] = (tokens, index, options, env, renderer) =>
    `${renderer.renderToken(tokens, index, options)}<summary>${markdown.utils.escapeHtml(contextOf(env).labels.solution)}</summary>\n`;
}
