import assert from 'node:assert/strict';
import type { Theme } from './support/studio';
import { useStudio } from './support/use';
import { chooseFromMenu, expand, openSidebar, pickTitle, picks, row, shownPage } from './support/views';

const TITLE = 'Plan a Migration';

describe('Plan a Migration', () => {
  const studio = useStudio({ name: 'migration' });

  const step = (number: string): Promise<void> => pickTitle(studio()).filter({ hasText: `${TITLE} (${number})` }).waitFor();
  const choose = (label: string): Promise<void> => picks(studio()).filter({ hasText: label }).first().click();
  const confirm = (): Promise<void> => studio().page.locator('.quick-input-widget:visible .quick-input-action .monaco-button', { hasText: 'OK' }).click();
  async function check(...labels: readonly string[]): Promise<void> {
    for (const label of labels) await picks(studio()).filter({ hasText: label }).first().locator('.label-name').first().click();
    await confirm();
  }
  const open = (): Promise<void> => studio().palette(`Systems Studio: ${TITLE}`);

  it('finds a migration by another name, and leaves nothing behind when it is cancelled', async () => {
    const { page } = studio();
    await open();
    await step('1/7');
    await studio().screenshot('migration-which');
    await page.keyboard.type('decomposing');
    await picks(studio()).first().filter({ hasText: 'Monolith to Microservices' }).waitFor();
    await page.keyboard.press('Enter');
    await step('2/7');
    await page.keyboard.press('Escape');
    await pickTitle(studio()).waitFor({ state: 'detached' }).catch(() => undefined);
    assert.equal(await page.locator('.tab', { hasText: 'Untitled' }).count(), 0);
  });

  it('asks, goes back, and ends in a plan that reads well as source and in the preview', async () => {
    const { page } = studio();
    await open();
    await step('1/7');
    await choose('Single Database to Distributed');
    await step('2/7');
    await choose('Large');
    await step('3/7');
    await studio().screenshot('migration-team');
    await page.locator('.quick-input-widget:visible .codicon-quick-input-back').click();
    await step('2/7');
    await choose('Medium');
    await choose('A few teams, beside their other work');
    await choose('No downtime');
    await choose('1 to 10 TB');
    await step('6/7');
    await check('An audit trail', 'Formal change control');
    await step('7/7');
    await studio().screenshot('migration-when-not');
    await confirm();
    await picks(studio()).filter({ hasText: 'Open the plan' }).waitFor();
    await page.waitForTimeout(300);
    await studio().screenshot('migration-result');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: /plan/i }).waitFor();
    await page.locator('.view-lines', { hasText: 'Migration plan' }).first().waitFor();
    await page.waitForTimeout(500);
    await studio().screenshot('migration-document');
    await page.keyboard.press('ControlOrMeta+Shift+V');
    const preview = await studio().webview('.markdown-body h1');
    await preview.locator('h1', { hasText: 'Migration plan: ' }).waitFor();
    await studio().screenshot('migration-preview');
    for (const [name, heading] of [['overview', 'Overview'], ['phase', 'Phase 5'], ['risks', 'Risks']] as const) {
      await preview.locator('h2, h3', { hasText: heading }).first().scrollIntoViewIfNeeded();
      await preview.locator('h2, h3', { hasText: heading }).first().evaluate((element) => { element.scrollIntoView({ block: 'start' }); });
      await page.waitForTimeout(300);
      await studio().screenshot(`migration-preview-${name}`);
    }
  });

  it('says “don’t” for what the guide rules out, with the way out at hand', async () => {
    const { page } = studio();
    await openSidebar(studio());
    await expand(studio(), 'Migrations');
    await chooseFromMenu(studio(), row(studio(), 'Monolith to Microservices'), 'Plan This Migration');
    await step('1/6');
    await choose('Small');
    await choose('One team, with time for it');
    await choose('Not sure');
    await choose('Not sure');
    await step('5/6');
    await confirm();
    await step('6/6');
    await check('The code has no modules yet');
    await picks(studio()).filter({ hasText: 'Plan it all the same' }).waitFor();
    await page.waitForTimeout(300);
    await studio().screenshot('migration-dont');
    await page.keyboard.press('Enter');
    await page.locator('.view-lines', { hasText: 'Don’t, for now' }).first().waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+V');
    const preview = await studio().webview('.markdown-body h1');
    await preview.locator('h1', { hasText: 'Don’t, for now' }).waitFor();
    assert.equal(await preview.locator('h3', { hasText: 'Phase' }).count(), 0);
    await studio().screenshot('migration-dont-preview');
  });

  it('leads to the guide', async () => {
    await open();
    await choose('REST to GraphQL');
    for (const label of ['Not sure', 'Not sure']) await choose(label);
    await confirm();
    await confirm();
    await choose('Open the guide');
    await shownPage(studio(), 'REST to GraphQL');
  });
});

// The lists are the editor's own; what could go wrong is an icon or a colour of ours that a theme does not have.
for (const theme of ['Default Light Modern', 'Default High Contrast', 'Default High Contrast Light'] as const satisfies readonly Theme[]) {
  describe(`Plan a Migration, in ${theme}`, () => {
    const studio = useStudio({ name: `migration-${theme.replace(/\W+/g, '-')}`, theme });

    it('shows the reasons against it', async () => {
      const { page } = studio();
      const enter = async (placeholder: string, label: string): Promise<void> => {
        await page.locator(`.quick-input-widget:visible input[placeholder^="${placeholder}"]`).waitFor();
        await picks(studio()).filter({ hasText: label }).first().click();
      };
      const ok = page.locator('.quick-input-widget:visible .quick-input-action .monaco-button', { hasText: 'OK' });
      await studio().palette(`Systems Studio: ${TITLE}`);
      await enter('Which migration?', 'Gossip to Service Mesh');
      await enter('How large', 'Small');
      await enter('Who carries', 'One team, beside its other work');
      await ok.click();
      await page.locator('.quick-input-widget:visible input[placeholder^="Which of these"]').waitFor();
      await ok.click();
      await picks(studio()).filter({ hasText: 'Plan it all the same' }).waitFor();
      await page.waitForTimeout(300);
      await studio().screenshot(`migration-dont-${theme.replace(/\W+/g, '-').toLowerCase()}`);
      assert.equal(await picks(studio()).filter({ hasText: 'There is nothing to separate' }).count(), 1);
      await page.keyboard.press('Escape');
    });
  });
}
