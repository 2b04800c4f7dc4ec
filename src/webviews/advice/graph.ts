import type { PrerequisiteGraph } from '../protocol';
import { element, svg } from '../shared/dom';
import type { Label } from './paint';

/** Sizes in CSS pixels. */
const BOX = { width: 168, height: 46 };
const GAP = { x: 56, y: 16 };
const MARGIN = 4;
/** Letters of a title that fit into a line of a box. */
const LINE = 22;

/** Patterns in columns, what is required on the left; every arrow is also a sentence below. */
export function paintGraph({ nodes, edges }: PrerequisiteGraph, label: Label): HTMLElement[] {
  const columns = new Map<number, PrerequisiteGraph['nodes']>();
  for (const node of nodes) columns.set(node.column, [...(columns.get(node.column) ?? []), node]);
  const tallest = Math.max(...[...columns.values()].map(({ length }) => length));
  const place = new Map(nodes.map((node) => {
    const column = columns.get(node.column) ?? [];
    const offset = ((tallest - column.length) * (BOX.height + GAP.y)) / 2;
    return [node.id, { x: MARGIN + node.column * (BOX.width + GAP.x), y: MARGIN + offset + column.indexOf(node) * (BOX.height + GAP.y) }];
  }));
  const width = 2 * MARGIN + columns.size * BOX.width + (columns.size - 1) * GAP.x;
  const height = 2 * MARGIN + tallest * BOX.height + (tallest - 1) * GAP.y;
  const picture = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': edges.map(({ text }) => text).join('. ') },
    svg('defs', {}, svg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' }, svg('path', { d: 'M0 0 L8 4 L0 8 z' }))),
    ...edges.flatMap(({ from, to }) => {
      const start = place.get(from);
      const end = place.get(to);
      if (!start || !end) return [];
      const [x1, y1, x2, y2] = [start.x + BOX.width, start.y + BOX.height / 2, end.x, end.y + BOX.height / 2];
      const bend = (x1 + x2) / 2;
      return [svg('path', { class: 'edge', d: `M${x1} ${y1} C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`, 'marker-end': 'url(#arrow)' })];
    }),
    ...nodes.map((node) => {
      const { x, y } = place.get(node.id) ?? { x: 0, y: 0 };
      return svg(
        'g',
        { class: `node ${node.state}` },
        svg('rect', { x, y, width: BOX.width, height: BOX.height, rx: 4 }),
        svg('text', { x: x + BOX.width / 2, y: y + 19, 'text-anchor': 'middle' }, shorten(node.title)),
        svg('text', { class: 'state', x: x + BOX.width / 2, y: y + 36, 'text-anchor': 'middle' }, node.stateLabel),
      );
    }),
  );
  return [
    element('div', { class: 'graph', tabindex: 0, role: 'region', 'aria-label': label('prerequisites') }, picture),
    element('details', { class: 'graph-text' }, element('summary', {}, label('prerequisitesAsText')), element('ul', {}, ...edges.map(({ text }) => element('li', {}, text)))),
  ];
}

function shorten(title: string): string {
  return title.length <= LINE ? title : `${title.slice(0, LINE - 1).trimEnd()}…`;
}
