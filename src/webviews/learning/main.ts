/** The learning page: all paths, or one with its plan and weeks; milestones and the last weeks. The feature owns the state. */
import * as v from 'valibot';
import { LearningStateSchema, ToLearningSchema, type FromLearning, type LearningContent, type LearningState, type ToLearning } from '../protocol';
import { connect } from '../shared/host';
import { paintFailure } from '../shared/failure';
import { goTo } from '../shared/reading';
import { registerToolkit } from '../shared/toolkit';
import { paintLearning, shapeOf } from './paint';
import { labeller, type Around } from './part';

registerToolkit();
const root = document.getElementById('root') as HTMLElement;
let shown: { readonly path: string | null; readonly shape: string; readonly update: (content: LearningContent) => void } | undefined;

const host = connect<ToLearning, FromLearning>(ToLearningSchema, (message) => {
  if (message.type === 'failed') {
    shown = undefined;
    paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
    return;
  }
  const { content, reveal } = message;
  const path = content.path?.id ?? null;
  const shape = shapeOf(content);
  const before = shown;
  // A check must not repaint the page under the reader's hands: focus, open weeks and scroll position stay.
  if (before?.shape === shape) before.update(content);
  else {
    const focused = document.activeElement?.id;
    const around: Around = { label: labeller(message), send: (outgoing) => { host.send(outgoing); }, wasOpen, keepOpen };
    shown = { path, shape, update: paintLearning(root, content, around) };
    if (before === undefined) restorePosition(path);
    else if (before.path !== path) showFromTop();
    // A choice of pace paints the list anew that it was made in: the focus goes back to it.
    else if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus();
  }
  if (reveal !== null) revealItem(reveal);
  keepPosition();
});

let kept = readState();
function readState(): LearningState {
  const stored = v.safeParse(LearningStateSchema, host.kept());
  return stored.success ? stored.output : { path: null, scroll: 0, opened: {} };
}

function wasOpen(path: string, week: string): boolean {
  return kept.opened[path]?.includes(week) === true;
}

function keepOpen(path: string, weeks: readonly string[]): void {
  kept = { ...kept, opened: { ...kept.opened, [path]: [...weeks] } };
  host.keep(kept);
}

function restorePosition(path: string | null): void {
  if (kept.path === path) window.scrollTo(0, kept.scroll);
}

function keepPosition(): void {
  if (!shown) return;
  kept = { ...kept, path: shown.path, scroll: window.scrollY };
  host.keep(kept);
}

/** Another path is another page: a screen reader reads on from its heading. */
function showFromTop(): void {
  window.scrollTo(0, 0);
  root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

function revealItem(id: string): void {
  const row = document.getElementById(`item-${id}`);
  if (row) goTo(row, row.querySelector<HTMLElement>('a.title'));
}

let scrollTimer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(keepPosition, 150); // once scrolling rests
}, { passive: true });
