import type { BriefContent, BriefMarks, FromBrief, ToBrief } from '../protocol';
import { calculatorList, element, entryLink, labelFrom, withCode } from '../shared/dom';
import { paintLater } from './later';

export type Shown = Extract<ToBrief, { type: 'show' }>;

/** What the page does when a person does something. */
export interface BriefActions {
  readonly send: (message: FromBrief) => void;
  readonly tick: (index: number, on: boolean) => void;
  /** Opens so many hints, and the discussion or not. */
  readonly reveal: (hints: number, discussion: boolean) => void;
}

/** Paints a brief. `marks` are what the learner has ticked. */
export function paintBrief(root: HTMLElement, shown: Shown, marks: BriefMarks, actions: BriefActions): void {
  const { content } = shown;
  const label = labelFrom(shown.labels);
  root.replaceChildren(
    paintHeader(shown, actions),
    element('div', { id: 'lab', role: 'group', 'aria-label': label('lab') }),
    element('article', { lang: 'en' },
      paintText('situation', label('situation'), content.situation),
      paintText('task', label('task'), content.task),
      paintSteps(content, label('steps')),
      paintDoneWhen(content, label('doneWhen'), marks, actions),
      paintCalculators(content, label('calculate'), actions),
    ),
    element('div', { id: 'later' }),
    element('footer', { id: 'mark' }),
  );
  paintStatus(root, shown, actions);
  paintLater(root, shown, actions);
}

/** Brings what has changed up to date: how the learner stands, and what was opened. */
export function updateBrief(root: HTMLElement, shown: Shown, actions: BriefActions, before: Shown): void {
  if (JSON.stringify(before.status) !== JSON.stringify(shown.status)) paintStatus(root, shown, actions);
  paintLater(root, shown, actions);
}

function paintHeader({ content, labels }: Shown, { send }: BriefActions): HTMLElement {
  const label = labelFrom(labels);
  const { path, entry } = content;
  const pathLink = path && element('a', { href: `path:${path.id}` }, path.title);
  pathLink?.addEventListener('click', (event) => {
    event.preventDefault();
    if (path) send({ type: 'openPath', path: path.id, item: path.item });
  });
  return element('header', {},
    element('p', { class: 'facts' }, content.facts.join(' · ')),
    element('h1', { tabindex: -1, lang: 'en' }, content.title),
    content.summary !== '' && element('p', { class: 'summary', lang: 'en' }, content.summary),
    element('p', { class: 'links' },
      pathLink && sentenceAround(label('path'), pathLink),
      entry && sentenceAround(label('read'), entryLink(entry, (id) => { send({ type: 'openEntry', entry: id }); })),
    ),
  );
}

function paintText(id: string, title: string, text: string): HTMLElement | null {
  return text === '' ? null : element('section', { 'aria-labelledby': id }, element('h2', { id }, title), element('p', {}, ...withCode(text)));
}

function paintSteps({ steps }: BriefContent, title: string): HTMLElement {
  return element('section', { 'aria-labelledby': 'steps' },
    element('h2', { id: 'steps' }, title),
    element('ol', { class: 'steps' }, ...steps.map((step) => element('li', {}, ...withCode(step)))));
}

function paintDoneWhen({ doneWhen }: BriefContent, title: string, { ticks }: BriefMarks, { tick }: BriefActions): HTMLElement {
  return element('section', { 'aria-labelledby': 'done-when' },
    element('h2', { id: 'done-when' }, title),
    element('ul', { class: 'conditions' }, ...doneWhen.map((condition, index) => {
      const box = element('input', { type: 'checkbox', id: `condition-${index}`, checked: ticks.includes(index) });
      box.addEventListener('change', () => { tick(index, box.checked); });
      return element('li', {}, box, element('label', { for: box.id }, ...withCode(condition)));
    })));
}

function paintCalculators({ calculators }: BriefContent, title: string, { send }: BriefActions): HTMLElement | null {
  if (calculators.length === 0) return null;
  return element('section', { class: 'calculators', 'aria-labelledby': 'calculate' },
    element('h2', { id: 'calculate' }, title),
    calculatorList(calculators, (calculator, query) => { send({ type: 'openCalculator', calculator, query }); }));
}

/** The lab's state with its buttons, and the mark at the end. The focus stays on the button that had it. */
function paintStatus(root: HTMLElement, shown: Shown, { send }: BriefActions): void {
  const { status, subject } = shown;
  const label = labelFrom(shown.labels);
  const focused = document.activeElement?.id;
  const button = (id: string, text: string, message: FromBrief, primary = false, disabled = false): HTMLElement => {
    const created = element('button', { type: 'button', id, class: primary ? 'primary' : null, disabled }, text);
    created.addEventListener('click', () => { send(message); });
    return created;
  };
  const act = (action: Extract<FromBrief, { type: 'act' }>['action'], key: string, primary = false, disabled = false): HTMLElement =>
    button(`act-${key}`, label(key), { type: 'act', subject, action }, primary, disabled);

  const lab = root.querySelector<HTMLElement>('#lab');
  if (lab) {
    lab.hidden = status.lab === null;
    const { started = false, lines = [], state = 'none', obstacle = null } = status.lab ?? {};
    lab.className = `lab ${state}`;
    lab.replaceChildren(
      element('div', { role: 'status' }, ...lines.map((line, index) => element('p', { class: index === lines.length - 1 && started ? 'result' : null }, line))),
      ...(obstacle ? [element('p', { class: 'obstacle' }, obstacle.text)] : []),
      element('div', { class: 'buttons' },
        ...(started
          ? [
            ...(obstacle === null ? [act('run', 'run', true, state === 'running'), act('results', 'results')] : []),
            act('files', 'files'),
            act('start', 'startAgain'),
          ]
          : [act('start', 'start', true)]),
        ...(obstacle?.trust ? [act('trust', 'trust')] : []),
      ),
    );
  }
  root.querySelector('#mark')?.replaceChildren(
    ...(status.done ? [element('p', { class: 'done', role: 'status' }, label('done'))] : []),
    ...(status.basis === '' || (!status.canMark && !status.done) ? [] : [element('p', { class: 'basis' }, status.basis)]),
    ...(status.canMark ? [button('act-mark', label(status.done ? 'markOpen' : 'markDone'), { type: 'mark', subject, on: !status.done }, !status.done && status.lab === null)] : []),
  );
  if (focused !== undefined && focused.startsWith('act-')) document.getElementById(focused)?.focus();
}

/** A translated sentence with `{0}`, and an element in its place. */
function sentenceAround(sentence: string, inside: HTMLElement): HTMLElement {
  const [before = '', after = ''] = sentence.split('{0}');
  return element('span', {}, before, inside, after);
}
