import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** WCAG 2.0 and 2.1, levels A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Checks the document inside a webview's frame and throws with one readable line per violation. */
export async function expectAccessible(frame: Frame): Promise<void> {
  const violations = await axeViolations(frame);
  if (violations.length > 0) throw new Error(`axe-core found violations:\n  ${violations.join('\n  ')}`);
}

/** Each violation with its rule, its elements and how to mend it. */
export async function axeViolations(frame: Frame): Promise<string[]> {
  // Evaluated by the debugger, which the page's content security policy does not bind.
  await frame.evaluate(axe.source);
  const results = await frame.evaluate(async (values) => {
    // A webview's document is transparent and the workbench paints the editor's background behind it. axe-core cannot
    // look behind the frame and would measure contrast against white.
    const html = document.documentElement;
    const before = html.style.background;
    html.style.background = getComputedStyle(html).getPropertyValue('--vscode-editor-background');
    try {
      const runner = (globalThis as unknown as { axe: typeof axe }).axe;
      return await runner.run(document, { runOnly: { type: 'tag', values }, iframes: false });
    } finally {
      html.style.background = before;
    }
  }, tags);
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => {
      const summary = (node.failureSummary ?? '').replace(/\s+/g, ' ');
      return `${violation.id}: ${node.target.join(' ')}: ${summary} (${violation.helpUrl})`;
    }),
  );
}
