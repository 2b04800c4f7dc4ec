/** The reading page: paints one entry and says what the reader does. The feature owns history, marks and text. */
import { ToPageSchema, type FromPage, type PageMarks, type PageState, type ToPage } from '../protocol';
import { connect } from '../shared/host';
import { paintFailure } from '../shared/failure';
import { paintPage, paintMarks } from './paint';

type Shown = Extract<ToPage, { type: 'show' }>;

const root = document.getElementById('root') as HTMLElement;
let shown: Shown | undefined;
let state: PageState | undefined;

const host = connect<ToPage, FromPage>(ToPageSchema, (message) => {
  switch (message.type) {
    case 'show':
      show(message);
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

function show(message: Shown): void {
  const isNavigation = shown !== undefined && shown.content.id !== message.content.id;
  shown = message;
  state = message.state;
  host.keep(state);
  paintPage(root, message, {
    onMark: (mark, on) => { host.send({ type: 'mark', entry: message.content.id, mark, on }); },
  });
  document.title = message.content.title;
  restorePosition(message);
  // After a link was followed, the focus goes to the new heading, so that a screen reader reads on from there.
  if (isNavigation && message.section === null) root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
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

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const copyButton = event.target.closest<HTMLButtonElement>('button.copy');
  if (copyButton) {
    copyCode(copyButton);
    return;
  }
  const link = event.target.closest<HTMLAnchorElement>('a[href]');
  if (link) followLink(event, link);
});

function followLink(event: MouseEvent, link: HTMLAnchorElement): void {
  const entry = link.dataset['entry'];
  if (entry !== undefined) {
    event.preventDefault();
    const section = link.dataset['section'];
    host.send({
      type: 'follow',
      entry,
      section: section === undefined || section === '' ? null : section,
      beside: event.ctrlKey || event.metaKey,
    });
    return;
  }
  const fragment = link.getAttribute('href') ?? '';
  if (/^https?:\/\//.test(fragment)) {
    // VS Code would follow a link in a page without asking when the workspace is trusted; the feature goes the way that asks.
    event.preventDefault();
    event.stopPropagation();
    host.send({ type: 'openWeb', url: fragment });
    return;
  }
  if (!fragment.startsWith('#')) return;
  // The document has a base address of the webview's own, so fragments are followed by hand.
  event.preventDefault();
  const target = document.getElementById(decodeURIComponent(fragment.slice(1)));
  if (!target) return;
  goTo(target);
}

/** Scrolls to a part of the page and puts the focus there, so that a keyboard or a screen reader goes on from it. */
function goTo(target: HTMLElement): void {
  target.closest('details')?.setAttribute('open', '');
  target.scrollIntoView();
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
}

// VS Code hears these keys in any case; in a browser they would leave the workbench as well.
document.addEventListener('keydown', (event) => {
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) event.preventDefault();
});

function copyCode(button: HTMLButtonElement): void {
  const code = button.closest('figure')?.querySelector('code');
  if (!code || !shown) return;
  host.send({ type: 'copy', text: code.textContent });
  const label = (button.dataset['label'] ??= button.textContent);
  button.setAttribute('aria-live', 'polite');
  button.textContent = shown.labels['copied'] ?? label;
  setTimeout(() => { button.textContent = label; }, 1500);
}

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
