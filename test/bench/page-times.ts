/**
 * Times from a person's last action to content on the screen, by the browser's own clock: polling from outside goes
 * through the debugger, which is slower than what it looks for and gets in its way.
 */
import type { Page } from 'playwright-core';

/** What the scripts below leave behind in their windows; milliseconds since 1970, with fractions. */
declare global {
  interface Window {
    studioBenchAction?: number;
    studioBenchPainted?: number;
    studioBenchHeading?: string;
  }
}

const pollMs = 4;

/** To be called once, before any webview is open. */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const action of ['pointerup', 'keydown']) {
      // Its own time: when the browser got it, which is before any listener ran.
      window.addEventListener(action, (event) => (window.studioBenchAction = performance.timeOrigin + event.timeStamp), { capture: true });
    }
  });
  await page.context().addInitScript(watchWebview, pollMs);
}

/**
 * Runs in every new frame, for VS Code's frame around a webview's document. It outlives the document's scripts, which
 * VS Code ends by writing into it, and it alone knows which document is shown.
 */
function watchWebview(everyMs: number): void {
  if (!location.pathname.endsWith('/webview/browser/pre/index.html')) return;
  const timer = setInterval(() => {
    const heading = document.querySelector<HTMLIFrameElement>('iframe#active-frame')?.contentDocument?.querySelector('h1');
    if (!heading || heading.getClientRects().length === 0) return;
    clearInterval(timer);
    window.studioBenchHeading = heading.textContent;
    // The frame in which the heading is drawn; the task behind it runs when that is done.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (window.studioBenchPainted = performance.timeOrigin + performance.now());
      channel.port2.postMessage(undefined);
    });
  }, everyMs);
}

const timeoutMs = 20_000;

/** Milliseconds from the last action to the painted heading of the webview that was opened by it. */
export async function lastOpening(page: Page, heading: string): Promise<number> {
  const end = Date.now() + timeoutMs;
  do {
    const action = await page.evaluate(() => window.studioBenchAction);
    for (const frame of page.frames().filter((each) => each.url().includes('/webview/'))) {
      // A frame may go away while we look.
      const painted = await frame.evaluate((title) => (window.studioBenchHeading === title ? window.studioBenchPainted : undefined), heading).catch(() => undefined);
      if (painted !== undefined && action !== undefined && painted > action) return painted - action;
    }
    await page.waitForTimeout(100);
  } while (Date.now() < end);
  throw new Error(`No webview showed "${heading}" within ${timeoutMs / 1000} s`);
}
