/** Inputs for single values: text that is read as a number with its unit, a choice, a switch. */
import type { Column } from '../../core/calculators/definition';
import { unitsOf } from '../../core/calculators/values';
import type { FieldWords } from '../../core/library/calculatorSchema';
import { element } from '../shared/dom';
import { unbroken } from './unbroken';

export type Labels = (key: string, ...values: readonly (string | number)[]) => string;

export interface Control {
  readonly root: HTMLElement;
  /** What is focused when somebody is led here. */
  readonly input: HTMLElement;
  set(typed: string): void;
  /** What is wrong, in a sentence; none takes the sentence away. */
  setProblem(text: string | undefined): void;
}

interface ControlOptions {
  /** Unique on the page. */
  readonly id: string;
  readonly field: Column;
  readonly words: FieldWords;
  readonly typed: string;
  readonly labels: Labels;
  readonly onChange: (typed: string) => void;
  /** In a table the header names it, and help would not fit. */
  readonly inCell?: string;
  /** It stands in an earlier part too, where its help is. */
  readonly again?: boolean;
}

/** A field with its label, its help and a place for what is wrong with it. */
export function control(options: ControlOptions): Control {
  const { id, field, words, labels, inCell } = options;
  const input = inputFor(options);
  const problem = element('p', { id: `${id}-problem`, class: 'problem', hidden: true });
  const help = inCell === undefined ? helpFor(options) : [];
  input.id = id;
  input.setAttribute('aria-describedby', [...help.map((each) => each.id), problem.id].join(' '));
  if (inCell !== undefined) input.setAttribute('aria-label', inCell);
  const isFlag = field.kind === 'flag';
  const label = inCell === undefined ? element('label', { for: id, class: isFlag ? 'flag' : null }, ...labelTexts(words), field.kind === 'number' && field.optional && element('span', { class: 'optional' }, ` · ${labels('optional')}`)) : false;
  return {
    root: element('div', { class: `field ${field.kind}` }, !isFlag && label, isFlag ? element('div', { class: 'flag-row' }, input, label) : input, problem, ...help),
    input,
    set(typed) {
      if (input instanceof HTMLInputElement && input.type === 'checkbox') input.checked = typed === 'true';
      else if (input.value !== typed) input.value = typed;
    },
    setProblem(text) {
      problem.hidden = text === undefined;
      if (problem.textContent !== (text ?? '')) problem.textContent = text ?? '';
      if (text === undefined) input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
    },
  };
}

function labelTexts({ label, symbol, per }: FieldWords): readonly (Node | string)[] {
  return [label, ...(per === undefined ? [] : [` ${per}`]), ...(symbol === undefined ? [] : [' ', element('span', { class: 'symbol' }, symbol)])];
}

function helpFor({ id, field, words, labels, again }: ControlOptions): readonly HTMLElement[] {
  const units = field.kind === 'number' ? unitsOf(field) : '';
  return [
    ...(words.help === undefined || again === true ? [] : [element('p', { id: `${id}-help`, class: 'help' }, unbroken(words.help))]),
    // Only where there is a choice of them; shown while the field has the focus.
    ...(units.includes(',') ? [element('p', { id: `${id}-units`, class: 'help units' }, labels('units', units))] : []),
  ];
}

function inputFor({ field, words, typed, onChange, inCell }: ControlOptions): HTMLInputElement | HTMLSelectElement {
  if (field.kind === 'choice') {
    const select = element('select', {}, ...field.options.map((option) => element('option', { value: option, selected: option === typed }, words.options?.[option] ?? option)));
    select.addEventListener('change', () => { onChange(select.value); });
    return select;
  }
  if (field.kind === 'flag') {
    const box = element('input', { type: 'checkbox', checked: typed === 'true' });
    box.addEventListener('change', () => { onChange(String(box.checked)); });
    return box;
  }
  const input = element('input', { type: 'text', value: typed, spellcheck: 'false', autocomplete: 'off', size: inCell === undefined ? null : field.kind === 'number' ? 9 : 15, ...(field.kind === 'number' && { inputmode: 'decimal' }) });
  input.addEventListener('input', () => { onChange(input.value); });
  return input;
}
