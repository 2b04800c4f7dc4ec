/**
 * Markdown → HTML for pages. Safe for Markdown from anyone: raw HTML stays text, links lead only to entries,
 * sections and the web, images are dropped, and there are no styles and no scripts. Only `diagrams` go in as they
 * are, so they must come from the build, which sanitises them.
 */
import MarkdownIt from 'markdown-it';
import type { MarkdownIt as Renderer } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { createSlugger } from './markdown/slug';
import type { EntryBody } from './model';
import { codeBlocks } from './render/code';
import type { RenderContext, RenderLabels, TocItem } from './render/context';
import { ENGLISH_LABELS, envWith } from './render/context';
import { headings } from './render/headings';
import { closedLinks } from './render/links';
import { accessibleReferences, defineReferences } from './render/references';
import { scrollableTables } from './render/tables';

export { ENGLISH_LABELS } from './render/context';
export type { RenderLabels, TocItem } from './render/context';

export interface RenderOptions {
  /** Replaces single labels; what is missing is English. */
  readonly labels?: Partial<RenderLabels>;
  /** Links to an entry for which this is false become text. By default every id is taken to exist. */
  readonly hasEntry?: (id: string) => boolean;
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
  renderer ??= createRenderer();
  const context: RenderContext = {
    labels: { ...ENGLISH_LABELS, ...options.labels },
    diagrams: body.diagrams,
    executed: body.executed,
    hasEntry: options.hasEntry ?? (() => true),
    slug: createSlugger(),
    toc: [],
    heading: '',
    tables: new Map(),
    diagramsUsed: 0,
  };
  const html = renderer.render(`${body.markdown}\n\n${defineReferences(body.references)}`, envWith(context));
  return { html, toc: context.toc };
}
