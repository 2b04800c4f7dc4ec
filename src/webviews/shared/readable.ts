import type { RenderOptions } from '../../core/reading';
import type { Readable } from '../protocol';

/** How the core's renderer is to render a text that the host sent: code without colours, which `colourCode` adds. */
export function renderOptions({ labels, unknown }: Readable): RenderOptions {
  const missing = new Set(unknown);
  return { labels, hasEntry: (id) => !missing.has(id), highlight: false };
}

/**
 * Colours the code below an element once it is on the screen, block by block: highlighting takes longer than all other
 * rendering, and changes no line's place.
 *
 * @param highlight the core's `highlightCode`
 */
export function colourCode(root: HTMLElement, highlight: (text: string, language: string) => string | undefined): void {
  const blocks = [...root.querySelectorAll<HTMLElement>('figure.code code')];
  const colourNext = (): void => {
    const code = blocks.shift();
    if (!code?.isConnected) return; // none is left, or the page shows something else by now
    const html = highlight(code.textContent, code.closest<HTMLElement>('figure.code')?.dataset['language'] ?? '');
    // Markup is set here and where bodies are painted only: the core's highlighter escapes all that it is given.
    if (html !== undefined) code.innerHTML = html;
    setTimeout(colourNext);
  };
  requestAnimationFrame(() => { setTimeout(colourNext); });
}
