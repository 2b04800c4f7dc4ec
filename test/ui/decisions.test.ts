import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Studio, Theme } from './support/studio';
import { useStudio } from './support/use';
import { chooseFromMenu, notification, openFromTree, openSidebar, pickTitle, picks, row } from './support/views';

const THEMES: readonly (readonly [Theme, string])[] = [
  ['Default Light Modern', 'vscode-light'],
  ['Default High Contrast', 'vscode-high-contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light'],
];

/** Opens the view, which is collapsed at first. */
async function openRecords(studio: Studio): Promise<void> {
  await openSidebar(studio);
  const header = studio.page.locator('.pane-header', { hasText: 'Decision Records' });
  if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
}

describe('Decision records', () => {
  const studio = useStudio({ name: 'decisions' });
  const file = (name: string): string => join(studio().workspace ?? '', 'docs', 'decisions', name);
  const title = (step: string) => pickTitle(studio()).filter({ hasText: `Record a Decision${step}` });
  const accept = (): Promise<void> => studio().page.keyboard.press('Enter');

  it('are listed with their status, and open with a click', async () => {
    await openRecords(studio());
    await row(studio(), '0003 Search a read model of its own, accepted, 2026-06-18').waitFor();
    await row(studio(), '0002 Ask the owners for each search, superseded by ADR-0003, 2026-04-02').waitFor();
    await row(studio(), '0001 Orchestrate the order as a saga, accepted').hover();
    await studio().page.locator('.monaco-hover:visible', { hasText: 'An order holds seats in inventory' }).waitFor();
    await studio().screenshot('decisions-vscode-dark');
    await studio().page.mouse.move(640, 400);
    await row(studio(), '0003').click();
    await studio().page.locator('.tab.active', { hasText: '0003-search-a-read-model-of-its-own.md' }).waitFor();
  });

  it('show what a link to another record means', async () => {
    const { page } = studio();
    const link = page.locator('.editor-instance .view-lines span span', { hasText: 'ADR-0002' }).first();
    const hover = page.locator('.monaco-hover:visible', { hasText: '0002 Ask the owners for each search' });
    for (let attempt = 1; attempt <= 4 && !(await hover.isVisible()); attempt++) {
      await page.mouse.move(5, 5);
      await link.hover();
      await hover.waitFor({ timeout: 4_000 }).catch(() => undefined);
    }
    await hover.getByText('superseded by ADR-0003').waitFor();
    await studio().screenshot('decisions-hover');
    await studio().palette('View: Close All Editors');
  });

  it('write nothing when a question is left', async () => {
    await studio().palette('Systems Studio: Record a Decision');
    await title(' (1/3)').waitFor();
    await accept();
    await studio().page.locator('.quick-input-message', { hasText: 'Write a title' }).waitFor();
    await studio().page.keyboard.type('Something');
    await accept();
    await title(' (2/3)').waitFor();
    await studio().page.locator('.quick-input-widget:visible .codicon-quick-input-back').click();
    await title(' (1/3)').waitFor();
    assert.equal(await studio().page.locator('.quick-input-widget:visible input[type="text"]').inputValue(), 'Something');
    await studio().page.keyboard.press('Escape');
    assert.ok(!existsSync(file('0004-something.md')));
  });

  it('start from the page of a pattern, and the view follows', async () => {
    const { page } = studio();
    await openFromTree(studio(), 'Patterns', 'Resilience', 'Circuit Breaker');
    await page.locator('.editor-actions .action-label[aria-label="Record a Decision"]').click();
    await title(' (1/3)').waitFor();
    await page.waitForTimeout(300); // the widget fades in
    await studio().screenshot('decisions-title');
    await page.locator('.quick-input-widget:visible input[type="text"]').fill('Use Circuit Breaker for calls to payments');
    await accept();
    await title(' (2/3)').waitFor();
    await picks(studio()).filter({ hasText: 'accepted' }).click();
    await title(' (3/3)').waitFor();
    await page.waitForTimeout(300);
    await studio().screenshot('decisions-supersedes');
    await accept();
    await page.locator('.tab.active', { hasText: '0004-use-circuit-breaker-for-calls-to-payments.md' }).waitFor();
    await row(studio(), '0004 Use Circuit Breaker for calls to payments, accepted').waitFor();
    const text = readFileSync(file('0004-use-circuit-breaker-for-calls-to-payments.md'), 'utf8');
    assert.match(text, /Chosen option: "Circuit Breaker", because \{/);
    await studio().screenshot('decisions-record');
    await page.locator('.editor-actions .action-label[aria-label^="Open Preview to the Side"]').click();
    await page.locator('.tab', { hasText: 'Preview 0004' }).waitFor();
    await page.waitForTimeout(1_500); // the preview paints when it likes, and the picture is for people
    await studio().screenshot('decisions-preview');
    await studio().palette('View: Close All Editors');
  });

  it('are offered from the palette with the page in front, and from the tree for a pattern', async () => {
    const { page } = studio();
    const value = (): Promise<string> => page.locator('.quick-input-widget:visible input[type="text"]').inputValue();
    await openFromTree(studio(), 'Patterns', 'Resilience', 'Circuit Breaker');
    await studio().palette('Systems Studio: Record a Decision');
    await picks(studio()).filter({ hasText: 'Start from "Circuit Breaker"' }).waitFor();
    await accept();
    await title(' (1/3)').waitFor();
    assert.equal(await value(), 'Use Circuit Breaker');
    await page.keyboard.press('Escape');
    await chooseFromMenu(studio(), row(studio(), 'Bulkhead'), 'Record a Decision');
    await title(' (1/3)').waitFor();
    assert.equal(await value(), 'Use Bulkhead');
    await page.keyboard.press('Escape');
    await studio().palette('View: Close All Editors');
  });

  it('take the place of an older one, and one undo takes both back', async () => {
    const { page } = studio();
    const before = readFileSync(file('0001-orchestrate-the-order-as-a-saga.md'), 'utf8');
    await chooseFromMenu(studio(), row(studio(), '0001'), 'Supersede with a New Record');
    await title(' (1/2)').waitFor();
    await page.keyboard.type('Let events carry the order');
    await accept();
    await title(' (2/2)').waitFor();
    await accept();
    await page.locator('.tab.active', { hasText: '0005-let-events-carry-the-order.md' }).waitFor();
    await row(studio(), '0001 Orchestrate the order as a saga, superseded by ADR-0005').waitFor();
    assert.equal(
      readFileSync(file('0001-orchestrate-the-order-as-a-saga.md'), 'utf8'),
      before.replace('Status: accepted', 'Status: superseded by [ADR-0005](0005-let-events-carry-the-order.md)'),
    );
    assert.match(readFileSync(file('0005-let-events-carry-the-order.md'), 'utf8'), /Supersedes \[ADR-0001: Orchestrate the order as a saga\]/);
    await studio().screenshot('decisions-superseded');
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+Z');
    await row(studio(), '0001 Orchestrate the order as a saga, accepted').waitFor();
    assert.ok(!existsSync(file('0005-let-events-carry-the-order.md')));
    assert.equal(readFileSync(file('0001-orchestrate-the-order-as-a-saga.md'), 'utf8'), before);
    assert.equal(await row(studio(), '0005').count(), 0);
  });
});

for (const [theme, name] of THEMES) {
  describe(`Decision records in ${theme}`, () => {
    const studio = useStudio({ name: `decisions-${name}`, theme, settings: { 'window.autoDetectHighContrast': false } });

    it('are listed with their status', async () => {
      await openRecords(studio());
      await row(studio(), '0002 Ask the owners for each search, superseded by ADR-0003').waitFor();
      await row(studio(), '0003').click();
      await studio().page.locator('.tab.active', { hasText: '0003-search' }).waitFor();
      await studio().screenshot(`decisions-${name}`);
    });
  });
}

describe('Decision records without a folder', () => {
  const studio = useStudio({ name: 'decisions-none', folder: 'none' });

  it('say where records live, and give an untitled document', async () => {
    const { page } = studio();
    await openRecords(studio());
    await page.locator('.welcome-view-content', { hasText: 'Decision records live with the code' }).waitFor();
    await page.locator('.welcome-view-content .monaco-button', { hasText: 'Record a Decision' }).click();
    await pickTitle(studio()).filter({ hasText: 'Record a Decision (1/2)' }).waitFor();
    await page.keyboard.type('Use a saga for orders');
    await page.keyboard.press('Enter');
    await pickTitle(studio()).filter({ hasText: 'Record a Decision (2/2)' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await page.locator('.view-lines', { hasText: 'Use a saga for orders' }).first().waitFor();
    await notification(studio(), 'No folder is open, so the record is an untitled document.');
    await studio().screenshot('decisions-no-folder');
  });
});
