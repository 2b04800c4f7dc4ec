/** All paths in their groups, under what is best to do now. */
import type { LearningOverview } from '../protocol';
import { element } from '../shared/dom';
import { button } from '../shared/toolkit';
import { actionLink, progressBar, section, setText, type Around, type Part } from './part';

type PathOverview = LearningOverview['groups'][number]['paths'][number];

export function overviewPart(overview: LearningOverview, { label, send }: Around): Part<LearningOverview> {
  const title = element('strong');
  const about = element('span', { class: 'meta' });
  const reason = element('p');
  const go = button(label('go'), 'primary', () => { send({ type: 'next' }); });
  go.id = 'go';
  const cards = overview.groups.flatMap(({ paths }) => paths.map((path) => [path.id, cardPart(path, { label, send })] as const));
  const cardOf = new Map(cards);
  return {
    node: element(
      'div',
      {},
      element('header', {}, element('h1', { tabindex: -1 }, label('learning'))),
      section('next', label('next'), element('div', { class: 'what-next' }, element('div', {}, element('p', {}, title, about), reason), go)),
      ...overview.groups.map(({ id, title: name, paths }) =>
        section(`group-${id}`, name, element('ul', { class: 'cards paths' }, ...paths.flatMap((path) => cardOf.get(path.id)?.node ?? [])))),
    ),
    update({ next, groups }) {
      title.textContent = next.title;
      setText(about, next.about);
      setText(reason, next.reason);
      // Many buttons "Go" would say nothing; this one says where.
      go.setAttribute('aria-label', `${label('go')}: ${next.title}`);
      for (const path of groups.flatMap(({ paths }) => paths)) cardOf.get(path.id)?.update(path);
    },
  };
}

function cardPart(path: PathOverview, { label, send }: Pick<Around, 'label' | 'send'>): Part<PathOverview> {
  const bar = progressBar(`${label('progress')}: ${path.title}`);
  const mark = element('span', { class: 'badge' }, label('followed'));
  const about = element('p', { class: 'meta' });
  const action = button('', 'secondary', () => { send({ type: 'follow', path: path.id }); });
  action.id = `follow-${path.id}`;
  const done = element('span', { class: 'finished' });
  const node = element(
    'li',
    { class: 'card path', id: `path-${path.id}` },
    element('h3', {}, actionLink(path.title, { id: `open-${path.id}` }, () => { send({ type: 'showPath', path: path.id }); }), mark),
    about,
    element('p', {}, path.summary),
    bar.node,
    element('div', { class: 'actions' }, action, done),
  );
  return {
    node,
    update(next) {
      const complete = next.state === 'complete';
      node.classList.toggle('complete', complete);
      mark.hidden = !next.followed;
      about.textContent = next.about;
      bar.update(next);
      bar.node.hidden = next.state === 'not-started';
      action.hidden = complete;
      action.textContent = next.action;
      action.setAttribute('aria-label', `${next.action}: ${next.title}`);
      setText(done, complete ? `✓ ${next.action}` : null);
    },
  };
}
