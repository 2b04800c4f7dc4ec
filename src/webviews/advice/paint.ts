import type { AdviceCard, AdviceContent, ComparisonTable, EntryLink, FromAdvice, ToAdvice } from '../protocol';
import { announcer, calculatorList, element, entryLink, labelFrom } from '../shared/dom';
import { button } from '../shared/toolkit';
import { paintAnswers } from './answers';
import { paintGraph } from './graph';

type Shown = Extract<ToAdvice, { type: 'show' }>;
export type Send = (message: FromAdvice) => void;
export type Label = (key: string) => string;
/** Gives an answer, or takes it back. */
export type Change = (question: string, answer: string, on: boolean) => void;

/** What stays from one painting to the next. */
export interface Painting {
  readonly send: Send;
  readonly change: Change;
  /** Whether the list of answers is open, as the person left it. */
  readonly answersOpen: boolean;
  /** Ids of the patterns that are ticked to be compared; what is no longer shown is taken out. */
  readonly selected: Set<string>;
}

export function paintAdvice(root: HTMLElement, { content, labels }: Shown, { send, change, answersOpen, selected }: Painting): void {
  const label = labelFrom(labels);
  const empty = content.start.length === 0;
  const shown = new Set([...content.start, ...content.next].map((card) => card.link.id));
  for (const id of selected) if (!shown.has(id)) selected.delete(id);
  const compare = button(label('compareSelected'), 'secondary', () => { send({ type: 'compare', entries: [...selected] }); });
  const refresh = (): void => { compare.toggleAttribute('disabled', selected.size < 2 || selected.size > 4); };
  refresh();
  const select = (id: string, on: boolean): void => {
    if (on) selected.add(id);
    else selected.delete(id);
    refresh();
  };
  const cards = (list: readonly AdviceCard[], first: number): HTMLElement[] =>
    list.map((card, index) => paintCard(card, first + index, label, send, { chosen: selected.has(card.link.id), select }));

  const painted: readonly Child[] = [
    element('header', {}, element('h1', { tabindex: -1 }, label('title')), element('p', { class: 'verdict' }, content.verdict)),
    announcer('moves', content.announcement),
    actions(label, send, empty),
    paintAnswers(content, label, change, answersOpen),
    content.gone.length > 0 && element('p', { class: 'gone' }, `${label('gone')} ${content.gone.join(', ')}`),
    section('suspects', label('suspects'), content.suspects.length > 0 && [linkList(content.suspects, send)]),
    section('start', label('start'), content.start.length > 0 && [element('p', { class: 'load' }, content.load), element('div', { class: 'cards' }, ...cards(content.start, 1))]),
    section('next', label('next'), content.next.length > 0 && [element('div', { class: 'cards' }, ...cards(content.next, content.start.length + 1))]),
    content.more !== '' && element('p', { class: 'aside' }, content.more),
    shown.size > 1 && element('div', { class: 'compare' }, compare),
    section('not-now', label('notNow'), content.notNow.length > 0 && [linkList(content.notNow, send), content.moreNotNow !== '' && element('p', { class: 'aside' }, content.moreNotNow)]),
    section('trade-offs', label('tradeOffs'), content.tradeOffs && [paintTable(content.tradeOffs, label, send)]),
    section('prerequisites', label('prerequisites'), content.prerequisites && paintGraph(content.prerequisites, label)),
    section('case-studies', label('caseStudies'), content.caseStudies.length > 0 && [linkList(content.caseStudies, send)]),
    section('calculators', label('calculators'), content.calculators.length > 0 && [calculatorList(content.calculators, (calculator, query) => { send({ type: 'openCalculator', calculator, query }); })]),
    section('scale', label('scale'), content.scale && paintScale(content.scale, send)),
    section('open', label('open'), content.open.length > 0 && [element('ul', {}, ...content.open.map(({ title, text }) => element('li', {}, element('strong', {}, title), ` ${text}`)))]),
  ];
  root.replaceChildren(...painted.filter((child): child is Node | string => child !== null && child !== false));
}

