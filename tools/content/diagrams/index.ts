import type { DiagramRenderer } from '../../../src/core/library/compile';
import { findIgnoredLines } from './ignored';
import { findCoveredLabels } from './overlaps';
import { sanitiseSvg } from './sanitise';
import type { Mermaid } from './mermaid';

/** A panel in the editor is narrow; more nodes than this cannot be read in it. */
const MOST_NODES = 12;
/** Space around the picture in pixels: room for labels that a wide font draws past their computed width. */
const PADDING = 20;

class DiagramError extends Error {
  /** @param line from 1 in the diagram; 0 for the diagram as a whole */
  constructor(message: string, readonly line: number) {
    super(message);
  }
}

/**
 * Loads the renderer, which is an ES module only and therefore cannot be imported statically here.
 * What it returns throws a DiagramError when a diagram does not render, loses a line, or is too large.
 */
export async function loadDiagramRenderer(): Promise<DiagramRenderer> {
  const mermaid = await import('beautiful-mermaid');
  return (source, prefix) => draw(source, prefix, mermaid);
}

function draw(source: string, prefix: string, mermaid: Mermaid): string {
  const svg = mermaid.renderMermaidSVG(source, { transparent: true, padding: PADDING });
  const nodes = (svg.match(/<g class="(?:node|actor|entity|class-node)"/g) ?? []).length - (svg.match(/data-shape="state-(?:start|end)"/g) ?? []).length;
  if (nodes === 0) throw new DiagramError('it shows nothing; check its syntax', 0);
  if (nodes > MOST_NODES) throw new DiagramError(`it has ${nodes} nodes; show at most ${MOST_NODES}, or split it`, 0);
  const ignored = findIgnoredLines(source, mermaid)[0];
  if (ignored !== undefined) throw new DiagramError(`the line "${source.split('\n')[ignored - 1]?.trim() ?? ''}" changes nothing; correct its syntax, or remove it`, ignored);
  const drawn = widenNotes(widenLabels(svg));
  const covered = findCoveredLabels(drawn);
  if (covered !== undefined) throw new DiagramError(`the labels "${covered[0]}" and "${covered[1]}" cover each other; shorten them, put a node between, or give the picture another direction`, 0);
  return sanitiseSvg(drawn, prefix);
}

/** The renderer measures in Inter; the interface fonts of Linux are up to 18 % wider and would leave their boxes. */
const WIDEST_FONT = 1.18;

/** Widens the boxes behind labels of edges, around their middle. Boxes of nodes have room enough. */
function widenLabels(svg: string): string {
  return svg.replace(/(<g class="edge-label"[^>]*>\s*<rect x=")([\d.-]+)("[^>]*? width=")([\d.]+)/g, (_match, start: string, x: string, middle: string, width: string) => {
    const growth = Number(width) * (WIDEST_FONT - 1);
    return `${start}${Number(x) - growth / 2}${middle}${Number(width) + growth}`;
  });
}

/** The same for the notes of a sequence diagram: a box with a folded corner, drawn as two polygons around the text's middle. */
function widenNotes(svg: string): string {
  return svg.replace(/(<g class="note"[^>]*>)([\s\S]*?<text x="([\d.]+)")/g, (_match, open: string, body: string, middle: string) => {
    const left = Number(/points="([\d.]+),/.exec(body)?.[1] ?? middle);
    const growth = (Number(middle) - left) * (WIDEST_FONT - 1);
    const shift = (x: string): number => Number(x) + Math.sign(Number(x) - Number(middle)) * growth;
    return open + body.replace(/points="([^"]*)"/g, (_points, points: string) => `points="${points.replace(/([\d.]+),([\d.]+)/g, (_point, x: string, y: string) => `${shift(x)},${y}`)}"`);
  });
}
