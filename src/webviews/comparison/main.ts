/** "Compare Patterns": two to four patterns side by side, with what differs marked. */
import { ToComparisonSchema, type FromComparison, type ToComparison } from '../protocol';
import { connect } from '../shared/host';
import { paintFailure } from '../shared/failure';
import { registerToolkit } from '../shared/toolkit';
import { paintComparison } from './paint';

registerToolkit();
const root = document.getElementById('root') as HTMLElement;

const host = connect<ToComparison, FromComparison>(ToComparisonSchema, (message) => {
  if (message.type === 'failed') {
    paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
    return;
  }
  paintComparison(root, message, (outgoing) => { host.send(outgoing); });
  host.keep(message.state);
});
