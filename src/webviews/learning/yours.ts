/** What belongs to the learner rather than to a path: the last weeks, the milestones, and the progress as data. */
import type { LearningContent } from '../protocol';
import { element } from '../shared/dom';
import { button, checkbox, setChecked } from '../shared/toolkit';
import { section, setText, type Action, type Around, type Part } from './part';

type Milestone = LearningContent['milestones'][number];

export function yoursPart(content: LearningContent, around: Around): Part<LearningContent> {
  const { label, send } = around;
  const history = historyPart(around);
  const milestones = content.milestones.map((milestone) => milestonePart(milestone, around));
  const path = content.path?.id ?? null;
  const actions = (['export', 'import', 'reset', 'certificate'] as const).map((action: Action) => {
    const created = button(label(action), 'secondary', () => { send({ type: 'run', action, path }); });
    created.id = `run-${action}`;
    return created;
  });
  const certificate = actions[3];
  return {
    node: element(
      'div',
      {},
      history.node,
      section('milestones', label('milestones'), element('ul', { class: 'cards milestones' }, ...milestones.map(({ node }) => node))),
      section('yours', label('yours'), element('p', {}, label('yoursText')), element('div', { class: 'actions' }, ...actions)),
    ),
    update(next) {
      history.update(next.history);
      next.milestones.forEach((milestone, index) => { milestones[index]?.update(milestone); });
      if (certificate) certificate.hidden = !next.certificate;
    },
  };
}

function historyPart({ label }: Around): Part<LearningContent['history']> {
  const text = element('p', { id: 'history-text' });
  const chart = element('div', { class: 'chart', 'aria-hidden': 'true' });
  const rows = element('tbody');
  const head = ['week', 'items', 'time', 'quizzes', 'answers'].map((key) => element('th', { scope: 'col' }, label(key)));
  const table = element(
    'details',
    { class: 'as-table' },
    element('summary', {}, label('asTable')),
    element('div', { class: 'table' }, element('table', {}, element('caption', { class: 'visually-hidden' }, label('history')), element('thead', {}, element('tr', {}, ...head)), rows)),
  );
  return {
    node: section('history', label('history'), text, chart, table),
    update({ text: sentence, weeks }) {
      text.textContent = sentence;
      const most = Math.max(60, ...weeks.map(({ minutes }) => minutes));
      chart.replaceChildren(...weeks.map(({ label: name, minutes, time }) => {
        const bar = element('div', { class: 'bar' });
        bar.style.height = `${(100 * minutes) / most}%`;
        return element('div', { class: 'column', title: `${name}: ${time}` }, element('div', { class: 'space' }, minutes > 0 && element('span', { class: 'value' }, time), bar), element('span', { class: 'day' }, name));
      }));
      rows.replaceChildren(...weeks.map(({ label: name, items, time, quizzes, answers }) => element(
        'tr',
        {},
        element('th', { scope: 'row' }, name),
        ...[items, time, quizzes, answers].map((cell) => element('td', {}, String(cell))),
      )));
    },
  };
}

function milestonePart({ id, title, description, declared, reached }: Milestone, { label, send }: Around): Part<Milestone> {
  const box = declared ? checkbox(reached, `${title}: ${label('done')}`, (on) => { send({ type: 'declare', milestone: id, on }); }) : undefined;
  const state = element('span', { class: 'state', 'aria-hidden': 'true' });
  const standing = element('p', { class: 'count' });
  const node = element('li', { class: 'card', id: `milestone-${id}` }, box ?? state, element('div', {}, element('strong', {}, title), standing, element('p', {}, description)));
  return {
    node,
    update(next) {
      node.classList.toggle('reached', next.reached);
      setText(standing, next.standing);
      state.textContent = next.reached ? '✓' : '';
      if (box) setChecked(box, next.reached);
    },
  };
}
