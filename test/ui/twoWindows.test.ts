import assert from 'node:assert/strict';
import type { Studio } from './support/studio';
import { useStudio } from './support/use';
import { searchFor, shownPage } from './support/views';

describe('Two windows at once', () => {
  const studio = useStudio({ name: 'two-windows' });

  async function open(window: Studio, title: string): Promise<void> {
    await window.page.bringToFront();
    await searchFor(window, title);
    await window.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: title }).waitFor();
    await window.page.keyboard.press('Enter');
    await shownPage(window, title);
  }

  async function isRead(window: Studio, title: string): Promise<boolean> {
    await open(window, title);
    return (await window.webview('button.mark-read')).locator('button.mark-read').evaluate((button) => button.classList.contains('on'));
  }

  it('lose nothing of what is completed in both at the same moment', async function () {
    this.timeout(180_000);
    const [first, second] = [studio(), await studio().anotherWindow()];
    await open(first, 'Saga');
    await open(second, 'CQRS');
    const buttons = await Promise.all([first, second].map(async (window) => (await window.webview('button.mark-read')).locator('button.mark-read')));
    // The windows do not wait for each other: both write what they know of the whole progress.
    await Promise.all(buttons.map((button) => button.click()));
    await second.reload();
    await first.reload();
    for (const window of [first, second]) {
      for (const title of ['Saga', 'CQRS']) assert.equal(await isRead(window, title), true, `${title}, in ${window === first ? 'the first' : 'the second'} window`);
    }
  });
});
