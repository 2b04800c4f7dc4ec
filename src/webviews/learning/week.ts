/** A week of a path with its items. */
import type { LearningItem, LearningPathContent } from '../protocol';
import { element } from '../shared/dom';
import { button, checkbox, setChecked } from '../shared/toolkit';
import { actionLink, setText, type Around, type Part } from './part';

type Week = LearningPathContent['weeks'][number];

export function weekPart(week: Week, index: number, path: string, { label, send, wasOpen }: Around): Part<Week> {
  const dates = element('span', { class: 'dates' });
  const state = element('span', { class: 'badge' });
  const progress = element('span', { class: 'week-progress' });
  const move = button(label('move'), 'secondary', () => { send({ type: 'moveWeek', path, from: week.key }); });
  move.id = `move-${index}`;
  move.setAttribute('aria-label', label('moveFrom', week.title));
  const items = week.items.map((item) => itemPart(item, path, { label, send }));
  const node = element(
    'details',
    { class: 'week', id: `week-${index}`, open: week.current || wasOpen(path, week.key) },
    element('summary', {}, element('h3', {}, week.title), state, element('span', { class: 'about' }, dates, progress)),
    element('p', { class: 'goal' }, week.goal),
    element('ul', { class: 'items' }, ...items.map((item) => item.node)),
    element('div', { class: 'actions' }, move),
  );
  return {
    node,
    update(next) {
      node.classList.toggle('done', next.done);
      setText(dates, next.dates);
      setText(state, next.state);
      progress.textContent = next.progressText;
      move.hidden = !next.movable;
      next.items.forEach((item, position) => { items[position]?.update(item); });
    },
  };
}

function itemPart(item: LearningItem, path: string, { label, send }: Pick<Around, 'label' | 'send'>): Part<LearningItem> {
  const box = checkbox(item.done, `${item.title}: ${label('done')}`, (on) => { send({ type: 'check', path, item: item.id, on }); });
  const state = element('span', { class: 'state' });
  const node = element(
    'li',
    { id: `item-${item.id}`, class: `item type-${item.type}` },
    box,
    element(
      'div',
      { class: 'what' },
      actionLink(item.title, { class: 'title' }, () => { send({ type: 'openItem', path, item: item.id }); }),
      element('span', { class: 'meta' }, item.about),
      state,
    ),
  );
  return {
    node,
    update(next) {
      node.classList.toggle('done', next.done);
      setChecked(box, next.done);
      setText(state, next.state);
    },
  };
}
