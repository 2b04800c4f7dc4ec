import type { EmergencyContent, EmergencyStepContent, FromEmergency, ToEmergency } from '../protocol';
import { element, labelFrom } from '../shared/dom';
import { clockText } from './clock';
import type { EmergencySection } from './sections';

type Shown = Extract<ToEmergency, { type: 'show' }>;
type Send = (message: FromEmergency) => void;

/**
 * Paints a playbook.
 *
 * @param isOpen which sections are unfolded, where the person has been here before
 */
export function paintEmergency(root: HTMLElement, shown: Shown, sections: readonly EmergencySection[], send: Send, isOpen?: (section: string) => boolean): void {
  const { content } = shown;
  const label = labelFrom(shown.labels);
  root.replaceChildren(
    element(
      'header',
      { class: 'bar' },
      element('h1', { tabindex: -1 }, content.title),
      element('span', { class: 'ended', hidden: true }, label('ended')),
      // A screen reader tells the time when it is asked, not every second.
      element('span', { class: 'clock', role: 'timer', 'aria-live': 'off', 'aria-label': label('clock') }),
    ),
    element('div', { class: 'actions' }),
    element('p', { class: 'others', hidden: true }),
    paintRelief(content.relief, label),
    element(
      'section',
      { class: 'first', 'aria-labelledby': 'first-five-minutes' },
      element('h2', { id: 'first-five-minutes' }, label('steps')),
      element('ol', { class: 'steps', lang: 'en' }, ...content.steps.map((step) => paintStep(step, content.playbook, send))),
    ),
    element('article', { lang: 'en' }, ...sections.map((section) => paintSection(section, isOpen?.(section.id) ?? section.open))),
  );
  updateIncident(root, shown, send);
}

/** Brings clock, checks and buttons up to date, and leaves everything else as the person has it. */
export function updateIncident(root: HTMLElement, shown: Shown, send: Send): void {
  const { incident, content } = shown;
  const label = labelFrom(shown.labels);
  const ended = root.querySelector<HTMLElement>('.ended');
  if (ended) ended.hidden = incident.state !== 'ended';
  root.querySelector('.clock')?.setAttribute('title', incident.started ?? '');
  for (const { id } of content.steps) {
    const row = document.getElementById(`row-${id}`);
    const box = row?.querySelector('input');
    const time = row?.querySelector('.checked-at');
    const checkedAt = incident.checks[id];
    if (!row || !box || !time) continue;
    row.classList.toggle('done', checkedAt !== undefined);
    box.checked = checkedAt !== undefined;
    box.disabled = incident.state === 'ended';
    const text = checkedAt === undefined ? '' : clockText(checkedAt);
    time.replaceChildren(
      element('span', { 'aria-hidden': 'true' }, text === '' ? '' : `+${text}`),
      element('span', { class: 'visually-hidden' }, text === '' ? '' : label('checkedAt').replace('{0}', text)),
    );
  }
  paintActions(root, shown, label, send);
  paintOthers(root, shown, label, send);
}

/** Puts the focus on the first step that is not checked: the next thing to do is one key away. */
export function focusNextStep(root: HTMLElement): void {
  root.querySelector<HTMLElement>('.steps input:not(:checked):not(:disabled)')?.focus({ preventScroll: true });
}

/** The ids of the sections that are unfolded. */
export function openSections(root: HTMLElement): string[] {
  return [...root.querySelectorAll('details.section[open]')].map(({ id }) => id);
}

function paintRelief({ action, time, risk }: EmergencyContent['relief'], label: (key: string) => string): HTMLElement {
  return element(
    'section',
    { class: 'relief', 'aria-label': label('relief') },
    element('h2', {}, label('relief')),
    element('p', { class: 'action', lang: 'en' }, `${action}.`),
    element('p', { class: 'cost' }, `${label('reliefTime').replace('{0}', time)} · ${label('reliefRisk').replace('{0}', risk)}`),
  );
}

function paintStep(step: EmergencyStepContent, playbook: string, send: Send): HTMLElement {
  const box = element('input', { type: 'checkbox', id: `step-${step.id}`, 'aria-describedby': `time-${step.id}` });
  box.addEventListener('change', () => { send({ type: 'check', playbook, step: step.id, on: box.checked }); });
  return element(
    'li',
    { id: `row-${step.id}` },
    box,
    element('label', { for: `step-${step.id}` }, ...step.parts.map(paintPart)),
    element('span', { class: 'checked-at', id: `time-${step.id}` }),
  );
}

function paintPart(part: EmergencyStepContent['parts'][number]): Node {
  switch (part.type) {
    case 'text': return document.createTextNode(part.text);
    case 'code': return element('code', {}, part.text);
    case 'link': return element('a', { href: `entry:${part.entry}`, 'data-entry': part.entry, 'data-section': part.section }, part.text);
  }
}

function paintSection({ id, title, html }: EmergencySection, open: boolean): HTMLElement {
  const body = element('div', { class: 'body' });
  // The one place where markup is set: `html` is made by the core's renderer, which escapes all that it is given.
  body.innerHTML = html;
  return element('details', { class: 'section', id, open }, element('summary', {}, element('h2', {}, title)), body);
}

function paintActions(root: HTMLElement, { incident, content }: Shown, label: (key: string) => string, send: Send): void {
  const { playbook } = content;
  const wanted: readonly (readonly [key: string, message: FromEmergency])[] = [
    ...(incident.state === 'none' ? [] : [[incident.notes ? 'openNotes' : 'startNotes', { type: 'openNotes' }] as const]),
    ...(incident.state === 'none' ? [['start', { type: 'incident', playbook, change: 'start' }] as const] : []),
    ...(incident.state === 'running'
      ? [['changePlaybook', { type: 'changePlaybook', playbook: null }] as const, ['end', { type: 'incident', playbook, change: 'end' }] as const]
      : []),
    ...(incident.state === 'ended'
      ? [['resume', { type: 'incident', playbook, change: 'resume' }] as const, ['restart', { type: 'incident', playbook, change: 'start' }] as const]
      : []),
  ];
  const target = root.querySelector('.actions');
  // The same buttons stay as they are, or the focus would be lost with them.
  const before = [...(target?.children ?? [])].map((each) => each.getAttribute('data-action')).join();
  if (!target || before === wanted.map(([key]) => key).join()) return;
  const hadFocus = target.contains(document.activeElement);
  target.replaceChildren(...wanted.map(([key, message], index) => {
    const button = element('button', { type: 'button', 'data-action': key, class: index === 0 ? 'primary' : null }, label(key));
    button.addEventListener('click', () => { send(message); });
    return button;
  }));
  if (hadFocus) target.querySelector('button')?.focus();
}

function paintOthers(root: HTMLElement, { incident }: Shown, label: (key: string) => string, send: Send): void {
  const target = root.querySelector<HTMLElement>('.others');
  if (!target || target.dataset['shown'] === JSON.stringify(incident.others)) return;
  target.dataset['shown'] = JSON.stringify(incident.others);
  target.hidden = incident.others.length === 0;
  target.replaceChildren(label('others'), ...incident.others.flatMap(({ playbook, title }) => {
    const button = element('button', { type: 'button', class: 'link' }, title);
    button.addEventListener('click', () => { send({ type: 'changePlaybook', playbook }); });
    return [' ', button];
  }));
}
