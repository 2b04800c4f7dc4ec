/** The result of "Recommend Pattern": what to start with, what next, what not now. The feature owns all knowledge. */
import { ToAdviceSchema, type FromAdvice, type ToAdvice } from '../protocol';
import { connect } from '../shared/host';
import { paintFailure } from '../shared/failure';
import { registerToolkit } from '../shared/toolkit';
import { paintAdvice } from './paint';

registerToolkit();
const root = document.getElementById('root') as HTMLElement;
let shown = false;

const host = connect<ToAdvice, FromAdvice>(ToAdviceSchema, (message) => {
  if (message.type === 'failed') {
    shown = false;
    paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
    return;
  }
  // A changed answer paints everything anew: the list of answers stays open, and the focus and the place where they were.
  const focused = document.activeElement?.id ?? '';
  const open = root.querySelector<HTMLDetailsElement>('details.answers')?.open ?? false;
  const { scrollY } = window;
  paintAdvice(root, message, (outgoing) => { host.send(outgoing); }, open);
  if (shown) {
    window.scrollTo(0, scrollY);
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  }
  shown = true;
  host.keep(message.state);
});
