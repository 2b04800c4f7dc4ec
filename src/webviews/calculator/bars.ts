/** Stacked horizontal bars, one below the other, with a limit across all of them. */
import type { PlotData } from '../../core/calculators/definition';
import { formatQuantity } from '../../core/calculators/format';
import type { PlotView } from '../../core/calculators/view';
import { svg } from '../shared/dom';
import { axisOf } from './scales';
import { tickLabel } from './ticks';

type Bars = Extract<PlotData, { bars: unknown }>;
const BAR = 20;
/** Above a bar, with its label and without. */
const ABOVE = 22;
const GAP = 6;
const SIDE = 12;
const BOTTOM = 44;

/** @param description what the picture says, for those who do not see it */
export function paintBars(view: PlotView, { bars, limit }: Bars, width: number, description: string): SVGElement {
  const { y: dimension, series, faint = [] } = view.shape;
  const totals = bars.map(({ segments }) => ({ above: sumOf(segments.map(({ value }) => Math.max(0, value))), below: sumOf(segments.map(({ value }) => Math.min(0, value))) }));
  const values = [0, ...totals.flatMap(({ above, below }) => [above, below]), ...(limit === undefined ? [] : [limit])];
  const axis = axisOf({ values, dimension, log: false, from: SIDE, to: width - SIDE - 8, count: Math.max(3, Math.floor(width / 100)), sizes: true });
  // The value of the limit stands above all bars.
  const start = limit === undefined ? 0 : 16;
  const above = bars.some(({ label }) => label !== '') ? ABOVE : GAP;
  const row = above + BAR + (above === ABOVE ? 4 : 0);
  const bottom = start + bars.length * row + 8;
  const zero = axis.place(0);
  return svg('svg', { class: 'bars', viewBox: `0 0 ${width} ${bottom + BOTTOM}`, width, height: bottom + BOTTOM, role: 'img', 'aria-label': description },
    ...axis.ticks.flatMap(({ at, text }) => [
      svg('line', { class: 'grid', x1: at, x2: at, y1: start + 4, y2: bottom }),
      tickLabel(text, at, bottom + 16, width),
    ]),
    svg('line', { class: 'axis', x1: zero, x2: zero, y1: start + 4, y2: bottom }),
    ...bars.flatMap(({ label, segments }, index) => {
      const top = start + index * row + above;
      let [right, left] = [0, 0];
      return [
        svg('text', { class: 'bar-label', x: zero < SIDE + 4 ? SIDE + 4 : SIDE, y: top - 6 }, label),
        ...segments.map(({ id, label: own, value }) => {
          const from = value >= 0 ? right : left + value;
          if (value >= 0) right += value;
          else left += value;
          const [first, last] = [axis.place(from), axis.place(from + Math.abs(value))];
          return svg('rect', { class: `series s${series.indexOf(id)}${faint.includes(id) ? ' faint' : ''}`, x: first, y: top, width: Math.max(0, last - first), height: BAR },
            svg('title', {}, `${own ?? view.series[id] ?? id}: ${formatQuantity(value, dimension)}`));
        }),
      ];
    }),
    ...(limit === undefined ? [] : limitLine(axis.place(limit), formatQuantity(limit, dimension), start, bottom)),
    svg('text', { class: 'axis-title', x: width / 2, y: bottom + 36, 'text-anchor': 'middle' }, axis.unit === '' ? view.y : `${view.y} (${axis.unit})`));
}

function limitLine(at: number, text: string, top: number, bottom: number): readonly SVGElement[] {
  return [
    svg('line', { class: 'mark', x1: at, x2: at, y1: top, y2: bottom }),
    svg('text', { class: 'mark-label', x: at, y: 12, 'text-anchor': 'middle' }, text),
  ];
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
