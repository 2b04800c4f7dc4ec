/** A table that a person fills in: rows to add, remove, paste, load and save. */
import type { TableField } from '../../core/calculators/definition';
import { formatRows, parseRows } from '../../core/calculators/rows';
import { typedRow } from '../../core/calculators/values';
import type { ValueProblem } from '../../core/calculators/numberField';
import type { FieldWords } from '../../core/library/calculatorSchema';
import { element } from '../shared/dom';
import { control, type Control, type Labels } from './fields';

export interface RowsOptions {
  readonly id: string;
  readonly field: TableField;
  readonly words: FieldWords;
  readonly labels: Labels;
  readonly onChange: (rows: readonly (readonly string[])[]) => void;
  readonly load: () => void;
  readonly openExample: (file: string) => void;
  readonly save: (text: string) => void;
}

export interface RowsControl {
  readonly root: HTMLElement;
  set(rows: readonly (readonly string[])[]): void;
  /** Puts in rows that came as text; says what is wrong with it and changes nothing then. */
  readonly take: (text: string) => void;
  setProblems(problems: readonly ValueProblem[], textOf: (problem: ValueProblem) => string): void;
}

export function rowsControl({ id, field, words, labels, onChange, load, openExample, save }: RowsOptions): RowsControl {
  const { exampleFile } = field;
  const columns = Object.entries(field.columns);
  const names = columns.map(([column]) => words.columns?.[column]?.label ?? column);
  let rows: readonly (readonly string[])[] = [];
  let cells: Control[][] = [];
  const body = element('tbody', {});
  const problem = element('p', { id: `${id}-problem`, class: 'problem', role: 'status' });
  const add = button(labels('addRow'), () => { change([...rows, typedRow(field, field.default.at(-1) ?? {})]); cells.at(-1)?.[0]?.input.focus(); });
  const paste = pasteBox();
  const say = (text: string): void => { problem.textContent = text; };

  const change = (next: readonly (readonly string[])[]): void => { paint(next); onChange(next); };

  function paint(next: readonly (readonly string[])[]): void {
    rows = next;
    cells = rows.map((row, index) => columns.map(([column, definition], place) => control({
      id: `${id}-${index}-${column}`,
      field: definition,
      words: words.columns?.[column] ?? { label: column },
      typed: row[place] ?? '',
      labels,
      inCell: `${names[place] ?? column}, ${index + 1}`,
      onChange: (typed) => {
        rows = rows.map((each, at) => (at === index ? each.map((cell, position) => (position === place ? typed : cell)) : each));
        onChange(rows);
      },
    })));
    body.replaceChildren(...cells.map((row, index) => element('tr', {}, ...row.map((cell) => element('td', {}, cell.root)), element('td', { class: 'remove' }, removeButton(index)))));
    add.disabled = rows.length >= field.mostRows;
  }

  function removeButton(index: number): HTMLElement {
    const created = button('×', () => {
      change(rows.filter((_, at) => at !== index));
      (cells[Math.min(index, cells.length - 1)]?.[0]?.input ?? add).focus();
    });
    created.setAttribute('aria-label', labels('removeRow', index + 1));
    created.disabled = rows.length <= field.leastRows;
    return created;
  }

  function pasteBox(): HTMLElement {
    const text = element('textarea', { rows: 6, 'aria-label': labels('pasteRows'), spellcheck: 'false' });
    const box = element('div', { class: 'paste', hidden: true },
      element('p', { class: 'help' }, `${labels('pasteHelp')} ${names.join(' · ')}`), text,
      element('div', { class: 'buttons' },
        button(labels('useRows'), () => { if (take(text.value)) box.hidden = true; }),
        button(labels('cancel'), () => { box.hidden = true; say(''); })));
    return box;
  }

  function take(text: string): boolean {
    const parsed = parseRows(field, text);
    if ('problem' in parsed) {
      say(`${labels(parsed.problem.code, parsed.problem.line)}${parsed.problem.text === undefined ? '' : ` ${parsed.problem.text}`}`);
      return false;
    }
    say('');
    change(parsed.rows);
    return true;
  }

  const open = button(labels('pasteRows'), () => {
    paste.hidden = !paste.hidden;
    if (!paste.hidden) paste.querySelector('textarea')?.focus();
  });
  return {
    root: element('fieldset', { class: 'field rows' },
      element('legend', {}, words.label),
      words.help !== undefined && element('p', { class: 'help' }, words.help),
      element('div', { class: 'table' }, element('table', {},
        element('thead', {}, element('tr', {}, ...names.map((name, index) => element('th', { scope: 'col', title: words.columns?.[columns[index]?.[0] ?? '']?.help ?? null }, name)), element('td', {}))), body)),
      problem,
      element('div', { class: 'buttons' }, add, open, button(labels('loadRows'), load), button(labels('saveRows'), () => { save(formatRows(field, rows)); }),
        exampleFile !== undefined && button(labels('openExample'), () => { openExample(exampleFile); })),
      paste),
    set: paint,
    take: (text) => { take(text); },
    setProblems(problems, textOf) {
      cells.forEach((row, index) => { row.forEach((cell, place) => {
        const own = problems.find((each) => each.row === index && each.column === columns[place]?.[0]);
        cell.setProblem(own && textOf(own));
      }); });
      const whole = problems.find(({ row }) => row === undefined);
      say(whole === undefined ? '' : textOf(whole));
    },
  };
}

export function button(text: string, onClick: () => void): HTMLButtonElement {
  const created = element('button', { type: 'button' }, text);
  created.addEventListener('click', onClick);
  return created;
}
