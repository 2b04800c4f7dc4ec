/** The page for the person on call: a clock, the first five minutes, the rest folded. The feature owns the incident. */
import * as v from 'valibot';
import { EmergencyStateSchema, ToEmergencySchema, type EmergencyState, type FromEmergency, type ToEmergency } from '../protocol';
import { paintFailure } from '../shared/failure';
import { connect } from '../shared/host';
import { colourCode } from '../shared/readable';
import { listenToReading } from '../shared/reading';
import { runClock, stopClock } from './clock';
import { focusNextStep, openSections, paintEmergency, updateIncident } from './paint';

type Shown = Extract<ToEmergency, { type: 'show' }>;

const root = document.getElementById('root') as HTMLElement;
let shown: Shown | undefined;

const host = connect<ToEmergency, FromEmergency>(ToEmergencySchema, async (message) => {
  const renderer = await loading;
  if (message.type === 'failed') {
    shown = undefined;
    stopClock();
    paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
    return;
  }
  // A check must not repaint the page under the person's hands: focus, folded sections and scroll position stay.
  if (JSON.stringify(shown?.content) === JSON.stringify(message.content)) updateIncident(root, message, send);
  else paintAnew(message, renderer);
  shown = message;
  keepState();
  runClock(root.querySelector('.clock'), message.incident.elapsed, message.incident.state === 'running');
  requestAnimationFrame(() => { host.send({ type: 'painted', playbook: message.content.playbook }); });
});

const send = (message: FromEmergency): void => { host.send(message); };

/** Set up after the page has said "ready", while the host answers: that takes about as long. */
const loading = import('./sections');

function paintAnew(message: Shown, { emergencySections, highlightCode }: Awaited<typeof loading>): void {
  const kept = keptFor(message.content.playbook);
  paintEmergency(root, message, emergencySections(message.content.readable), send, kept ? (id) => kept.open.includes(id) : undefined);
  document.title = message.content.title;
  for (const section of root.querySelectorAll('details.section')) section.addEventListener('toggle', keepState);
  window.scrollTo(0, kept?.scroll ?? 0);
  if (!kept) focusNextStep(root);
  colourCode(root, highlightCode);
}

/** Where the person was, if it was in this playbook. */
function keptFor(playbook: string): EmergencyState | undefined {
  const kept = v.safeParse(EmergencyStateSchema, host.kept());
  return kept.success && kept.output.playbook === playbook ? kept.output : undefined;
}

function keepState(): void {
  if (shown) host.keep({ playbook: shown.content.playbook, title: shown.content.title, scroll: window.scrollY, open: openSections(root) });
}

listenToReading({
  // To the side, whatever keys are held: the steps must stay in sight.
  follow(entry, section) { host.send({ type: 'openEntry', entry, section }); },
  openWeb(url) { host.send({ type: 'openWeb', url }); },
  copy(text) { host.send({ type: 'copy', text }); },
  copied: () => shown?.labels['copied'],
});

let scrollTimer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(keepState, 150); // once scrolling rests
}, { passive: true });
