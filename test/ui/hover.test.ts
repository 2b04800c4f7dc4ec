import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { useStudio } from './support/use';
import { chooseFromMenu, notification, openSidebar, row, shownPage } from './support/views';

describe('The hover in a real editor', () => {
  const studio = useStudio({ name: 'hover' });

  async function hoverOver(text: string): Promise<void> {
    const { page } = studio();
    const word = page.locator('.editor-instance .view-lines span span', { hasText: text }).first();
    await word.waitFor();
    await word.hover();
  }

  /** Hovers until ours shows: in the first seconds of a file, colours that arrive late take a hover away again. */
  async function hoverShown(text: string): Promise<Locator> {
    const { page } = studio();
    const hover = page.locator('.monaco-hover:visible', { hasText: 'Circuit Breaker pattern, gold tier' });
    for (let attempt = 1; ; attempt++) {
      await hoverOver(text);
      try {
        await hover.waitFor({ timeout: 4_000 });
        return hover;
      } catch (error) {
        if (attempt === 4) throw error;
        await page.mouse.move(5, 5);
        await page.waitForTimeout(300);
      }
    }
  }

  it('shows guidance on a name in code, and opens the page', async () => {
    await studio().openFile('checkout/src/paymentClient.ts');
    const hover = await hoverShown('CircuitBreaker');
    await studio().screenshot('hover');
    await hover.locator('a', { hasText: /^Open$/ }).click();
    await shownPage(studio(), 'Circuit Breaker');
  });

  it('marks an entry for learning, and the Learning view lists it', async () => {
    await studio().palette('View: Close All Editors');
    await studio().openFile('checkout/src/paymentClient.ts');
    const hover = await hoverShown('CircuitBreaker');
    await hover.locator('a', { hasText: 'Mark for learning' }).click();
    await openSidebar(studio());
    await row(studio(), 'Marked for Learning, entries: 1').waitFor();
    await studio().screenshot('learning-marked');
    await chooseFromMenu(studio(), row(studio(), 'Circuit Breaker, Pattern'), 'Remove from Learning');
    await row(studio(), 'Marked for Learning').waitFor({ state: 'detached' });
  });

  it('can be switched off where it appears, and back on', async () => {
    const { page } = studio();
    await studio().palette('View: Close All Editors');
    await studio().openFile('checkout/src/paymentClient.ts');
    const hover = await hoverShown('CircuitBreaker');
    await hover.locator('a', { hasText: 'Don’t show here' }).click();
    const message = await notification(studio(), 'No more hovers for "Circuit Breaker" in this workspace');
    await page.mouse.move(5, 5);
    await hoverOver('CircuitBreaker');
    await page.waitForTimeout(1500);
    assert.equal(await page.locator('.monaco-hover:visible', { hasText: 'gold tier' }).count(), 0);
    await message.locator('.monaco-button', { hasText: 'Undo' }).click();
    await page.mouse.move(5, 5);
    await page.waitForTimeout(300);
    await hoverShown('CircuitBreaker');
  });
});
