import type { FromLearning, LearningAction, ToLearning } from '../protocol';
import { element, labelFrom } from '../shared/dom';

export type Shown = Extract<ToLearning, { type: 'show' }>;

/** A piece of the page that can be brought up to date where it stands, so that focus and scroll position stay. */
export interface Part<Content> {
  readonly node: HTMLElement;
  readonly update: (content: Content) => void;
}

/** A label by key, with `{0}` and `{1}` filled in. */
export type Label = (key: string, ...values: readonly (string | number)[]) => string;

/** What every piece is given: words, a line to the host, and what the page remembers. */
export interface Around {
  readonly label: Label;
  readonly send: (message: FromLearning) => void;
  /** Whether a week was open when the page was last seen. */
  readonly wasOpen: (path: string, week: string) => boolean;
  /** Remembers which weeks of the path are open. */
  readonly keepOpen: (path: string, weeks: readonly string[]) => void;
}
export type Action = LearningAction;

export function labeller(shown: Shown): Label {
  const plain = labelFrom(shown.labels);
  return (key, ...values) => plain(key).replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}

/** A bar with its words. */
export function progressBar(name: string): Part<{ readonly progressText: string; readonly minutesDone: number; readonly minutesTotal: number }> {
  const bar = element('progress', { 'aria-label': name });
  const text = element('span');
  return {
    node: element('div', { class: 'progress' }, bar, text),
    update({ progressText, minutesDone, minutesTotal }) {
      bar.max = Math.max(1, minutesTotal);
      bar.value = minutesDone;
      // A default attribute too: without it an empty bar says that the amount is unknown.
      bar.setAttribute('value', String(minutesDone));
      text.textContent = progressText;
    },
  };
}

/** A link that the page answers itself. */
export function actionLink(text: string, attributes: Readonly<Record<string, string>>, onClick: () => void): HTMLAnchorElement {
  const created = element('a', { href: '#', ...attributes }, text);
  created.addEventListener('click', (event) => {
    event.preventDefault();
    onClick();
  });
  return created;
}

/** A section with its heading. */
export function section(id: string, title: string, ...children: readonly (HTMLElement | false)[]): HTMLElement {
  return element('section', { 'aria-labelledby': id }, element('h2', { id }, title), ...children);
}

/** Sets a text, and takes the element away where there is none. */
export function setText(target: HTMLElement, text: string | null): void {
  target.textContent = text ?? '';
  target.hidden = text === null || text === '';
}
