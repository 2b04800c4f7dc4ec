/** What a reader does in the rendered text of an entry: copies code, follows links. The host decides what comes of it. */

export interface ReadingActions {
  /** A link to another entry; `modified` with Ctrl or Cmd held down. */
  follow(entry: string, section: string | null, modified: boolean): void;
  openWeb(url: string): void;
  copy(text: string): void;
  /** What a copy button says for a moment afterwards, translated; undefined leaves it as it is. */
  copied(): string | undefined;
}

/** Listens on the whole document, once for each page: what is painted later is heard as well. */
export function listenToReading(actions: ReadingActions): void {
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const copyButton = event.target.closest<HTMLButtonElement>('button.copy');
    if (copyButton) {
      copyCode(copyButton, actions);
      return;
    }
    const link = event.target.closest<HTMLAnchorElement>('a[href]');
    if (link) followLink(event, link, actions);
  });
}

function followLink(event: MouseEvent, link: HTMLAnchorElement, actions: ReadingActions): void {
  const entry = link.dataset['entry'];
  if (entry !== undefined) {
    event.preventDefault();
    const section = link.dataset['section'];
    actions.follow(entry, section === undefined || section === '' ? null : section, event.ctrlKey || event.metaKey);
    return;
  }
  const fragment = link.getAttribute('href') ?? '';
  if (/^https?:\/\//.test(fragment)) {
    // VS Code would follow a link in a page without asking when the workspace is trusted; the feature goes the way that asks.
    event.preventDefault();
    event.stopPropagation();
    actions.openWeb(fragment);
    return;
  }
  if (!fragment.startsWith('#')) return;
  // The document has a base address of the webview's own, so fragments are followed by hand.
  event.preventDefault();
  const target = document.getElementById(decodeURIComponent(fragment.slice(1)));
  if (!target) return;
  goTo(target);
}

/**
 * Scrolls to a part of the page and puts the focus there, so that a keyboard or a screen reader goes on from it.
 *
 * @param focus what in it takes the focus, where that can have it by itself
 */
export function goTo(target: HTMLElement, focus?: HTMLElement | null): void {
  target.closest('details')?.setAttribute('open', '');
  target.scrollIntoView();
  if (!focus && !target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  (focus ?? target).focus({ preventScroll: true });
}

function copyCode(button: HTMLButtonElement, actions: ReadingActions): void {
  const code = button.closest('figure')?.querySelector('code');
  if (!code) return;
  actions.copy(code.textContent);
  const label = (button.dataset['label'] ??= button.textContent);
  button.setAttribute('aria-live', 'polite');
  button.textContent = actions.copied() ?? label;
  setTimeout(() => { button.textContent = label; }, 1500);
}
