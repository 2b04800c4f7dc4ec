import type { AdviceContent, AnswerField } from '../protocol';
import { element } from '../shared/dom';
import { dropdown } from '../shared/toolkit';
import type { Change, Label } from './paint';

const NOT_SURE = '';

/** The answers as a list that opens: each can be changed, and the advice follows at once. */
export function paintAnswers(content: AdviceContent, label: Label, change: Change, open: boolean): HTMLElement {
  return element(
    'details',
    { class: 'answers', open },
    element(
      'summary',
      {},
      element('strong', {}, label('answers')),
      ...content.answered.map((text) => element('span', { class: 'chip' }, text)),
      element('span', { class: 'hint' }, label('change')),
    ),
    element('div', { class: 'fields' }, ...content.fields.filter(({ options }) => options.length > 0).map((field) => paintField(field, label, change))),
  );
}

function paintField(field: AnswerField, label: Label, change: Change): HTMLElement {
  if (field.many) return paintBoxes(field, change);
  const chosen = field.options.find(({ selected }) => selected)?.id ?? NOT_SURE;
  return element(
    'div',
    { class: 'field' },
    element('span', { class: 'field-title', 'aria-hidden': 'true' }, field.title),
    dropdown(field.title, `answer-${field.question}`, [...field.options, { id: NOT_SURE, label: label('notSure') }], chosen, (id) => {
      if (id === NOT_SURE) change(field.question, chosen, false);
      else change(field.question, id, true);
    }),
  );
}

function paintBoxes(field: AnswerField, change: Change): HTMLElement {
  const boxes = field.options.map((option) => {
    const box = element('input', { type: 'checkbox', id: `answer-${field.question}-${option.id}`, value: option.id, checked: option.selected });
    box.addEventListener('change', () => { change(field.question, option.id, box.checked); });
    return box;
  });
  return element(
    'fieldset',
    { class: 'field many' },
    element('legend', {}, field.title),
    ...boxes.map((box, index) => element('label', {}, box, ` ${field.options[index]?.label ?? ''}`)),
  );
}
