/** One path: facts, plan, weeks. */
import type { LearningPathContent } from '../protocol';
import { element } from '../shared/dom';
import { button, dropdown } from '../shared/toolkit';
import { actionLink, progressBar, section, setText, type Around, type Part } from './part';
import { weekPart } from './week';

export function pathPart(path: LearningPathContent, around: Around): Part<LearningPathContent> {
  const { label, send, keepOpen } = around;
  const bar = progressBar(label('progress'));
  const action = button('', 'primary', () => { send({ type: 'follow', path: path.id }); });
  action.id = 'follow';
  const complete = element('p', { class: 'finished' }, `✓ ${label('complete')}`);
  const followed = element('span', { class: 'badge' }, label('followed'));
  const plan = planPart(path, around);
  const weeks = path.weeks.map((week, index) => weekPart(week, index, path.id, around));
  const list = element('div', {}, ...weeks.map(({ node }) => node));
  // "toggle" does not bubble, and says also what the page itself has opened.
  list.addEventListener('toggle', () => {
    keepOpen(path.id, path.weeks.filter((_week, index) => weeks[index]?.node.hasAttribute('open')).map(({ key }) => key));
  }, true);
  return {
    node: element(
      'div',
      {},
      element('nav', { 'aria-label': label('allPaths') }, actionLink(`‹ ${label('allPaths')}`, { id: 'all-paths' }, () => { send({ type: 'showPath', path: null }); })),
      element('header', {}, element('h1', { tabindex: -1 }, path.title, followed), element('p', { class: 'summary' }, path.summary), bar.node, element('div', { class: 'next' }, action, complete)),
      element('dl', { class: 'facts' }, ...path.facts.map(({ name, value }) => element('div', {}, element('dt', {}, name), element('dd', {}, value)))),
      path.prerequisites.length > 0 && element(
        'details',
        { class: 'prerequisites' },
        element('summary', {}, label('prerequisites')),
        element('ul', {}, ...path.prerequisites.map((parts) => element('li', {}, ...parts.map(({ text, path: other }) => (
          other === null ? document.createTextNode(text) : actionLink(text, {}, () => { send({ type: 'showPath', path: other }); })
        ))))),
      ),
      plan.node,
      section('weeks', label('weeks'), list),
    ),
    update(next) {
      bar.update(next);
      followed.hidden = !next.followed;
      action.hidden = next.action === null;
      action.textContent = next.action ?? '';
      complete.hidden = next.action !== null;
      plan.update(next);
      next.weeks.forEach((week, index) => { weeks[index]?.update(week); });
    },
  };
}

/** Years that a date picker gives while somebody is still typing one. */
const SENSIBLE = /^2[01]\d\d-/;

function planPart(path: LearningPathContent, { label, send }: Around): Part<LearningPathContent> {
  const start = element('input', { type: 'date', id: 'start' });
  start.addEventListener('change', () => {
    if (SENSIBLE.test(start.value)) send({ type: 'setStart', path: path.id, start: start.value });
  });
  const clear = button(label('clearDates'), 'secondary', () => {
    // The button goes with the dates; the focus stays beside it.
    start.focus();
    send({ type: 'setStart', path: path.id, start: '' });
  });
  const text = element('p', { id: 'plan-text', 'aria-live': 'polite' });
  return {
    node: section(
      'plan',
      label('plan'),
      element(
        'div',
        { class: 'plan' },
        element('div', {}, element('span', { class: 'name', 'aria-hidden': 'true' }, label('pace')), dropdown(label('pace'), 'choose-pace', path.paces, path.pace, (pace) => { send({ type: 'selectPace', path: path.id, pace }); })),
        element('div', {}, element('label', { class: 'name', for: 'start' }, label('start')), start),
        clear,
      ),
      text,
    ),
    update({ plan }) {
      if (start.value !== plan.start && document.activeElement !== start) start.value = plan.start;
      clear.hidden = plan.start === '';
      setText(text, plan.text);
    },
  };
}
