/** The data of a plot as a table, for reading and for those who do not see the picture. */
import { formatQuantity } from '../../core/calculators/format';
import type { PlotView } from '../../core/calculators/view';
import { element } from '../shared/dom';
import { tableElement } from './tables';

/** More rows than that nobody reads: of a curve, so many are shown, evenly spread. */
const MOST_ROWS = 24;

export function dataTable(view: PlotView, labels: (key: string) => string): HTMLElement {
  const { header, rows } = 'bars' in view.data ? barRows(view) : lineRows(view);
  return element('details', { class: 'data', 'data-key': `plot-${view.id}` }, element('summary', {}, labels('data')), tableElement(`${labels('data')}: ${view.title}`, header, rows, header.map((_, index) => index > 0 || !('bars' in view.data))));
}

function lineRows({ data, shape, series, x }: PlotView): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  if (!('series' in data)) return { header: [], rows: [] };
  const byX = new Map<number, Map<string, number>>();
  for (const { id, points } of data.series) for (const [at, y] of points) byX.set(at, (byX.get(at) ?? new Map<string, number>()).set(id, y));
  const all = [...byX].sort(([a], [b]) => a - b);
  const step = Math.max(1, (all.length - 1) / (MOST_ROWS - 1));
  const shown = all.length <= MOST_ROWS ? all : Array.from({ length: MOST_ROWS }, (_, index) => all[Math.round(index * step)]).filter((row) => row !== undefined);
  return {
    header: [x, ...data.series.map(({ id }) => series[id] ?? id)],
    rows: shown.map(([at, values]) => [formatQuantity(at, shape.x ?? 'number'), ...data.series.map(({ id }) => {
      const value = values.get(id);
      return value === undefined ? '' : formatQuantity(value, shape.y);
    })]),
  };
}

function barRows({ data, shape, series, y }: PlotView): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  if (!('bars' in data)) return { header: [], rows: [] };
  return {
    header: ['', '', y],
    rows: data.bars.flatMap(({ label, segments }) => segments.map(({ id, label: own, value }) => [label, own ?? series[id] ?? id, formatQuantity(value, shape.y)])),
  };
}
