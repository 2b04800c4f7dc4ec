/** The reading page: paints one entry and says what the reader does. The feature owns history, marks and text. */
import { ToPageSchema, type FromPage, type PageMarks, type PageState, type ToPage } from '../protocol';
import { connect } from '../shared/host';
import { paintFailure } from '../shared/failure';
import { colourCode, renderOptions } from '../shared/readable';
import { goTo, listenToReading } from '../shared/reading';
import { paintPage, paintMarks } from './paint';

type Shown = Extract<ToPage, { type: 'show' }>;

const root = document.getElementById('root') as HTMLElement;
let shown: Shown | undefined;
let state: PageState | undefined;

const host = connect<ToPage, FromPage>(ToPageSchema, async (message) => {
  const renderer = await loading;
  switch (message.type) {
    case 'show':
      show(message, renderer);
      break;
    case 'marks':
      if (message.entry === shown?.content.id) updateMarks(message.marks);
      break;
    case 'failed':
      shown = undefined;
      paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
      break;
  }
});

/** Set up after the page has said "ready", while the host answers: that takes about as long. */
const loading = import('../../core/reading');

function show(message: Shown, { highlightCode, renderBody }: Awaited<typeof loading>): void {
  const isNavigation = shown !== undefined && shown.content.id !== message.content.id;
  shown = message;
  state = message.state;
  host.keep(state);
  const { readable } = message.content;
  paintPage(root, message, renderBody(readable.body, renderOptions(readable)), {
    onCalculate: (calculator, query) => { host.send({ type: 'openCalculator', calculator, query }); },
    onMark: (mark, on) => { host.send({ type: 'mark', entry: message.content.id, mark, on }); },
  });
  document.title = message.content.title;
  restorePosition(message);
  // After a link was followed, the focus goes to the new heading, so that a screen reader reads on from there.
  if (isNavigation && message.section === null) root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  colourCode(root, highlightCode);
  requestAnimationFrame(() => { host.send({ type: 'painted', entry: message.content.id }); });
}

function restorePosition(message: Shown): void {
  const heading = message.section === null ? null : document.getElementById(message.section);
  if (heading) goTo(heading);
  else window.scrollTo(0, message.state.scroll);
}

function updateMarks(marks: PageMarks): void {
  if (!shown) return;
  shown = { ...shown, marks };
  paintMarks(root, shown);
}

listenToReading({
  follow(entry, section, beside) { host.send({ type: 'follow', entry, section, beside }); },
  openWeb(url) { host.send({ type: 'openWeb', url }); },
  copy(text) { host.send({ type: 'copy', text }); },
  copied: () => shown?.labels['copied'],
});

// VS Code hears these keys in any case; in a browser they would leave the workbench as well.
document.addEventListener('keydown', (event) => {
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) event.preventDefault();
});

let scrollTimer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  // Kept once scrolling rests: writing state on each frame would make scrolling stutter.
  scrollTimer = setTimeout(() => {
    if (!state) return;
    state = { ...state, scroll: window.scrollY };
    host.keep(state);
    host.send({ type: 'scrolled', entry: state.entry, scroll: window.scrollY });
  }, 150);
}, { passive: true });
