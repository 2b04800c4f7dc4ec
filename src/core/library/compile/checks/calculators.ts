/** Holds the words of a calculator to its code: no id without words, no words without id, every formula with a source. */
import { CALCULATOR_IDS, type Calculator, type Field, type Part } from '../../../calculators/definition';
import { namesIn, strangeIn } from '../../../calculators/formula';
import { parseQuery } from '../../../calculators/link';
import { readValues } from '../../../calculators/run';
import type { FieldWords, PartWords, ResultWords } from '../../calculatorSchema';
import type { Kind } from '../../vocabulary';
import type { CalculatorDraft } from '../calculators';
import type { Report } from '../source';

type LineOf = (...keys: (string | number)[]) => number;

/** One calculator. @param calculator its code; undefined when there is none of that name */
export function checkCalculator({ id, words, lineOf }: CalculatorDraft, calculator: Calculator | undefined, kinds: ReadonlyMap<string, Kind>, report: Report): void {
  if (calculator === undefined) {
    report(1, `"${id}" is no calculator; name the file after one of ${CALCULATOR_IDS.join(', ')}`);
    return;
  }
  sameIds(Object.keys(words.parts), calculator.parts.map((part) => part.id), 'part', (key) => lineOf('parts', key), report);
  const cited = new Set<string>();
  for (const part of calculator.parts) {
    const own = words.parts[part.id];
    if (own !== undefined) checkPart(part, own, (...keys) => lineOf('parts', part.id, ...keys), report, cited);
  }
  checkReferences({ words, lineOf }, cited, report);
  words.entries.forEach((entry, index) => {
    if (!kinds.has(entry.id)) report(lineOf('entries', index), `"${entry.id}" is no entry of the library; name one that is`);
    if (!/^(?![A-Z][a-z]).*[^.]$/.test(entry.because)) report(lineOf('entries', index, 'because'), 'the reason is no clause; begin it with a small letter and end it without a full stop, since it stands behind a title');
    checkLink(calculator, entry.link, lineOf('entries', index, 'link'), report);
  });
}

function checkReferences({ words, lineOf }: Pick<CalculatorDraft, 'words' | 'lineOf'>, cited: ReadonlySet<string>, report: Report): void {
  const known = words.references.map(({ id }) => id);
  words.references.forEach(({ id }, index) => {
    if (known.indexOf(id) !== index) report(lineOf('references', index), `the reference id "${id}" is written twice; give each its own`);
    if (!cited.has(id)) report(lineOf('references', index), `no result cites "${id}"; name it in the "sources" of one, or remove it`);
  });
  for (const id of cited) if (!known.includes(id)) report(lineOf('references'), `"${id}" is cited and is no reference; add it to "references"`);
}

function checkPart(part: Part, words: PartWords, line: LineOf, report: Report, cited: Set<string>): void {
  const ids = (written: object | undefined, wanted: readonly string[], what: string, ...path: string[]): void => {
    sameIds(Object.keys(written ?? {}), wanted, what, (key) => line(...path, key), report);
  };
  ids(words.fields, Object.keys(part.fields), 'field', 'fields');
  ids(words.results, Object.keys(part.results), 'result', 'results');
  ids(words.terms, Object.keys(part.terms ?? {}), 'term', 'terms');
  ids(words.notes, part.notes ?? [], 'note', 'notes');
  ids(words.refusals, part.refusals ?? [], 'refusal', 'refusals');
  ids(words.tables, Object.keys(part.tables ?? {}), 'table', 'tables');
  ids(words.plots, Object.keys(part.plots ?? {}), 'plot', 'plots');
  for (const [id, table] of Object.entries(part.tables ?? {})) ids(words.tables?.[id]?.columns, Object.keys(table.columns), 'column', 'tables', id, 'columns');
  for (const [id, plot] of Object.entries(part.plots ?? {})) {
    ids(words.plots?.[id]?.series, plot.series, 'series', 'plots', id, 'series');
    ids(words.plots?.[id]?.marks, plot.marks ?? [], 'mark', 'plots', id, 'marks');
    if (plot.kind === 'line' && words.plots?.[id]?.x === undefined) report(line('plots', id), `the plot "${id}" does not say what its horizontal axis is; add "x"`);
  }
  for (const [id, field] of Object.entries(part.fields)) {
    const own = words.fields[id];
    if (own !== undefined) checkField(field, own, (...keys) => line('fields', id, ...keys), report);
  }
  for (const [id, result] of Object.entries(words.results)) {
    for (const source of result.sources) cited.add(source);
    checkResult(part, result, (...keys) => line('results', id, ...keys), report);
  }
}

function checkField(field: Field, words: FieldWords, line: LineOf, report: Report): void {
  const options = field.kind === 'choice' ? field.options : [];
  sameIds(Object.keys(words.options ?? {}), options, 'option', () => line('options'), report);
  const columns = field.kind === 'table' ? field.columns : {};
  sameIds(Object.keys(words.columns ?? {}), Object.keys(columns), 'column', () => line('columns'), report);
  for (const [id, column] of Object.entries(columns)) {
    const own = words.columns?.[id];
    if (own !== undefined) checkField(column, own, (...keys) => line('columns', id, ...keys), report);
  }
}

function checkResult(part: Part, { formula, method }: ResultWords, line: LineOf, report: Report): void {
  if ((formula === undefined) === (method === undefined)) report(line(), 'needs either "formula" or "method", and not both');
  const known = new Set([...Object.keys(part.fields), ...Object.keys(part.results), ...Object.keys(part.terms ?? {})]);
  for (const name of namesIn(formula ?? method ?? '')) {
    if (!known.has(name)) report(line(formula === undefined ? 'method' : 'formula'), `"{${name}}" is no field, result or term of this part; name one that is`);
  }
  const strange = formula === undefined ? undefined : strangeIn(formula);
  if (strange !== undefined) report(line('formula'), `"${strange}" is nothing that a formula can have; use {names}, numbers, + − × / ^ ( ) and the functions of src/core/calculators/formula.ts, or write "method"`);
}

/** The query of a link must prefill what it names, with values that the fields take. */
function checkLink(calculator: Calculator, link: string, line: number, report: Report): void {
  const { typed, unknown } = parseQuery(calculator, link);
  for (const name of unknown) report(line, `the link names "${name}", which is no field of "${calculator.id}"; name one that is`);
  const wrong = new Set(calculator.parts.flatMap((part) => {
    const read = readValues(part, typed);
    return 'problems' in read ? read.problems.filter(({ field }) => field in typed).map(({ field, code }) => `${field} (${code})`) : [];
  }));
  for (const each of wrong) report(line, `the link has a value that its field does not take: ${each}; give another`);
}

function sameIds(written: readonly string[], wanted: readonly string[], what: string, line: (key: string) => number, report: Report): void {
  for (const id of wanted) if (!written.includes(id)) report(line(id), `the ${what} "${id}" has no words; add them`);
  for (const id of written) if (!wanted.includes(id)) report(line(id), `"${id}" is no ${what} in the code; remove it, or mend its name`);
}
