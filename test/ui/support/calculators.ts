import type { Frame, Locator } from 'playwright-core';
import type { Studio } from './studio';

/** The page of the calculator with this title, once it is painted. */
export async function shownCalculator(studio: Studio, title: string): Promise<Frame> {
  const frame = await studio.webview('section.part');
  await frame.locator('h1', { hasText: title }).waitFor();
  return frame;
}

/** Opens a calculator from the palette. */
export async function openCalculator(studio: Studio, title: string): Promise<Frame> {
  await studio.palette('Systems Studio: Open Calculator…');
  await studio.page.locator(`.quick-input-widget:visible .monaco-list-row[aria-label^="${title}"]`).click();
  return shownCalculator(studio, title);
}

/** A field by part and id, such as "downtime-availability". */
export const field = (frame: Frame, id: string): Locator => frame.locator(`[id="${id}"]`);

/** The results that a part shows; none while it calculates, or has something to say against its inputs. */
export const results = (frame: Frame, part: string): Promise<string[]> => frame.locator(`[id="${part}"] .result .value`).allTextContents();

/** Waits until the results of a part are other ones. */
export async function changed(frame: Frame, part: string, before: readonly string[]): Promise<string[]> {
  for (let attempt = 0; ; attempt += 1) {
    const now = await results(frame, part);
    if (now.length > 0 && now.join() !== before.join()) return now;
    if (attempt === 300) throw new Error(`The results stayed ${before.join(', ')}`);
    await frame.waitForTimeout(50);
  }
}

/** What a button of the page puts on the clipboard. */
export async function copiedBy({ page }: Studio, button: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await button.click();
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    if (text !== '') return text;
    await page.waitForTimeout(50);
  }
  throw new Error('Nothing came to the clipboard');
}
