import highlighter from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import csharp from 'highlight.js/lib/languages/csharp';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import http from 'highlight.js/lib/languages/http';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import type { MarkdownIt } from 'markdown-it';
import type { RenderContext } from './context';
import { contextOf } from './context';

const LANGUAGES = { bash, csharp, dockerfile, go, http, java, javascript, json, python, rust, sql, typescript, xml, yaml };
for (const [name, language] of Object.entries(LANGUAGES)) highlighter.registerLanguage(name, language);
/** Blocks in these are not programs, so whether they were executed says nothing. */
const PLAIN = new Set(['', 'text', 'txt', 'plaintext', 'mermaid']);

/** Code blocks with highlighting, a badge and a copy button; Mermaid blocks as the pictures drawn at build time. */
export function codeBlocks(markdown: MarkdownIt): void {
  const escape = markdown.utils.escapeHtml;
  markdown.renderer.rules['fence'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    const [language = '', ...note] = (token?.info ?? '').trim().split(/\s+/);
    const context = contextOf(env);
    const text = token?.content ?? '';
    return language === 'mermaid'
      ? renderDiagram(text, note.join(' '), context, escape)
      : renderCode(text, language, context.executed && note.join(' ') === 'run', context, escape);
  };
  markdown.renderer.rules['code_block'] = (tokens, index, _options, env) => renderCode(tokens[index]?.content ?? '', '', false, contextOf(env), escape);
}

/**
 * The text of a code block with its syntax as classes.
 * @returns a fragment of HTML in which everything is escaped; undefined for a language that is not known
 */
export function highlightCode(text: string, language: string): string | undefined {
  return highlighter.getLanguage(language) && highlighter.highlight(text, { language, ignoreIllegals: true }).value;
}

function renderCode(text: string, language: string, executed: boolean, { labels, highlight }: RenderContext, escape: (text: string) => string): string {
  const known = highlighter.getLanguage(language);
  const html = (highlight ? highlightCode(text, language) : undefined) ?? escape(text);
  const badge = PLAIN.has(language)
    ? ''
    : `<span class="language">${escape(known?.name ?? language)}</span><span class="badge">${escape(executed ? labels.executed : labels.notExecuted)}</span>`;
  return (
    `<figure class="code" data-language="${escape(language)}" data-executed="${executed}">` +
    `<figcaption>${badge}<button type="button" class="copy">${escape(labels.copy)}</button></figcaption>` +
    `<pre tabindex="0"><code class="hljs">${html}</code></pre></figure>\n`
  );
}

/** Without a picture (an entry of a team) the source stands in for it. */
function renderDiagram(source: string, caption: string, context: RenderContext, escape: (text: string) => string): string {
  const svg = context.diagrams[context.diagramsUsed++] ?? '';
  const picture = svg === '' ? `<pre tabindex="0"><code>${escape(source)}</code></pre>` : `<div class="picture" role="img" aria-label="${escape(caption)}">${svg}</div>`;
  return `<figure class="diagram">${picture}<figcaption>${escape(caption)}</figcaption></figure>\n`;
}
