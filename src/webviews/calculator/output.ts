/** What a part shows below or beside its fields: numbers with formula and source, notes, tables, plots. */
import type { PartView, ResultView } from '../../core/calculators/view';
import { element } from '../shared/dom';
import { plotFigure } from './plot';
import { tableElement } from './tables';
import type { Labels } from './fields';

export function paintResults(view: Extract<PartView, { state: 'results' }>, labels: Labels): readonly HTMLElement[] {
  return [
    element('dl', { class: 'results' }, ...view.results.map((result) => resultElement(result, labels))),
    ...view.notes.map((note) => element('p', { class: 'note' }, note)),
    ...view.plots.map((plot) => plotFigure(plot, labels)),
    ...view.tables.map(({ title, header, rows, numeric }) => element('div', {}, element('h3', {}, title), tableElement(title, header, rows, numeric))),
  ];
}

function resultElement({ label, text, help, formula, method, sources }: ResultView, labels: Labels): HTMLElement {
  const cited = sources.map((source) => element('a', { class: 'source', href: `#source-${source}`, 'aria-label': labels('source', source) }, `[${source}]`));
  return element('div', { class: 'result' },
    element('dt', {}, label),
    element('dd', {},
      element('strong', { class: 'value' }, text),
      help !== undefined && element('p', { class: 'help' }, help),
      formula === undefined
        ? element('p', { class: 'formula' }, element('span', { class: 'visually-hidden' }, `${labels('method')}: `), method ?? '', ' ', ...cited)
        : element('p', { class: 'formula' }, element('span', { class: 'visually-hidden' }, `${labels('formula')}: `), element('code', {}, formula.symbols), element('span', { class: 'visually-hidden' }, ` ${labels('formulaNumbers')}: `), element('span', { class: 'numbers' }, element('code', {}, `= ${formula.numbers}`), ' ', ...cited))));
}
