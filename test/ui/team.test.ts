import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe';
import { useStudio } from './support/use';
import { expand, openFromTree, openSidebar, picks, row, searchFor, shownPage } from './support/views';
import { THEMES } from './support/themes';

const WORKSPACE = 'sample-workspace';
/** High enough for the tree to show all patterns of a category. */
const VIEWPORT = { width: 1280, height: 1100 };

for (const [theme, bodyClass] of THEMES) {
  describe(`Entries of the workspace in ${theme}`, () => {
    const studio = useStudio({ name: `team-${bodyClass}`, theme, settings: { 'window.autoDetectHighContrast': false }, viewport: VIEWPORT });

    it('are marked in the tree and on their page, and axe-core finds no violation', async () => {
      const frame = await openFromTree(studio(), 'Patterns', 'Resilience', 'Payment Hold');
      await row(studio(), `Payment Hold, Pattern, Silver, ${WORKSPACE}`).waitFor();
      assert.equal(await frame.locator('.facts div', { hasText: 'From the workspace' }).locator('dd').textContent(), WORKSPACE);
      await studio().screenshot(`team-page-${bodyClass}`);
      await expectAccessible(frame);
      await frame.locator('figure.diagram').first().scrollIntoViewIfNeeded();
      await studio().screenshot(`team-diagram-${bodyClass}`);
      assert.equal(await frame.locator('figure.code[data-executed="true"]').count(), 0, 'nothing of a workspace is executed');
    });

    it('show their problems while they are written, and a wrong key keeps one out', async () => {
      const { page } = studio();
      await studio().openFile('payment-hold.md');
      await page.locator('.monaco-editor .view-line', { hasText: 'Payment Hold' }).first().click();
      await page.keyboard.press('Home');
      await page.keyboard.type('colour: red');
      await page.keyboard.press('Enter');
      await studio().palette('View: Focus Problems');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'Unknown key "colour"' }).waitFor();
      await studio().screenshot(`team-problems-${bodyClass}`);
      await page.locator('.monaco-editor .view-line', { hasText: 'colour' }).first().click();
      await page.keyboard.press('ControlOrMeta+S');
      await row(studio(), 'Payment Hold').waitFor({ state: 'detached' });
      await row(studio(), 'Circuit Breaker').waitFor();
      await page.keyboard.press('ControlOrMeta+Shift+K');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'Unknown key "colour"' }).waitFor({ state: 'detached' });
      await page.keyboard.press('ControlOrMeta+S');
      await row(studio(), 'Payment Hold').waitFor();
    });
  });
}

describe('The entries of a workspace', () => {
  const studio = useStudio({ name: 'team' });

  it('are found by the search, marked', async () => {
    await searchFor(studio(), 'payment hold');
    await picks(studio()).first().filter({ hasText: 'Payment Hold' }).filter({ hasText: WORKSPACE }).waitFor();
    await studio().screenshot('team-search');
    await studio().page.keyboard.press('Enter');
    await shownPage(studio(), 'Payment Hold');
  });

  it('lead to entries of the library and back', async () => {
    const frame = await shownPage(studio(), 'Payment Hold');
    await frame.locator('.body a[data-entry="saga"]').first().click();
    const saga = await shownPage(studio(), 'Saga');
    await saga.locator('.related a[data-entry="payment-hold"]').click();
    await shownPage(studio(), 'Payment Hold');
  });

  it('begin with New Team Entry, by keyboard alone', async () => {
    const { page } = studio();
    await studio().palette('Systems Studio: New Team Entry');
    const input = page.locator('.quick-input-widget:visible input[type="text"]');
    await picks(studio()).filter({ hasText: 'Playbook' }).first().waitFor();
    await input.fill('Playbook');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget:visible', { hasText: 'which also names the file' }).waitFor();
    await input.fill('Circuit Breaker');
    await page.locator('.quick-input-widget:visible', { hasText: 'is in the library already' }).waitFor();
    await studio().screenshot('team-new-entry');
    await input.fill('Bank Offline');
    await page.keyboard.press('Enter');
    await page.locator('.tab', { hasText: 'bank-offline.md' }).waitFor();
    await studio().screenshot('team-new-entry-file');
    const file = join(studio().workspace ?? '', '.systems-studio/library/playbooks/bank-offline.md');
    assert.match(readFileSync(file, 'utf8'), /^---\ntitle: "Bank Offline"\n/);
    await openSidebar(studio());
    await expand(studio(), 'Playbooks');
    await row(studio(), `Bank Offline, Playbook, ${WORKSPACE}`).waitFor();
  });

  it('write nothing when New Team Entry is cancelled', async () => {
    const { page } = studio();
    const input = page.locator('.quick-input-widget:visible input[type="text"]');
    await studio().palette('Systems Studio: New Team Entry');
    await picks(studio()).filter({ hasText: 'Guide' }).first().waitFor();
    await input.fill('Guide');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget:visible', { hasText: 'which also names the file' }).waitFor();
    await input.fill('Never Written');
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.ok(!existsSync(join(studio().workspace ?? '', '.systems-studio/library/guides')));
  });

  it('have a description of their format', async () => {
    await studio().palette('Systems Studio: Open the Entry Format');
    await studio().webview('h1#the-format-of-team-entries');
    await studio().screenshot('team-format');
  });
});

describe('Entries of a workspace in restricted mode', () => {
  const studio = useStudio({ name: 'team-restricted', trustAll: false, viewport: VIEWPORT, settings: { 'security.workspace.trust.startupPrompt': 'never' } });

  it('are text only, so they are there', async () => {
    await openFromTree(studio(), 'Patterns', 'Resilience', 'Payment Hold');
    await studio().screenshot('team-restricted');
  });
});
