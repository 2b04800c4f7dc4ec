/** The learning page: one path with weeks, items and progress, and the milestones. The feature owns the state. */
import * as v from 'valibot';
import { LearningStateSchema, ToLearningSchema, type FromLearning, type ToLearning } from '../protocol';
import { connect } from '../shared/host';
import { paintFailure } from '../shared/failure';
import { registerToolkit } from '../shared/toolkit';
import { paintLearning, updateLearning } from './paint';
import { revealItem } from './reveal';

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
  const first = shown === undefined;
  shown = message;
  // A check must not repaint the page under the reader's hands: focus, open weeks and scroll position stay.
  if (samePlan) updateLearning(root, message);
  else {
    // A choice of pace or path paints the list anew that it was made in: the focus goes back to it.
    const focused = document.activeElement?.id;
    paintLearning(root, message, (outgoing) => { host.send(outgoing); });
    if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus();
  }
  if (message.reveal !== null) revealItem(message.reveal);
  else if (first) restorePosition(message.content.path.id);
  keepPosition();
});

function restorePosition(path: string): void {
  const kept = v.safeParse(LearningStateSchema, host.kept());
  if (kept.success && kept.output.path === path) window.scrollTo(0, kept.output.scroll);
}

function keepPosition(): void {
  if (shown) host.keep({ path: shown.content.path.id, scroll: window.scrollY });
}

let scrollTimer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(keepPosition, 150); // once scrolling rests
}, { passive: true });
