import assert from 'node:assert/strict';
import { useStudio } from './support/use';
import { chooseFromMenu, expand, openFromTree, openSidebar, row, shownPage } from './support/views';

describe('Browsing the library', () => {
  const studio = useStudio({ name: 'library' });

  it('shows the kinds with counts, and a summary in the tooltip', async () => {
    await openSidebar(studio());
    for (const kind of ['Laws', 'Pillars', 'Patterns', 'Case Studies', 'Guides']) await row(studio(), kind).waitFor();
    await row(studio(), 'Laws').click();
    await row(studio(), 'Correlated Failure').hover();
    await studio().page.locator('.monaco-hover', { hasText: 'min read' }).waitFor();
    await studio().screenshot('tree');
  });

  it('groups patterns by category, tier and problem, and keeps the choice over a restart', async () => {
    const { page } = studio();
    await expand(studio(), 'Patterns');
    await row(studio(), 'Resilience').waitFor();
    await studio().palette('Systems Studio: Group Patterns by Problem');
    await row(studio(), 'One failing service drags others down').waitFor();
    await studio().palette('Systems Studio: Group Patterns by Tier');
    await row(studio(), 'Gold').waitFor();
    await studio().reload();
    await openSidebar(studio());
    await expand(studio(), 'Patterns');
    await row(studio(), 'Gold').waitFor();
    // Shortly after a restart the title bar is painted anew as the rest of the window loads, which closes an open menu.
    for (let attempt = 1; ; attempt++) {
      try {
        await page.locator('.pane-header', { hasText: 'Library' }).hover();
        await page.locator('.pane-header .action-label[aria-label="Group By"]').click({ timeout: 4_000 });
        const action = page.locator('.monaco-menu .action-label', { hasText: 'Group Patterns by Category' });
        await action.waitFor({ timeout: 4_000 });
        await page.waitForTimeout(300); // a menu ignores a click right after it has opened
        await action.click({ timeout: 4_000 });
        await row(studio(), 'Resilience').waitFor({ timeout: 4_000 });
        break;
      } catch (error) {
        if (attempt === 4) throw error;
        await page.keyboard.press('Escape');
      }
    }
  });

  it('opens a page with heading, tier, contents, diagram, code and references', async () => {
    const frame = await openFromTree(studio(), 'Patterns', 'Resilience', 'Circuit Breaker');
    await frame.locator('.heading .badge', { hasText: 'Gold' }).waitFor();
    assert.deepEqual(
      await frame.locator('nav.contents li').allTextContents(),
      ['Problem', 'How it works', 'Choosing the parameters', 'Implementation', 'Failure modes', 'Operating it', 'In practice', 'References'],
    );
    await frame.locator('figure.diagram svg').first().waitFor();
    await frame.locator('code .hljs-keyword').nth(5).waitFor({ state: 'attached' }); // colours come after the text
    assert.ok((await frame.locator('.references li').count()) >= 2, 'there are references');
    await studio().screenshot('page');
  });

  it('follows links in place, and goes back to where it was, and forward', async () => {
    const frame = await shownPage(studio(), 'Circuit Breaker');
    await frame.locator('.body a[data-entry="timeout"]').first().scrollIntoViewIfNeeded();
    await studio().page.waitForTimeout(400); // the page reports its position once scrolling rests
    const before = await frame.evaluate(() => window.scrollY);
    await frame.locator('.body a[data-entry="timeout"]').first().click();
    await shownPage(studio(), 'Timeout');
    await studio().palette('Systems Studio: Go Back in Page');
    await shownPage(studio(), 'Circuit Breaker');
    const after = await frame.evaluate(() => window.scrollY);
    assert.ok(Math.abs(after - before) < 5, `it came back to ${after} instead of ${before}`);
    await studio().page.keyboard.press('Alt+ArrowRight');
    await shownPage(studio(), 'Timeout');
  });

  it('follows the contents and the footnotes inside the page', async () => {
    const frame = await shownPage(studio(), 'Timeout');
    await frame.locator('nav.contents a', { hasText: 'In practice' }).click();
    assert.ok((await frame.evaluate(() => window.scrollY)) > 500);
    await frame.locator('sup.citation a').first().click();
    await frame.locator('.references li:focus').waitFor();
  });

  it('marks as read and bookmarked on the page, and the tree shows both', async () => {
    const frame = await shownPage(studio(), 'Timeout');
    await frame.locator('button.mark-read').click();
    await frame.locator('button.mark-read.on').waitFor();
    await frame.locator('button.mark-bookmark').click();
    await row(studio(), 'Timeout, Pattern, Gold, read, bookmarked').waitFor();
    await chooseFromMenu(studio(), row(studio(), 'Timeout'), 'Remove Bookmark');
    await row(studio(), 'Timeout, Pattern, Gold, read').waitFor();
    await frame.locator('button.mark-bookmark:not(.on)').waitFor();
  });

  it('opens to the side from the context menu', async () => {
    await chooseFromMenu(studio(), row(studio(), 'Bulkhead'), 'Open to the Side');
    await studio().page.locator('.tab', { hasText: 'Bulkhead' }).waitFor();
    await studio().page.locator('.tab', { hasText: 'Timeout' }).waitFor();
    await studio().screenshot('page-to-the-side');
    await studio().palette('View: Close All Editors');
  });

  it('keeps its place while another tab is in front of it', async () => {
    const frame = await openFromTree(studio(), 'Patterns', 'Resilience', 'Circuit Breaker');
    await frame.evaluate(() => { window.scrollTo(0, 900); });
    await studio().page.waitForTimeout(400); // the page reports its position once scrolling rests
    await studio().openFile('README.md');
    await studio().page.locator('.tab', { hasText: 'Circuit Breaker' }).click();
    const again = await shownPage(studio(), 'Circuit Breaker');
    await again.waitForFunction(() => Math.abs(window.scrollY - 900) < 5);
    await studio().palette('View: Close All Editors');
  });

  it('comes back after a restart, where it was', async () => {
    const frame = await openFromTree(studio(), 'Patterns', 'Resilience', 'Circuit Breaker');
    await frame.evaluate(() => { window.scrollTo(0, 1500); });
    await studio().page.waitForTimeout(600); // the position is kept once scrolling rests
    await studio().reload();
    const restored = await shownPage(studio(), 'Circuit Breaker');
    await restored.waitForFunction(() => Math.abs(window.scrollY - 1500) < 5);
  });

  it('asks before a web link leaves', async () => {
    const { page } = studio();
    const frame = await shownPage(studio(), 'Circuit Breaker');
    await frame.locator('.references a[href^="https://"]').first().click();
    await page.locator('.monaco-dialog-box', { hasText: 'open the external website' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('finds in the page', async () => {
    const { page } = studio();
    const frame = await shownPage(studio(), 'Circuit Breaker');
    await frame.locator('article h1').click();
    await page.keyboard.press('ControlOrMeta+F');
    await page.locator('.simple-find-part.visible').waitFor();
    await page.keyboard.press('Escape');
  });
});
