import type { FromLearning, LearningContent, LearningItem, ToLearning } from '../protocol';
import { element, labelFrom, withCode } from '../shared/dom';
import { button, checkbox, dropdown, setChecked } from '../shared/toolkit';
import { revealItem } from './reveal';

type Shown = Extract<ToLearning, { type: 'show' }>;
type Send = (message: FromLearning) => void;
type Label = (key: string, ...values: readonly (string | number)[]) => string;

/** Paints the page for a path at a pace. */
export function paintLearning(root: HTMLElement, shown: Shown, send: Send): void {
  const { path, paths, milestones } = shown.content;
  const label = labeller(shown);
  root.replaceChildren(
    element(
      'header',
      {},
      paths.length > 1 && dropdown(label('path'), 'choose-path', paths.map(({ id, title }) => ({ id, label: title })), path.id, (id) => { send({ type: 'selectPath', path: id }); }),
      element('h1', { tabindex: -1 }, path.title),
      element('p', { class: 'summary' }, path.summary),
      element('div', { class: 'progress', id: 'path-progress' }),
      element('div', { class: 'next', id: 'path-next' }),
    ),
    element(
      'dl',
      { class: 'facts' },
      ...path.facts.map(({ name, value }) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
    path.prerequisites.length > 0
      ? element('details', { class: 'prerequisites' }, element('summary', {}, label('prerequisites')), element('ul', {}, ...path.prerequisites.map((text) => element('li', {}, text))))
      : '',
    element('section', { 'aria-labelledby': 'milestones' }, element('h2', { id: 'milestones' }, label('milestones')), element('ul', { class: 'milestones' }, ...milestones.map((milestone) => paintMilestone(milestone, label, send)))),
    element(
      'section',
      { 'aria-labelledby': 'weeks' },
      element('h2', { id: 'weeks' }, label('weeks')),
      element(
        'div',
        { class: 'pace' },
        element('span', { 'aria-hidden': 'true' }, label('pace')),
        dropdown(label('pace'), 'choose-pace', path.paces, path.pace, (pace) => { send({ type: 'selectPace', path: path.id, pace }); }),
      ),
      ...path.weeks.map((week, index) => paintWeek(week, index, path.id, label, send)),
    ),
  );
  updateLearning(root, shown, send);
}

/** Brings check marks, bars and figures up to date, and leaves everything else as the reader has it. */
export function updateLearning(root: HTMLElement, shown: Shown, send?: Send): void {
  const { path, milestones } = shown.content;
  const label = labeller(shown);
  root.querySelector('#path-progress')?.replaceChildren(
    bar(label('progress'), path.minutesDone, path.minutesTotal),
    element('span', {}, path.progressText),
  );
  paintNext(root, shown, label, send);
  path.weeks.forEach((week, index) => {
    const details = root.querySelector(`#week-${index}`);
    details?.classList.toggle('done', week.done);
    const text = details?.querySelector('.week-progress');
    if (text) text.textContent = week.progressText;
    for (const item of week.items) {
      const row = document.getElementById(`item-${item.id}`);
      row?.classList.toggle('done', item.done);
      const box = row?.querySelector('vscode-checkbox');
      if (box) setChecked(box, item.done);
    }
  });
  for (const milestone of milestones) {
    const row = document.getElementById(`milestone-${milestone.id}`);
    if (row) updateMilestone(row, milestone, label);
  }
}

/** Whether anything of the path is done: before that there is nothing to continue. */
function begun({ content }: Shown): boolean {
  return content.path.weeks.some(({ items }) => items.some(({ done }) => done));
}

function paintNext(root: HTMLElement, shown: Shown, label: Label, send: Send | undefined): void {
  const target = root.querySelector<HTMLElement>('#path-next');
  if (!target) return;
  const { next } = shown.content.path;
  const existing = target.querySelector('vscode-button');
  if (next === null) {
    target.replaceChildren(element('p', {}, label('complete')));
  } else if (existing) {
    existing.textContent = label(begun(shown) ? 'continue' : 'start', next.title);
    existing.setAttribute('data-item', next.id);
  } else if (send || target.childElementCount > 0) {
    const created = button(label(begun(shown) ? 'continue' : 'start', next.title), 'primary', () => { revealItem(created.dataset['item'] ?? ''); });
    created.dataset['item'] = next.id;
    target.replaceChildren(created);
  }
}

function paintWeek(week: LearningContent['path']['weeks'][number], index: number, path: string, label: Label, send: Send): HTMLElement {
  return element(
    'details',
    { class: 'week', id: `week-${index}`, open: week.current },
    element('summary', {}, element('h3', {}, week.title), element('span', { class: 'week-progress' })),
    week.goal !== null && element('p', { class: 'goal' }, week.goal),
    element('ul', { class: 'items' }, ...week.items.map((item) => paintItem(item, path, label, send))),
  );
}

function paintItem(item: LearningItem, path: string, label: Label, send: Send): HTMLElement {
  const { entry, brief } = item;
  const title = entry === null
    ? element('span', { class: 'title' }, item.title)
    : element('a', { class: 'title', href: `entry:${entry}` }, item.title);
  if (entry !== null) {
    title.addEventListener('click', (event) => {
      event.preventDefault();
      send({ type: 'openEntry', entry });
    });
  }
  return element(
    'li',
    { id: `item-${item.id}`, class: `item type-${item.type}` },
    checkbox(item.done, `${item.title}: ${label('done')}`, (on) => { send({ type: 'check', path, item: item.id, on }); }),
    element(
      'div',
      { class: 'what' },
      title,
      element('span', { class: 'meta' }, `${item.typeLabel} · ${label('minutes', item.minutes)}`),
      brief && element(
        'details',
        { class: 'brief' },
        element('summary', {}, label('brief')),
        element('p', {}, ...withCode(brief.task)),
        element('h4', {}, label('steps')),
        element('ol', {}, ...brief.steps.map((step) => element('li', {}, ...withCode(step)))),
        element('h4', {}, label('doneWhen')),
        element('ul', {}, ...brief.doneWhen.map((condition) => element('li', {}, ...withCode(condition)))),
      ),
    ),
  );
}

type Milestone = LearningContent['milestones'][number];

function paintMilestone(milestone: Milestone, label: Label, send: Send): HTMLElement {
  const { id, title, description, declared } = milestone;
  return element(
    'li',
    { id: `milestone-${id}` },
    declared
      ? checkbox(milestone.complete, label('declare'), (on) => { send({ type: 'declare', milestone: id, on }); })
      : element('span', { class: 'state', 'aria-hidden': 'true' }),
    element('div', {}, element('strong', {}, title), element('p', { class: 'count' }), element('p', {}, description)),
  );
}

function updateMilestone(row: HTMLElement, milestone: Milestone, label: Label): void {
  row.classList.toggle('reached', milestone.complete);
  const count = row.querySelector('.count');
  if (count) count.textContent = milestone.complete ? label('reached') : label('pending', milestone.done, milestone.total);
  const state = row.querySelector('.state');
  if (state) state.textContent = milestone.complete ? '✓' : '';
  const box = row.querySelector('vscode-checkbox');
  if (box) setChecked(box, milestone.complete);
}

function bar(label: string, value: number, total: number): HTMLElement {
  return element('progress', { 'aria-label': label, value, max: Math.max(1, total) });
}

/** Labels with `{0}` and `{1}` filled in. */
function labeller(shown: Shown): Label {
  const plain = labelFrom(shown.labels);
  return (key, ...values) => plain(key).replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}
