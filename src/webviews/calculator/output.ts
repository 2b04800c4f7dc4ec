/** What a part shows below or beside its fields: numbers with formula and source, notes, tables, plots. */
import type { PartView, ResultView } from '../../core/calculators/view';
import { element } from '../shared/dom';
import { plotFigure } from './plot';
import { tableElement } from './tables';
import type { Labels } from './fields';
import { unbroken } from './unbroken';

export interface PaintedResults {
  /** Beside the fields. */
  readonly numbers: readonly HTMLElement[];
  /** Plots, and tables that fit a column. */
  readonly pictures: readonly HTMLElement[];
  /** Tables that need the whole width. */
  readonly wide: readonly HTMLElement[];
}

/** More columns than that are cut beside the fields. */
const MOST_COLUMNS = 4;

/** @param part its id, which begins the ids of what can be come back to */
export function paintResults(part: string, view: Extract<PartView, { state: 'results' }>, labels: Labels): PaintedResults {
  const tables = view.tables.map(({ title, header, rows, numeric }) => {
    const isWide = header.length > MOST_COLUMNS;
    return { isWide, root: element('div', {}, element('h3', {}, title), tableElement(title, header, rows.map((row) => row.map(unbroken)), numeric)) };
  });
  return {
    numbers: [
      element('dl', { class: 'results' }, ...view.results.map((result) => resultElement(part, result, labels))),
      ...view.notes.map((note) => element('p', { class: 'note' }, unbroken(note))),
    ],
    pictures: [...view.plots.map((plot) => plotFigure(plot, labels)), ...tables.filter(({ isWide }) => !isWide).map(({ root }) => root)],
    wide: tables.filter(({ isWide }) => isWide).map(({ root }) => root),
  };
}

function resultElement(part: string, { id, label, text, help, formula, method, sources }: ResultView, labels: Labels): HTMLElement {
  const cited = element('span', { class: 'cited' }, ...sources.map((source) => element('a', { id: `${part}-${id}-source-${source}`, class: 'source', href: `#source-${source}`, 'aria-label': labels('source', source) }, `[${source}]`)));
  return element('div', { class: 'result' },
    element('dt', {}, label),
    element('dd', {},
      element('strong', { class: 'value' }, unbroken(text)),
      help !== undefined && element('p', { class: 'help' }, unbroken(help)),
      formula === undefined
        ? element('p', { class: 'help' }, element('span', { class: 'visually-hidden' }, `${labels('method')}: `), unbroken(method ?? ''), ' ', cited)
        : element('p', { class: 'formula' }, element('span', { class: 'visually-hidden' }, `${labels('formula')}: `), element('code', {}, formula.symbols), element('span', { class: 'visually-hidden' }, ` ${labels('formulaNumbers')}: `), element('span', { class: 'numbers' }, element('code', {}, `= ${unbroken(formula.numbers)}`), ' ', cited))));
}
