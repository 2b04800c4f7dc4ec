import type { MarkdownIt, Token } from 'markdown-it';
import { contextOf, fillLabel } from './context';

/** Numbers a citation as `n`, and from the second time it is cited as `n:2`. */
function numberOf(token: Token | undefined): { readonly reference: number; readonly place: string } {
  const reference = Number(token?.meta?.['id'] ?? 0) + 1;
  const again = Number(token?.meta?.['subId'] ?? 0);
  return { reference, place: again > 0 ? `${reference}:${again + 1}` : `${reference}` };
}

/** Citations and the list of references, named for screen readers, in the labels' language. */
export function accessibleReferences(markdown: MarkdownIt): void {
  const escape = markdown.utils.escapeHtml;
  const rules = markdown.renderer.rules;
  rules['footnote_ref'] = (tokens, index, _options, env) => {
    const { reference, place } = numberOf(tokens[index]);
    const name = escape(fillLabel(contextOf(env).labels.reference, reference));
    return `<sup class="citation"><a href="#reference-${reference}" id="citation-${place}" aria-label="${name}">${reference}</a></sup>`;
  };
  rules['footnote_block_open'] = (_tokens, _index, _options, env) => {
    const { labels, slug, toc } = contextOf(env);
    const id = slug(labels.references);
    toc.push({ id, title: labels.references, level: 2 });
    return `<section class="references" aria-labelledby="${escape(id)}">\n<h2 id="${escape(id)}">${escape(labels.references)}</h2>\n<ol>\n`;
  };
  rules['footnote_block_close'] = () => '</ol>\n</section>\n';
  rules['footnote_open'] = (tokens, index) => `<li id="reference-${numberOf(tokens[index]).reference}">`;
  rules['footnote_close'] = () => '</li>\n';
  rules['footnote_anchor'] = (tokens, index, _options, env) => {
    const { place } = numberOf(tokens[index]);
    const name = escape(fillLabel(contextOf(env).labels.backToText, place));
    return ` <a href="#citation-${place}" class="back" aria-label="${name}">\u21A9\uFE0E</a>`;
  };
}
