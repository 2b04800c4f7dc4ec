/** Plots as SVG in the colours of the theme, with dashes and shapes beside colours, and all of it as text. */
import type { PlotData } from '../../core/calculators/definition';
import { formatQuantity } from '../../core/calculators/format';
import type { PlotView } from '../../core/calculators/view';
import { element, svg } from '../shared/dom';
import { paintBars } from './bars';
import { dataTable } from './plotData';
import { axisOf, type Axis } from './scales';
import { SIGN_WIDTH, tickLabel } from './ticks';

type Lines = Extract<PlotData, { series: unknown }>;
interface Size { readonly width: number; readonly height: number }
/** Where the lines are drawn. */
interface Area { readonly left: number; readonly right: number; readonly bottom: number }
const TOP = 26;
const RIGHT = 26;
const BOTTOM = 46;
/** Between the axes and points at their ends. */
const POINT_ROOM = 10;
/** Narrower, an axis has no room for its numbers. */
const LEAST_WIDTH = 260;
const MOST_WIDTH = 760;

/** A figure that is drawn anew when its width changes. @param labels words around it, by key */
export function plotFigure(view: PlotView, labels: (key: string) => string): HTMLElement {
  const drawing = element('div', { class: 'drawing' });
  const figure = element('figure', { class: 'plot' },
    element('figcaption', {}, element('strong', {}, view.title), ' ', element('span', { class: 'reading' }, view.reading)),
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
  const yAxis = axisOf({ values: ys, dimension: shape.y, log: shape.logY === true, from: height - BOTTOM, to: TOP, count: 5, sizes: true });
  const left = 14 + Math.max(30, ...yAxis.ticks.map(({ text }) => text.length * SIGN_WIDTH));
  const room = (shape.points ?? []).length > 0 ? POINT_ROOM : 0;
  const area: Area = { left, right: width - RIGHT, bottom: height - BOTTOM };
  const xAxis = axisOf({ values: xs, dimension: shape.x ?? 'number', log: shape.logX === true, from: left + room, to: area.right - room, count: Math.max(3, Math.floor((width - left) / 90)), sizes: false });
  const path = (points: readonly (readonly [number, number])[]): string => points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${xAxis.place(x).toFixed(2)} ${yAxis.place(y).toFixed(2)}`).join('');
  const visible = (points: readonly (readonly [number, number])[]): (readonly [number, number])[] =>
    points.filter(([x, y]) => (shape.logX !== true || x > 0) && (shape.logY !== true || y > 0));
  return svg('svg', { class: 'lines', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': describe(view) },
    ...grid(xAxis, yAxis, area, width),
    axisTitle(withUnit(view.x, xAxis), (area.left + area.right) / 2, height - 6, 'middle'),
    axisTitle(withUnit(view.y, yAxis), 4, 14, 'start'),
    ...series.flatMap(({ id, points }) => {
      const place = shape.series.indexOf(id);
      const shown = visible(points);
      if (shape.points?.includes(id) === true || shown.length === 1) return shown.map(([x, y]) => svg('circle', { class: `series s${place}`, cx: xAxis.place(x), cy: yAxis.place(y), r: 4 }));
      return [svg('path', { class: `series s${place}`, d: path(shown) })];
    }),
    ...marks.flatMap(({ id, x }, row) => mark(view.marks[id] ?? id, xAxis.place(x), area, row)));
}

function grid(xAxis: Axis, yAxis: Axis, { left, right, bottom }: Area, width: number): readonly SVGElement[] {
  return [
    ...yAxis.ticks.flatMap(({ at, text }) => [
      svg('line', { class: 'grid', x1: left, x2: right, y1: at, y2: at }),
      svg('text', { class: 'tick', x: left - 6, y: at + 4, 'text-anchor': 'end' }, text),
    ]),
    ...xAxis.ticks.flatMap(({ at, text }) => [
      svg('line', { class: 'grid', x1: at, x2: at, y1: TOP, y2: bottom }),
      tickLabel(text, at, bottom + 16, width),
    ]),
    svg('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }),
    svg('line', { class: 'axis', x1: left, x2: left, y1: TOP, y2: bottom }),
  ];
}

const axisTitle = (text: string, x: number, y: number, anchor: string): SVGElement => svg('text', { class: 'axis-title', x, y, 'text-anchor': anchor }, text);
const withUnit = (title: string, { unit }: Axis): string => (unit === '' ? title : `${title} (${unit})`);

/** Each label stands in a row of its own, so that marks may stand close together. */
function mark(label: string, x: number, { left, right, bottom }: Area, row: number): readonly SVGElement[] {
  const before = x > (left + right) / 2;
  return [
    svg('line', { class: 'mark', x1: x, x2: x, y1: TOP, y2: bottom }),
    svg('text', { class: 'mark-label', x: x + (before ? -5 : 5), y: TOP + 11 + row * 14, 'text-anchor': before ? 'end' : 'start' }, label),
  ];
}

function legend({ shape, series, data }: PlotView): HTMLElement | false {
  const used = 'bars' in data ? new Set(data.bars.flatMap(({ segments }) => segments.map(({ id }) => id))) : new Set(data.series.map(({ id }) => id));
  const shown = shape.series.filter((id) => used.has(id));
  if (shown.length < 2 && shape.kind === 'line') return false;
  return element('ul', { class: 'legend' }, ...shown.map((id) => {
    const kind = `series s${shape.series.indexOf(id)}${shape.faint?.includes(id) === true ? ' faint' : ''}`;
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
