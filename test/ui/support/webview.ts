import type { Frame, Page } from 'playwright-core';

const timeoutMs = 15_000;
const pollMs = 50;

/**
 * A webview is two nested frames: VS Code's `index.html` and, in it, the extension's document (`fake.html`). Hidden
 * webviews keep both, so only visible ones count.
 */
export async function waitForWebview(page: Page, having: string): Promise<Frame> {
  const end = Date.now() + timeoutMs;
  do {
    for (const frame of page.frames()) {
      if (frame.url().includes('/fake.html') && (await isShown(frame)) && (await holds(frame, having))) return frame;
    }
    await page.waitForTimeout(pollMs);
  } while (Date.now() < end);
  throw new Error(`No visible webview holds "${having}" after ${timeoutMs / 1000} s. Frames: ${page.frames().map((each) => each.url()).join(', ')}`);
}

async function isShown(frame: Frame): Promise<boolean> {
  try {
    const outer = frame.parentFrame();
    if (!outer) return false;
    const elements = [await outer.frameElement(), await frame.frameElement()];
    const shown = await Promise.all(elements.map((element) => element.isVisible()));
    return shown.every(Boolean);
  } catch {
    return false; // the frame went away while we looked
  }
}

async function holds(frame: Frame, selector: string): Promise<boolean> {
  try {
    return (await frame.locator(selector).count()) > 0;
  } catch {
    return false;
  }
}
