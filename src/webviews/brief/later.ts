/** What opens later: hints one by one, then the discussion in two steps, then the solution of a lab. */
import { element, labelFrom, withCode } from '../shared/dom';
import type { BriefActions, Shown } from './paint';

/** Paints the hints that are open and the way to the next; puts the focus on what has just been opened. */
export function paintLater(root: HTMLElement, shown: Shown, actions: BriefActions): void {
  const target = root.querySelector<HTMLElement>('#later');
  if (!target) return;
  const { content, status } = shown;
  const stamp = JSON.stringify([content.hints.length, content.discussion !== null, status.done]);
  if (target.dataset['stamp'] === stamp) return;
  const before = target.dataset['stamp'] === undefined ? undefined : target.querySelectorAll('.hint').length;
  const discussed = target.querySelector('.discussion') !== null;
  const focused = document.activeElement?.id;
  target.dataset['stamp'] = stamp;
  // Who is done has nothing to be spared.
  const open = content.hints.length === content.hintCount || status.done;
  target.replaceChildren(...paintHints(shown, actions), ...paintDiscussion(shown, open, actions), ...paintSolution(shown, open, actions));
  if (before === undefined) return;
  if (content.hints.length > before) focus(target, `#hint-${content.hints.length}`);
  else if (!discussed && content.discussion !== null) focus(target, '#discussion');
  else if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus();
}

function paintHints({ content, labels }: Shown, actions: BriefActions): HTMLElement[] {
  if (content.hintCount === 0) return [];
  const label = labelFrom(labels);
  const { hints, hintCount, discussion } = content;
  const next = hints.length + 1;
  const button = element('button', { type: 'button', id: 'next-hint' }, label('showHint').replace('{0}', String(next)).replace('{1}', String(hintCount)));
  button.addEventListener('click', () => { actions.reveal(next, discussion !== null); });
  return [element('section', { 'aria-labelledby': 'hints' },
    element('h2', { id: 'hints' }, label('hints')),
    ...hints.map((hint, index) => element('div', { class: 'hint' },
      element('h3', { id: `hint-${index + 1}`, tabindex: -1 }, label('hint').replace('{0}', String(index + 1))),
      element('p', { lang: 'en' }, ...withCode(hint)))),
    hints.length < hintCount && button)];
}

function paintDiscussion({ content, labels }: Shown, open: boolean, actions: BriefActions): HTMLElement[] {
  if (!content.hasDiscussion) return [];
  const label = labelFrom(labels);
  const heading = element('h2', { id: 'discussion', tabindex: -1 }, label('discussion'));
  if (content.discussion !== null) {
    return [element('section', { class: 'discussion', 'aria-labelledby': 'discussion' }, heading, ...content.discussion.map((paragraph) => element('p', { lang: 'en' }, ...withCode(paragraph))))];
  }
  const place = element('div', {});
  const show = element('button', { type: 'button', id: 'show-discussion' }, label('showDiscussion'));
  const ask = (): void => {
    const now = element('button', { type: 'button', id: 'discussion-now' }, label('showNow'));
    const later = element('button', { type: 'button', id: 'discussion-later' }, label('notYet'));
    now.addEventListener('click', () => { actions.reveal(content.hints.length, true); });
    later.addEventListener('click', () => {
      place.replaceChildren(show);
      show.focus();
    });
    place.replaceChildren(element('p', { id: 'discussion-ask' }, label('discussionAsk')), element('div', { class: 'buttons' }, now, later));
    now.setAttribute('aria-describedby', 'discussion-ask');
    now.focus();
  };
  show.addEventListener('click', ask);
  place.append(open ? show : element('p', { class: 'note' }, label('discussionLater')));
  return [element('section', { 'aria-labelledby': 'discussion' }, heading, place)];
}

function paintSolution({ content, labels, subject }: Shown, open: boolean, { send }: BriefActions): HTMLElement[] {
  if (!content.solution || !open) return [];
  const label = labelFrom(labels);
  const button = element('button', { type: 'button', id: 'show-solution' }, label('showSolution'));
  button.addEventListener('click', () => { send({ type: 'act', subject, action: 'solution' }); });
  return [element('section', { 'aria-labelledby': 'solution' }, element('h2', { id: 'solution' }, label('solution')), element('p', { class: 'note' }, label('solutionText')), button)];
}

function focus(target: HTMLElement, selector: string): void {
  target.querySelector<HTMLElement>(selector)?.focus();
}
