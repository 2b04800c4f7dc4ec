import assert from 'node:assert/strict';
import { useStudio } from './support/use';
import { openSidebar, row } from './support/views';

describe('Learning', () => {
  const studio = useStudio({ name: 'learning' });

  it('shows the path with weeks, items and the four milestones', async () => {
    await openSidebar(studio());
    await row(studio(), 'Foundations').waitFor();
    await studio().palette('Systems Studio: Open Learning');
    const frame = await studio().webview('.milestones');
    assert.deepEqual(
      await frame.locator('.milestones strong').allTextContents(),
      ['Complete Foundations', 'Master 10 Patterns', 'Design First System', 'Deploy to Production'],
    );
    assert.equal(await frame.locator('details.week').count(), 10);
    assert.equal(await frame.locator('.progress progress').getAttribute('value'), '0');
    await studio().screenshot('learning');
  });

  it('moves the progress on the page and in the view when an item is checked', async () => {
    const frame = await studio().webview('.milestones');
    const item = frame.locator('.item').nth(1);
    await item.locator('vscode-checkbox').click();
    assert.equal(await item.locator('vscode-checkbox').getAttribute('aria-label'), `${await item.locator('.title').textContent()}: done`);
    await frame.locator('.progress span', { hasText: '1 of' }).waitFor();
    assert.ok(Number(await frame.locator('.progress progress').getAttribute('value')) > 0);
    await row(studio(), 'Foundations').filter({ hasText: '1 of' }).waitFor();
  });

  it('counts an entry that was read elsewhere, and takes it back', async () => {
    const frame = await studio().webview('.milestones');
    await frame.locator('.item a.title').first().click();
    const page = await studio().webview('article h1');
    await page.locator('button.mark-read').click();
    await row(studio(), 'Foundations').filter({ hasText: '2 of' }).waitFor();
    await page.locator('button.mark-read').click();
    await row(studio(), 'Foundations').filter({ hasText: '1 of' }).waitFor();
  });

  it('offers both paces, and keeps the progress', async () => {
    await studio().palette('Systems Studio: Open Learning');
    const frame = await studio().webview('.milestones');
    await frame.locator('.pace vscode-dropdown').click();
    await frame.locator('vscode-option', { hasText: 'Intensive' }).click();
    await frame.waitForFunction(() => document.querySelectorAll('details.week').length === 7);
    await frame.locator('.progress span', { hasText: '1 of' }).waitFor();
  });

  it('has native check boxes in the view', async () => {
    await row(studio(), 'Foundations').locator('.monaco-tl-twistie').click();
    await row(studio(), 'Week 1').locator('.monaco-tl-twistie').click();
    const box = studio().page.locator('.sidebar .monaco-list-row .custom-view-tree-node-item-checkbox').first();
    await box.click();
    await row(studio(), 'Foundations').filter({ hasText: '2 of' }).waitFor();
    await studio().screenshot('learning-view');
  });

  it('keeps all of it over a restart', async () => {
    await studio().reload();
    await openSidebar(studio());
    await row(studio(), 'Foundations').filter({ hasText: '2 of' }).waitFor();
    const frame = await studio().webview('.milestones');
    await frame.locator('.progress span', { hasText: '2 of' }).waitFor();
  });
});
