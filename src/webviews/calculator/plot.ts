/** Plots as SVG in the colours of the theme, with dashes and shapes beside colours, and all of it as text. */
import type { PlotData } from '../../core/calculators/definition';
import { formatQuantity } from '../../core/calculators/format';
import type { PlotView } from '../../core/calculators/view';
import { element, svg } from '../shared/dom';
import { paintBars } from './bars';
import { dataTable } from './plotData';
import { axisOf, type Axis } from './scales';

type Lines = Extract<PlotData, { series: unknown }>;
interface Size { readonly width: number; readonly height: number }
const MARGIN = { top: 26, right: 16, bottom: 46, left: 68 };
/** Narrower, an axis has no room for its numbers. */
const LEAST_WIDTH = 260;
const MOST_WIDTH = 760;

/** A figure that is drawn anew when its width changes. @param labels words around it, by key */
export function plotFigure(view: PlotView, labels: (key: string) => string): HTMLElement {
  const drawing = element('div', { class: 'drawing' });
  const figure = element('figure', { class: 'plot' },
    element('figcaption', {}, element('strong', {}, view.title), ' ', view.reading),
    drawing, legend(view), dataTable(view, labels));
  let drawn = 0;
  const draw = (): void => {
    const width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, Math.floor(drawing.clientWidth)));
    if (width === drawn) return;
    drawn = width;
    drawing.replaceChildren('bars' in view.data ? paintBars(view, view.data, width, describe(view)) : paintLines(view, view.data, { width, height: Math.round(Math.min(320, Math.max(220, width * 0.5))) }));
  };
  new ResizeObserver(draw).observe(drawing);
  return figure;
}

function paintLines(view: PlotView, { series, marks = [] }: Lines, { width, height }: Size): SVGElement {
  const { shape } = view;
  const xs = [...series.flatMap(({ points }) => points.map(([x]) => x)), ...marks.map(({ x }) => x)];
  const ys = series.flatMap(({ points }) => points.map(([, y]) => y));
  const xAxis = axisOf(xs, shape.x ?? 'number', shape.logX === true, MARGIN.left, width - MARGIN.right, Math.max(3, Math.floor(width / 90)));
  const yAxis = axisOf(ys, shape.y, shape.logY === true, height - MARGIN.bottom, MARGIN.top, 5);
  const path = (points: readonly (readonly [number, number])[]): string => points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${xAxis.place(x).toFixed(2)} ${yAxis.place(y).toFixed(2)}`).join('');
  const visible = (points: readonly (readonly [number, number])[]): (readonly [number, number])[] =>
    points.filter(([x, y]) => (shape.logX !== true || x > 0) && (shape.logY !== true || y > 0));
  return svg('svg', { class: 'lines', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': describe(view) },
    ...grid(xAxis, yAxis, { width, height }),
    axisTitle(withUnit(view.x, xAxis), (MARGIN.left + width - MARGIN.right) / 2, height - 6, 'middle'),
    axisTitle(withUnit(view.y, yAxis), 4, 14, 'start'),
    ...marks.flatMap(({ id, x }) => mark(view.marks[id] ?? id, xAxis.place(x), { width, height })),
    ...series.flatMap(({ id, points }) => {
      const place = shape.series.indexOf(id);
      const shown = visible(points);
      if (shape.points?.includes(id) === true || shown.length === 1) return shown.map(([x, y]) => svg('circle', { class: `series s${place}`, cx: xAxis.place(x), cy: yAxis.place(y), r: 4 }));
      return [svg('path', { class: `series s${place}`, d: path(shown) })];
    }));
}

function grid(xAxis: Axis, yAxis: Axis, { width, height }: Size): readonly SVGElement[] {
  const [bottom, right] = [height - MARGIN.bottom, width - MARGIN.right];
  return [
    ...yAxis.ticks.flatMap(({ at, text }) => [
      svg('line', { class: 'grid', x1: MARGIN.left, x2: right, y1: at, y2: at }),
      svg('text', { class: 'tick', x: MARGIN.left - 6, y: at + 4, 'text-anchor': 'end' }, text),
    ]),
    ...xAxis.ticks.flatMap(({ at, text }) => [
      svg('line', { class: 'grid', x1: at, x2: at, y1: MARGIN.top, y2: bottom }),
      svg('text', { class: 'tick', x: at, y: bottom + 16, 'text-anchor': 'middle' }, text),
    ]),
    svg('line', { class: 'axis', x1: MARGIN.left, x2: right, y1: bottom, y2: bottom }),
    svg('line', { class: 'axis', x1: MARGIN.left, x2: MARGIN.left, y1: MARGIN.top, y2: bottom }),
  ];
}

const axisTitle = (text: string, x: number, y: number, anchor: string): SVGElement => svg('text', { class: 'axis-title', x, y, 'text-anchor': anchor }, text);
const withUnit = (title: string, { unit }: Axis): string => (unit === '' ? title : `${title} (${unit})`);

function mark(label: string, x: number, { width, height }: Size): readonly SVGElement[] {
  const before = x > width * 0.6;
  return [
    svg('line', { class: 'mark', x1: x, x2: x, y1: MARGIN.top, y2: height - MARGIN.bottom }),
    svg('text', { class: 'mark-label', x: x + (before ? -5 : 5), y: MARGIN.top + 11, 'text-anchor': before ? 'end' : 'start' }, label),
  ];
}

function legend({ shape, series, data }: PlotView): HTMLElement | false {
  const used = 'bars' in data ? new Set(data.bars.flatMap(({ segments }) => segments.map(({ id }) => id))) : new Set(data.series.map(({ id }) => id));
  const shown = shape.series.filter((id) => used.has(id));
  if (shown.length < 2 && shape.kind === 'line') return false;
  return element('ul', { class: 'legend' }, ...shown.map((id) => {
    const kind = `series s${shape.series.indexOf(id)}`;
    const sample = shape.kind === 'bars' ? svg('rect', { class: kind, x: 2, y: 1, width: 22, height: 10 })
      : shape.points?.includes(id) === true ? svg('circle', { class: kind, cx: 13, cy: 6, r: 4 })
      : svg('path', { class: kind, d: 'M0 6H26' });
    return element('li', {}, svg('svg', { class: shape.kind === 'bars' ? 'bars' : 'lines', width: 26, height: 12, 'aria-hidden': 'true' }, sample), series[id] ?? id);
  }));
}

/** What the picture says, in a sentence or two: title, and where each line begins and ends. */
export function describe(view: PlotView): string {
  const { data, shape } = view;
  if ('bars' in data) return `${view.title}. ${data.bars.map(({ label, segments }) => `${label}: ${formatQuantity(segments.reduce((sum, { value }) => sum + value, 0), shape.y)}`).join('; ')}.`;
  const runs = data.series.flatMap(({ id, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    const at = ([x, y]: readonly [number, number]): string => `${formatQuantity(y, shape.y)} (${view.x} ${formatQuantity(x, shape.x ?? 'number')})`;
    return first === undefined || last === undefined ? [] : [`${view.series[id] ?? id}: ${at(first)} – ${at(last)}`];
  });
  return `${view.title}. ${runs.join('; ')}.`;
}
