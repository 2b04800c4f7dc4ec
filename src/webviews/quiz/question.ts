import type { QuestionView, ShownAnswer } from '../protocol';
import { element, withCode } from '../shared/dom';
import { paintPlace, type Frame } from './frame';
import { paintOrdering } from './ordering';

/** The ways to answer, and how to read the answer that stands there. */
export interface AnswerField {
  readonly field: HTMLElement;
  readonly read: () => ShownAnswer;
}

/** A question with its ways to answer, and what was chosen before the page was hidden. */
export function paintQuestion(view: QuestionView, frame: Frame, draft: ShownAnswer | undefined): HTMLElement {
  const { field, read } = paintField(view, frame, draft);
  const form = element(
    'form',
    { class: `question ${view.input.type}`, novalidate: true },
    ...paintPlace(view, view.index, frame.label),
    element('h2', { id: 'question', class: 'place', tabindex: -1 }, ...withCode(view.text)),
    field,
    element('p', { id: 'problem', role: 'alert' }, view.problem ?? ''),
    element('div', { class: 'actions' }, element('button', { type: 'submit', class: 'primary' }, frame.label('check'))),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    frame.send({ type: 'check', index: view.index, shown: read() });
  });
  form.addEventListener('input', () => { frame.keepDraft(read()); });
  return form;
}

/** Says why the last try was no answer, and leaves everything else as the person has it. */
export function showProblem(root: HTMLElement, { problem }: QuestionView): void {
  const target = root.querySelector('#problem');
  // Saying the same again would not be read out again.
  if (target) target.textContent = '';
  requestAnimationFrame(() => { if (target) target.textContent = problem ?? ''; });
  const input = root.querySelector<HTMLInputElement>('#number');
  if (problem === null || !input) return;
  input.setAttribute('aria-invalid', 'true');
  input.focus();
  input.select();
}

function paintField({ input }: QuestionView, frame: Frame, draft: ShownAnswer | undefined): AnswerField {
  switch (input.type) {
    case 'single':
    case 'multiple': return paintOptions(input.type, input.options, frame, draft);
    case 'numeric': return paintNumber(input.unit, frame, draft);
    case 'ordering': return paintOrdering(input.items, frame, draft);
  }
}

function paintOptions(type: 'single' | 'multiple', options: readonly string[], { label }: Frame, draft: ShownAnswer | undefined): AnswerField {
  const chosen = draft && 'chosen' in draft ? draft.chosen : [];
  const inputs = options.map((_, place) =>
    element('input', { type: type === 'single' ? 'radio' : 'checkbox', name: 'answer', id: `option-${place}`, value: place, checked: chosen.includes(place) }));
  return {
    field: element(
      'fieldset',
      { class: 'options', role: type === 'single' ? 'radiogroup' : 'group', 'aria-labelledby': 'question hint', 'aria-describedby': 'problem' },
      element('p', { id: 'hint', class: 'hint' }, label(type)),
      ...options.map((text, place) => element('label', { class: 'option' }, inputs[place] ?? '', element('span', {}, ...withCode(text)))),
    ),
    read: () => ({ chosen: inputs.flatMap((input, place) => (input.checked ? [place] : [])) }),
  };
}

function paintNumber(unit: string, { label }: Frame, draft: ShownAnswer | undefined): AnswerField {
  const input = element('input', {
    type: 'text', id: 'number', name: 'answer', inputmode: 'decimal', autocomplete: 'off', spellcheck: 'false', maxlength: 60,
    'aria-labelledby': 'number-label unit', 'aria-describedby': 'hint problem', value: draft && 'text' in draft ? draft.text : '',
  });
  return {
    field: element(
      'div',
      { class: 'number' },
      element('p', { id: 'hint', class: 'hint' }, label('numericHint')),
      element('label', { id: 'number-label', for: 'number' }, label('numeric')),
      element('div', {}, input, element('span', { id: 'unit' }, unit)),
    ),
    read: () => ({ text: input.value }),
  };
}
