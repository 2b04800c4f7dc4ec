/** The facts about a Markdown body that the checks need, each with its line. */
import type { Token } from 'markdown-it';
import { createParser } from './parser';
import { createSlugger } from './slug';

/** Lines count from 1 in the file, not in the body. */
interface Placed {
  readonly line: number;
}
export interface Heading extends Placed {
  readonly level: number;
  readonly title: string;
  readonly id: string;
}
export interface Fence extends Placed {
  /** The first word of the info string, `''` if there is none. */
  readonly language: string;
  /** The rest of the info string. */
  readonly note: string;
  /** The text between the fences. It starts on the line after `line`. */
  readonly text: string;
  /** The heading under which it stands, of level 2; undefined before the first. */
  readonly section: string | undefined;
}
export interface OutlineSection extends Placed {
  readonly id: string;
  readonly title: string;
  /** Whether there is anything but headings. */
  filled: boolean;
  tables: number;
  listItems: number;
  citations: number;
}
export interface Outline {
  readonly headings: readonly Heading[];
  /** The `##` headings with what stands under them. */
  readonly sections: readonly OutlineSection[];
  readonly fences: readonly Fence[];
  readonly links: readonly (Placed & { readonly href: string })[];
  readonly images: readonly Placed[];
  readonly html: readonly (Placed & { readonly text: string })[];
  /** Citations `[^id]` in running text. */
  readonly citations: readonly (Placed & { readonly id: string })[];
  /** Words in prose, lists and tables; citations, code blocks and diagrams do not count. */
  readonly words: number;
  /** The running text in lower case, for comparing entries. */
  readonly prose: string;
}

/** With raw HTML visible as tokens. */
const parser = createParser(true);
const CITATION = /\[\^([^\]\s]+)\]/g;

/** The text that a reader sees of an inline token, without its markup. */
export function plainText(inline: Token): string {
  return (inline.children ?? [])
    .map((child) => (child.type === 'text' || child.type === 'code_inline' ? child.content : child.type.endsWith('break') ? ' ' : ''))
    .join('');
}

/**
 * Reads a Markdown body.
 * @param markdown the text after the front matter
 * @param firstLine the line of the file on which `markdown` starts, from 1
 */
export function outlineMarkdown(markdown: string, firstLine = 1): Outline {
  const slug = createSlugger();
  const outline = {
    headings: [] as Heading[],
    sections: [] as OutlineSection[],
    fences: [] as Fence[],
    links: [] as (Placed & { href: string })[],
    images: [] as Placed[],
    html: [] as (Placed & { text: string })[],
    citations: [] as (Placed & { id: string })[],
  };
  const prose: string[] = [];
  let line = firstLine;
  let heading: Token | undefined;

  const readInline = (inline: Token): void => {
    const section = heading === undefined ? outline.sections.at(-1) : undefined;
    let current = line;
    for (const child of inline.children ?? []) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') current++;
      else if (child.type === 'link_open') outline.links.push({ href: String(child.attrGet('href') ?? ''), line: current });
      else if (child.type === 'image') outline.images.push({ line: current });
      else if (child.type === 'html_inline') outline.html.push({ text: child.content, line: current });
      else if (child.type === 'text') {
        for (const match of child.content.matchAll(CITATION)) {
          outline.citations.push({ id: match[1] ?? '', line: current });
          if (section !== undefined) section.citations++;
        }
      }
    }
    prose.push(plainText(inline).replace(CITATION, ' '));
  };

  for (const token of parser.parse(markdown, {})) {
    if (token.map !== null) line = firstLine + token.map[0];
    const section = outline.sections.at(-1);
    switch (token.type) {
      case 'heading_open':
        heading = token;
        break;
      case 'heading_close':
        heading = undefined;
        break;
      case 'inline': {
        if (heading !== undefined) {
          const title = plainText(token).trim();
          const level = Number(heading.tag.slice(1));
          const id = slug(title);
          outline.headings.push({ level, title, id, line });
          if (level === 2) outline.sections.push({ id, title, line, filled: false, tables: 0, listItems: 0, citations: 0 });
        } else if (section !== undefined && token.content.trim() !== '') section.filled = true;
        readInline(token);
        break;
      }
      case 'fence':
      case 'code_block': {
        const [language = '', ...note] = token.info.trim().split(/\s+/);
        outline.fences.push({ language, note: note.join(' '), text: token.content, line, section: section?.title });
        if (section !== undefined && token.content.trim() !== '') section.filled = true;
        break;
      }
      case 'table_open':
        if (section !== undefined) section.tables++;
        break;
      case 'list_item_open':
        if (section !== undefined) section.listItems++;
        break;
      case 'html_block':
        outline.html.push({ text: token.content.trim(), line });
        break;
    }
  }
  const text = prose.join('\n').toLowerCase();
  return { ...outline, words: countWords(text), prose: text };
}

/** Runs of non-space characters that hold a letter or a digit: "read-your-writes" is one word, "–" is none. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
