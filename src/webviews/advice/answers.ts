import type { AdviceContent, AnswerField } from '../protocol';
import { element } from '../shared/dom';
import { dropdown } from '../shared/toolkit';
import type { Label, Send } from './paint';

const NOT_SURE = '';

/** The answers as a list that opens: each can be changed, and the advice follows at once. */
export function paintAnswers(content: AdviceContent, label: Label, send: Send, open: boolean): HTMLElement {
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
    element('div', { class: 'fields' }, ...content.fields.filter(({ options }) => options.length > 0).map((field) => paintField(field, label, send))),
  );
}

function paintField(field: AnswerField, label: Label, send: Send): HTMLElement {
  if (field.many) return paintBoxes(field, send);
  const chosen = field.options.find(({ selected }) => selected)?.id ?? NOT_SURE;
  return element(
    'div',
    { class: 'field' },
    element('span', { class: 'field-title', 'aria-hidden': 'true' }, field.title),
    dropdown(field.title, `answer-${field.question}`, [...field.options, { id: NOT_SURE, label: label('notSure') }], chosen, (id) => {
      send({ type: 'answer', question: field.question, answers: id === NOT_SURE ? [] : [id] });
    }),
  );
}

function paintBoxes(field: AnswerField, send: Send): HTMLElement {
  const boxes = field.options.map((option) => {
    const box = element('input', { type: 'checkbox', id: `answer-${field.question}-${option.id}`, value: option.id, checked: option.selected });
    box.addEventListener('change', () => {
      send({ type: 'answer', question: field.question, answers: boxes.filter(({ checked }) => checked).map(({ value }) => value) });
    });
    return box;
  });
  return element(
    'fieldset',
    { class: 'field many' },
    element('legend', {}, field.title),
    ...boxes.map((box, index) => element('label', {}, box, ` ${field.options[index]?.label ?? ''}`)),
  );
}
