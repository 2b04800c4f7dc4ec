/**
 * Markdown → HTML for pages. Safe for Markdown from anyone: raw HTML stays text, links lead only to entries,
 * sections and the web, images are dropped, and there are no styles and no scripts. Only `diagrams` go in as they
 * are, so they must come from the build, which sanitises them.
 */
import MarkdownIt from 'markdown-it';
import type { Env, MarkdownIt as Renderer, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { defineReferences } from './markdown/references';
import { createSlugger } from './markdown/slug';
import type { EntryBody } from './model';
import { codeBlocks } from './render/code';
import type { RenderContext, RenderLabels, TocItem } from './render/context';
import { ENGLISH_LABELS, envWith } from './render/context';
import { headings } from './render/headings';
import { closedLinks } from './render/links';
import { accessibleReferences } from './render/references';
import { scrollableTables } from './render/tables';

export { highlightCode } from './render/code';
export { ENGLISH_LABELS } from './render/context';
export type { RenderLabels, TocItem } from './render/context';

export interface RenderOptions {
  /** Replaces single labels; what is missing is English. */
  readonly labels?: Partial<RenderLabels>;
  /** Links to an entry for which this is false become text. By default every id is taken to exist. */
  readonly hasEntry?: (id: string) => boolean;
  /** Whether code is highlighted, as by default; a page in a hurry does it later, with `highlightCode`. */
  readonly highlight?: boolean;
}

export interface RenderedBody {
  /** A fragment without the title, which is the page's. */
  readonly html: string;
  /** Headings of levels 2 and 3 in order, the references last. */
  readonly toc: readonly TocItem[];
}

let renderer: Renderer | undefined;

function createRenderer(): Renderer {
  return new MarkdownIt({ html: false, linkify: false, typographer: false })
    .use(footnote)
    .use(closedLinks)
    .use(headings)
    .use(scrollableTables)
    .use(codeBlocks)
    .use(accessibleReferences);
}

/** Renders one body; the same input gives the same HTML. Takes a few milliseconds, most of it for highlighting. */
export function renderBody(body: EntryBody, options: RenderOptions = {}): RenderedBody {
  const { context, env, source } = begin(body, options);
  return { html: rendererOnce().render(source, env), toc: context.toc };
}

/** One part of a body, from a `##` heading to the next. */
export interface RenderedSection {
  /** Anchor, as in the whole. */
  readonly id: string;
  readonly title: string;
  /** A fragment without the heading. */
  readonly html: string;
}

/**
 * The same in its sections, for a page that folds and orders them by itself; the references, if any, are the last one.
 * What stands before the first heading is left out.
 */
export function renderSections(body: EntryBody, options: RenderOptions = {}): readonly RenderedSection[] {
  const { context, env, source } = begin(body, options);
  const markdown = rendererOnce();
  const tokens = markdown.parse(source, env);
  const isHeading = (token: Token): boolean => token.type === 'heading_open' && token.tag === 'h2' && token.level === 0;
  const render = (part: Token[]): string => markdown.renderer.render(part, markdown.options, env);
  const notes = tokens.findIndex(({ type }) => type === 'footnote_block_open');
  const text = notes === -1 ? tokens : tokens.slice(0, notes);
  const starts = text.flatMap((token, index) => (isHeading(token) ? [index] : []));
  const sections = starts.map((start, index): RenderedSection => {
    const id = String(text[start]?.attrGet('id') ?? '');
    const title = context.toc.find((item) => item.id === id)?.title ?? '';
    context.heading = title; // tables are named after it
    return { id, title, html: render(text.slice(start + HEADING_TOKENS, starts[index + 1])) };
  });
  if (notes === -1) return sections;
  const { references } = context.labels;
  const list = render(tokens.slice(notes + 1).filter(({ type }) => type !== 'footnote_block_close'));
  return [...sections, { id: context.slug(references), title: references, html: `<ol class="references">\n${list}</ol>\n` }];
}

/** A heading's start, its text and its end. */
const HEADING_TOKENS = 3;

function begin(body: EntryBody, options: RenderOptions): { readonly context: RenderContext; readonly env: Env; readonly source: string } {
  const context: RenderContext = {
    labels: { ...ENGLISH_LABELS, ...options.labels },
    diagrams: body.diagrams,
    executed: body.executed,
    highlight: options.highlight ?? true,
    hasEntry: options.hasEntry ?? (() => true),
    slug: createSlugger(),
    toc: [],
    heading: '',
    tables: new Map(),
    diagramsUsed: 0,
  };
  return { context, env: envWith(context), source: `${body.markdown}\n\n${defineReferences(body.references)}` };
}

function rendererOnce(): Renderer {
  return (renderer ??= createRenderer());
}
