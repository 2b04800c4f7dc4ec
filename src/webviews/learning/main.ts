/** The learning page: one path with weeks, items and progress, and the milestones. The feature owns the state. */
import { ToLearningSchema, type FromLearning, type ToLearning } from '../protocol';
import { connect } from '../shared/host';
import { paintFailure } from '../shared/failure';
import { registerToolkit } from '../shared/toolkit';
import { paintLearning, updateLearning } from './paint';

type Shown = Extract<ToLearning, { type: 'show' }>;

registerToolkit();
const root = document.getElementById('root') as HTMLElement;
let shown: Shown | undefined;

const host = connect<ToLearning, FromLearning>(ToLearningSchema, (message) => {
  if (message.type === 'failed') {
    shown = undefined;
    paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
    return;
  }
  const samePlan = shown !== undefined
    && shown.content.path.id === message.content.path.id
    && shown.content.path.pace === message.content.path.pace;
  shown = message;
  // A check must not repaint the page under the reader's hands: focus, open weeks and scroll position stay.
  if (samePlan) updateLearning(root, message);
  else paintLearning(root, message, (outgoing) => { host.send(outgoing); });
  host.keep({ path: message.content.path.id, scroll: window.scrollY });
  if (message.reveal !== null) revealItem(message.reveal);
});

function revealItem(id: string): void {
  const item = document.getElementById(`item-${id}`);
  if (!item) return;
  item.closest('details.week')?.setAttribute('open', '');
  item.querySelector('details')?.setAttribute('open', '');
  item.scrollIntoView({ block: 'start' });
  item.querySelector<HTMLElement>('vscode-checkbox')?.focus({ preventScroll: true });
}