/** Without a recommendation there is nothing to record: the way on is back to the questions. */
function actions(label: Label, send: Send, empty: boolean): HTMLElement {
  const copied = element('span', { class: 'copied', role: 'status' });
  const restart = button(label('restart'), empty ? 'primary' : 'secondary', () => { send({ type: 'act', action: 'restart' }); });
  return element(
    'div',
    { class: 'actions' },
    empty ? restart : button(label('record'), 'primary', () => { send({ type: 'act', action: 'record' }); }),
    button(label('copy'), 'secondary', () => {
      send({ type: 'act', action: 'copy' });
      copied.textContent = label('copied');
    }),
    button(label('document'), 'secondary', () => { send({ type: 'act', action: 'document' }); }),
    !empty && restart,
    copied,
  );
}

type Child = Node | string | null | false;

/** A section with a heading; nothing without content. */
function section(id: string, title: string, children: readonly Child[] | false | null): HTMLElement | null {
  if (children === false || children === null || children.length === 0) return null;
  return element('section', { id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title` }, title), ...children);
}

function paintCard(card: AdviceCard, place: number, label: Label, send: Send, compare: { readonly chosen: boolean; readonly select: (id: string, on: boolean) => void }): HTMLElement {
  const box = element('input', { type: 'checkbox', id: `compare-${card.link.id}`, checked: compare.chosen });
  box.addEventListener('change', () => { compare.select(card.link.id, box.checked); });
  const list = (className: string, title: string | null, items: readonly (string | Node)[]): HTMLElement | null =>
    items.length === 0 ? null : element('div', { class: className }, title !== null && element('h4', {}, title), element('ul', {}, ...items.map((item) => (typeof item === 'string' ? element('li', {}, item) : item))));
  return element(
    'article',
    { class: 'card', 'data-entry': card.link.id },
    element(
      'div',
      { class: 'card-heading' },
      element('span', { class: 'place', 'aria-hidden': 'true' }, String(place)),
      element('h3', {}, link(card.link, send)),
      element('span', { class: `badge ${card.badge.className}` }, card.badge.text),
      card.move && element('span', { class: `move ${card.move.direction}` }, card.move.text),
    ),
    element('p', { class: 'summary' }, card.link.summary),
    card.when !== null && element('p', { class: 'when' }, card.when),
    card.neededFor !== null && element('p', { class: 'needed' }, card.neededFor),
    list('reasons', null, card.reasons),
    list('mind', label('mind'), card.mind),
    list('alternatives', label('alternatives'), card.alternatives.map(({ link: other, because }) => element('li', {}, link(other, send), because === '' ? '' : `: ${because}`))),
    element(
      'p',
      { class: 'card-facts' },
      card.facts.join(' · '),
      element('label', { class: 'choose' }, box, ` ${label('compare')}`, element('span', { class: 'visually-hidden' }, ` ${card.link.title}`)),
    ),
  );
}

function link(target: EntryLink, send: Send): HTMLElement {
  return entryLink(target, (entry) => { send({ type: 'open', entry }); });
}

function linkList(items: readonly { readonly link: EntryLink; readonly text: string }[], send: Send): HTMLElement {
  return element('ul', { class: 'links' }, ...items.map((item) => element('li', {}, link(item.link, send), `. ${item.text}`)));
}

function paintTable({ columns, rows }: ComparisonTable, label: Label, send: Send): HTMLElement {
  // The roles stay when a narrow page stacks the cells, which takes them from elements that are no longer a table.
  const head = element('tr', { role: 'row' }, element('td', { role: 'cell' }), ...columns.map((column) => element('th', { scope: 'col', role: 'columnheader' }, link(column, send))));
  const body = rows.map(({ name, cells, differs }) => element(
    'tr',
    { role: 'row' },
    element('th', { scope: 'row', role: 'rowheader' }, name, differs && element('span', { class: 'visually-hidden' }, ` (${label('differs')})`)),
    ...cells.map((lines, index) => element('td', { role: 'cell', 'data-column': columns[index]?.title ?? '' }, lines.length > 1 ? element('ul', {}, ...lines.map((line) => element('li', {}, line))) : (lines[0] ?? ''))),
  ));
  return element('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': label('tradeOffs') }, element('table', { role: 'table' }, element('thead', { role: 'rowgroup' }, head), element('tbody', { role: 'rowgroup' }, ...body)));
}

function paintScale(scale: NonNullable<AdviceContent['scale']>, send: Send): Child[] {
  return [
    element('p', {}, scale.title),
    element('ol', {}, ...scale.patterns.map((pattern) => element('li', {}, link(pattern.link, send), pattern.note !== '' && element('span', { class: 'note' }, ` (${pattern.note})`)))),
    element('p', { class: 'aside' }, scale.nextStep),
  ];
}
