import type { FromQuiz, ShownAnswer } from '../protocol';
import { element } from '../shared/dom';

/** What every part of the page is given. */
export interface Frame {
  readonly label: (key: string) => string;
  readonly send: (message: FromQuiz) => void;
  /** Says something to whoever listens to the page instead of looking at it. */
  readonly announce: (text: string) => void;
  /** Keeps what is chosen or typed, until it is checked. */
  readonly keepDraft: (answer: ShownAnswer) => void;
}

/** A label with `{0}`, `{1}` … filled in. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}

export function pageButton(text: string, onClick: () => void, attributes: Readonly<Record<string, string | boolean>> = {}): HTMLButtonElement {
  const created = element('button', { type: 'button', ...attributes }, text);
  created.addEventListener('click', onClick);
  return created;
}

/** A sign beside words that say the same: for the eye only. */
export const sign = (right: boolean): HTMLElement => element('span', { class: right ? 'sign right' : 'sign wrong', 'aria-hidden': 'true' }, right ? '✓' : '✗');

/** Where the run stands: the place that has the focus when something new is shown. */
export function paintPlace({ index, total, position, about }: { readonly index: number; readonly total: number; readonly position: string; readonly about: string }, answered: number, label: Frame['label']): readonly HTMLElement[] {
  return [
    element('progress', { 'aria-label': label('progress'), value: answered, max: Math.max(1, total), 'data-index': index }),
    element('p', { class: 'position' }, element('span', {}, position), element('span', { class: 'about' }, about)),
  ];
}
