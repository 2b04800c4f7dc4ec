import type { Frame, Locator } from 'playwright-core';
import type { Studio } from './studio';

/** The Systems Studio container, opened from the Activity Bar if it is not there by itself, as after a restart. */
export async function openSidebar(studio: Studio): Promise<void> {
  const patterns = row(studio, 'Patterns');
  for (let attempt = 1; ; attempt++) {
    try {
      await patterns.waitFor({ timeout: 4_000 });
      return;
    } catch (error) {
      if (attempt === 4) throw error;
      // A click on the icon of a container that is just coming back would close it: hence the wait before and again.
      await studio.page.locator('.activitybar .action-label[aria-label="Systems Studio"]').click();
    }
  }
}

/** A row of a tree, by the start of its accessible label. */
export function row({ page }: Studio, label: string): Locator {
  return page.locator(`.sidebar .monaco-list-row[aria-label^="${label}"]`).first();
}

/** Expands a group of a tree, if it is not. */
export async function expand(studio: Studio, label: string): Promise<void> {
  const target = row(studio, label);
  await target.waitFor();
  if ((await target.getAttribute('aria-expanded')) !== 'true') await target.locator('.monaco-tl-twistie').click();
}

/** Opens an entry by clicking through the tree: groups first, the entry last. */
export async function openFromTree(studio: Studio, ...labels: readonly string[]): Promise<Frame> {
  await openSidebar(studio);
  for (const label of labels) {
    const target = row(studio, label);
    await target.waitFor();
    if ((await target.getAttribute('aria-expanded')) !== 'true') await target.click();
  }
  const title = labels.at(-1) ?? '';
  return shownPage(studio, title);
}

/** Opens an entry by its name through the search. */
export async function openBySearch(studio: Studio, title: string): Promise<Frame> {
  await searchFor(studio, title);
  await picks(studio).first().filter({ hasText: title }).waitFor();
  await studio.page.keyboard.press('Enter');
  return shownPage(studio, title);
}

/**
 * Opens the search and types a query. On a busy machine a page that is still settling may take the focus, which closes
 * a quick pick, so a second try is no failure.
 */
export async function searchFor(studio: Studio, query: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await studio.palette('Systems Studio: Search Library');
    try {
      const input = studio.page.locator('.quick-input-widget:visible input[type="text"][placeholder^="A name, a problem"]');
      await input.fill(query, { timeout: 5_000 });
      await picks(studio).first().waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      await studio.page.keyboard.press('Escape');
    }
  }
}

/** The document of the reading page, once it shows the entry with this title. */
export async function shownPage(studio: Studio, title: string): Promise<Frame> {
  const frame = await studio.webview('article h1');
  await frame.locator('article h1', { hasText: title }).waitFor();
  return frame;
}

/** The rows of the quick pick that is open. */
export function picks({ page }: Studio): Locator {
  return page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
}

/** The title of the quick pick that is open, step count included. */
export function pickTitle({ page }: Studio): Locator {
  return page.locator('.quick-input-widget:visible .quick-input-title');
}

/** Context menu of a tree row, one item of it chosen. */
export async function chooseFromMenu(studio: Studio, target: Locator, item: string): Promise<void> {
  await target.click({ button: 'right' });
  const action = studio.page.locator('.monaco-menu .action-label', { hasText: new RegExp(`^${item}$`) });
  await action.waitFor();
  await studio.page.waitForTimeout(300); // a menu ignores a click right after it has opened
  await action.click();
  await action.waitFor({ state: 'detached' });
}

/** The notification with this text, in the notification centre: whether toasts show depends on the window's size. */
export async function notification(studio: Studio, text: string): Promise<Locator> {
  const item = studio.page.locator('.notifications-center .notification-list-item, .notification-toast .notification-list-item').filter({ hasText: text });
  await studio.page.waitForTimeout(500);
  if (!(await item.first().isVisible())) await studio.palette('Notifications: Show Notifications');
  await item.first().waitFor();
  return item.first();
}
