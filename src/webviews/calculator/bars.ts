/** Stacked horizontal bars, one below the other, with a limit across all of them. */
import type { PlotData } from '../../core/calculators/definition';
import { formatQuantity } from '../../core/calculators/format';
import type { PlotView } from '../../core/calculators/view';
import { svg } from '../shared/dom';
import { axisOf } from './scales';

type Bars = Extract<PlotData, { bars: unknown }>;
const ROW = 46;
const BAR = 20;
const SIDE = 12;
const BOTTOM = 44;

/** @param description what the picture says, for those who do not see it */
export function paintBars(view: PlotView, { bars, limit }: Bars, width: number, description: string): SVGElement {
  const { y: dimension, series } = view.shape;
  const totals = bars.map(({ segments }) => ({ above: sumOf(segments.map(({ value }) => Math.max(0, value))), below: sumOf(segments.map(({ value }) => Math.min(0, value))) }));
  const values = [0, ...totals.flatMap(({ above, below }) => [above, below]), ...(limit === undefined ? [] : [limit])];
  const axis = axisOf(values, dimension, false, SIDE, width - SIDE - 8, Math.max(3, Math.floor(width / 100)));
  const bottom = bars.length * ROW + 8;
  return svg('svg', { class: 'bars', viewBox: `0 0 ${width} ${bottom + BOTTOM}`, width, height: bottom + BOTTOM, role: 'img', 'aria-label': description },
    ...axis.ticks.flatMap(({ at, text }) => [
      svg('line', { class: 'grid', x1: at, x2: at, y1: 4, y2: bottom }),
      svg('text', { class: 'tick', x: at, y: bottom + 16, 'text-anchor': 'middle' }, text),
    ]),
    ...bars.flatMap(({ label, segments }, row) => {
      const top = row * ROW + 22;
      let [right, left] = [0, 0];
      return [
        svg('text', { class: 'bar-label', x: SIDE, y: top - 6 }, label),
        ...segments.map(({ id, label: own, value }) => {
          const from = value >= 0 ? right : left + value;
          if (value >= 0) right += value;
          else left += value;
          const [start, end] = [axis.place(from), axis.place(from + Math.abs(value))];
          return svg('rect', { class: `series s${series.indexOf(id)}`, x: start, y: top, width: Math.max(0, end - start), height: BAR },
            svg('title', {}, `${own ?? view.series[id] ?? id}: ${formatQuantity(value, dimension)}`));
        }),
      ];
    }),
    ...(limit === undefined ? [] : [svg('line', { class: 'mark', x1: axis.place(limit), x2: axis.place(limit), y1: 4, y2: bottom })]),
    svg('line', { class: 'axis', x1: axis.place(0), x2: axis.place(0), y1: 4, y2: bottom }),
    svg('text', { class: 'axis-title', x: width / 2, y: bottom + 36, 'text-anchor': 'middle' }, axis.unit === '' ? view.y : `${view.y} (${axis.unit})`));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
