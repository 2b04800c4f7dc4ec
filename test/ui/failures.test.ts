import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useStudio } from './support/use';
import { notification, openFromTree, openSidebar, row, shownPage } from './support/views';

/** The installed extension of a studio, where a test may damage it. */
function installed(dataFolder: string): string {
  const extensions = join(dataFolder, 'extensions');
  const folder = readdirSync(extensions).find((name) => name.startsWith('systems-studio.'));
  assert.ok(folder, `the extension is installed in ${extensions}`);
  return join(extensions, folder, 'dist');
}

describe('A damaged installation', () => {
  const studio = useStudio({ name: 'failures' });

  it('says what to do when the library is broken, and goes on once it is mended', async () => {
    const { page, server } = studio();
    const file = join(installed(server.dataFolder), 'library.json');
    const whole = readFileSync(file);
    writeFileSync(file, '{ "version": 1, "entries": "not a list" }');
    await page.locator('.activitybar .action-label[aria-label="Systems Studio"]').click();
    await page.locator('.sidebar .welcome-view-content', { hasText: 'The library could not be read' }).first().waitFor();
    await studio().palette('Systems Studio: Search Library');
    const problem = await notification(studio(), 'Reinstall the extension');
    await studio().screenshot('failure-library');
    await problem.locator('.monaco-button', { hasText: 'Show Log' }).click();
    // The channel opens; this server lacks the native module that would write its lines.
    await page.locator('.panel .monaco-select-box', { hasText: 'Distributed Systems Studio' }).or(page.locator('.panel select').filter({ hasText: 'Distributed Systems Studio' })).first().waitFor();

    rmSync(file);
    await page.locator('.sidebar .monaco-button', { hasText: 'Try Again' }).first().click();
    await page.waitForTimeout(1_000); // the message goes and comes again
    await page.locator('.sidebar .welcome-view-content', { hasText: 'The library could not be read' }).first().waitFor();

    writeFileSync(file, whole);
    await page.locator('.sidebar .monaco-button', { hasText: 'Try Again' }).first().click();
    await row(studio(), 'Patterns').waitFor();
  });

  it('says on the page that a text is missing, and shows the next entry all the same', async () => {
    const { server } = studio();
    rmSync(join(installed(server.dataFolder), 'entries', 'bulkhead.json'));
    await openSidebar(studio());
    await row(studio(), 'Patterns').click();
    await row(studio(), 'Resilience').click();
    await row(studio(), 'Bulkhead').click();
    const frame = await studio().webview('.failure');
    assert.match((await frame.locator('.failure').textContent()) ?? '', /"bulkhead" cannot be read.*Reinstall/s);
    await studio().screenshot('failure-page');
    await row(studio(), 'Timeout').click();
    await shownPage(studio(), 'Timeout');
  });
});

describe('An untrusted workspace', () => {
  const studio = useStudio({ name: 'untrusted', trustAll: false, settings: { 'security.workspace.trust.startupPrompt': 'never' } });

  it('has the library, the pages and the search', async () => {
    await studio().page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await openFromTree(studio(), 'Patterns', 'Resilience', 'Circuit Breaker');
    await studio().palette('Systems Studio: Search Library');
    await studio().page.locator('.quick-input-widget:visible input[type="text"]').waitFor();
    await studio().page.keyboard.press('Escape');
  });
});

describe('A window without a folder', () => {
  const studio = useStudio({ name: 'no-folder', folder: 'none', viewport: { width: 800, height: 600 } });

  it('has the library and the pages, in a narrow window too', async () => {
    const frame = await openFromTree(studio(), 'Patterns', 'Resilience', 'Circuit Breaker');
    assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'the page does not scroll sideways');
    await studio().screenshot('page-narrow');
  });
});
