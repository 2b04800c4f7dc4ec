/** The result of "Recommend Pattern": what to start with, what next, what not now. The feature owns all knowledge. */
import { ToAdviceSchema, type FromAdvice, type ToAdvice } from '../protocol';
import { connect } from '../shared/host';
import { paintFailure } from '../shared/failure';
import { registerToolkit } from '../shared/toolkit';
import { paintAdvice } from './paint';

registerToolkit();
const root = document.getElementById('root') as HTMLElement;
let shown = false;
/** Number of the latest change of an answer that was made here. */
let latest = 0;
/** Ids of the patterns that are ticked to be compared. */
const selected = new Set<string>();

const host = connect<ToAdvice, FromAdvice>(ToAdviceSchema, (message) => {
  if (message.type === 'failed') {
    shown = false;
    paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
    return;
  }
  // An older state would take back what a person has changed since; the one that holds the change is on its way.
  if (message.change < latest) return;
  latest = message.change;
  // A changed answer paints everything anew: the list of answers stays open, and the focus and the place where they were.
  const focused = document.activeElement?.id ?? '';
  const open = root.querySelector<HTMLDetailsElement>('details.answers')?.open ?? false;
  const { scrollY } = window;
  paintAdvice(root, message, {
    send: (outgoing) => { host.send(outgoing); },
    change(question, answer, on) {
      latest += 1;
      host.send({ type: 'answer', question, answer, on, change: latest });
    },
    answersOpen: open,
    selected,
  });
  if (shown) {
    window.scrollTo(0, scrollY);
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  }
  shown = true;
  host.keep(message.state);
});
