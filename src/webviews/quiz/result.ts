import type { EmptyView, ResultView } from '../protocol';
import { element } from '../shared/dom';
import { sectionLink } from './feedback';
import { pageButton, sign, type Frame } from './frame';

/** The end of a run: the score, what to read again, and where to go on. */
export function paintResult(view: ResultView, frame: Frame): HTMLElement {
  const { label, send } = frame;
  return element(
    'div',
    { class: 'result' },
    element('progress', { 'aria-label': label('progress'), value: view.total, max: Math.max(1, view.total) }),
    element('h2', { class: 'place verdict', tabindex: -1 }, view.passed !== null && sign(view.passed), view.score),
    element('p', { class: 'outcome' }, view.verdict),
    view.entries.length > 0 && element('section', { 'aria-labelledby': 'by-entry' }, element('h3', { id: 'by-entry' }, label('byEntry')), element('ul', { class: 'entries' },
      ...view.entries.map(({ title, score, passed }) => element('li', {}, sign(passed), element('span', { class: 'title' }, title), element('span', { class: 'score' }, `${score}, ${label(passed ? 'passed' : 'notPassed')}`))))),
    view.again.length > 0 && element('section', { 'aria-labelledby': 'again' }, element('h3', { id: 'again' }, label('readAgain')), element('ul', { class: 'again' },
      ...view.again.map((link) => element('li', {}, sectionLink(link, frame))))),
    view.comesBack !== '' && element('p', { class: 'comes-back' }, view.comesBack),
    element('div', { class: 'actions' },
      pageButton(label('continue'), () => { send({ type: 'act', action: 'continue' }); }, { class: 'primary' }),
      view.retry.wrong && pageButton(label('tryWrong'), () => { send({ type: 'again', which: 'wrong' }); }),
      view.retry.all && pageButton(label('tryAll'), () => { send({ type: 'again', which: 'all' }); })),
  );
}

/** Nothing to ask: why, and what to do instead. */
export function paintEmpty({ title, text, action }: EmptyView, { label, send }: Frame): HTMLElement {
  return element(
    'div',
    { class: 'empty' },
    element('h2', { class: 'place', tabindex: -1 }, title),
    element('p', {}, text),
    element('div', { class: 'actions' },
      pageButton(label(action), () => { send({ type: 'act', action }); }, { class: 'primary' }),
      pageButton(label('continue'), () => { send({ type: 'act', action: 'continue' }); })),
  );
}
