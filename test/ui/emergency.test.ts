import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { expectAccessible } from './support/axe';
import type { Studio } from './support/studio';
import { useStudio } from './support/use';
import { notification, openSidebar, picks, pickTitle } from './support/views';
import { THEMES } from './support/themes';

const COMMAND = 'Systems Studio: Our System Is on Fire';

async function openPicker(studio: Studio): Promise<void> {
  await studio.palette(COMMAND);
  await pickTitle(studio).filter({ hasText: 'Our System Is on Fire' }).waitFor();
  await picks(studio).first().waitFor();
}

/** The page of a playbook, once it is painted. */
async function emergencyPage(studio: Studio, title: string): Promise<Frame> {
  const frame = await studio.webview('.steps');
  await frame.locator('.bar h1', { hasText: title }).waitFor();
  return frame;
}

/** Closes the untitled document in front, without saving it. */
async function closeUnsaved({ page }: Studio): Promise<void> {
  const tabs = page.locator('.tab', { hasText: 'Untitled' });
  const before = await tabs.count();
  await tabs.last().hover();
  await tabs.last().locator('.tab-actions .action-label').click();
  await page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" }).click();
  while (await tabs.count() >= before) await page.waitForTimeout(50);
}

/** Milliseconds on the clock. */
async function clockOf(frame: Frame): Promise<number> {
  const [seconds = 0, minutes = 0, hours = 0] = ((await frame.locator('.clock').textContent()) ?? '').split(':').map(Number).reverse();
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

describe('Our System Is on Fire', () => {
  const studio = useStudio({ name: 'emergency' });
  /** The browser alone may read its clipboard when it is told so. */
  const clipboardHolds = async (text: string | null): Promise<void> => {
    await studio().page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await studio().page.waitForFunction(async (wanted) => (await navigator.clipboard.readText()) === wanted, text);
  };

  it('leaves no trace when the picker is cancelled', async () => {
    await openPicker(studio());
    await studio().screenshot('emergency-picker');
    await studio().page.keyboard.press('Escape');
    await openPicker(studio());
    assert.equal(await picks(studio()).filter({ hasText: 'Continue' }).count(), 0);
    assert.equal(await studio().page.locator('.tab').count(), 0);
    await studio().page.keyboard.press('Escape');
  });

  it('leads from typed words to a symptom, and on when there is none', async () => {
    await openPicker(studio());
    const input = studio().page.locator('.quick-input-widget:visible input[type="text"]');
    await input.fill('conection pool');
    await picks(studio()).first().filter({ hasText: 'Connection pool exhausted' }).waitFor();
    await input.fill('503');
    await picks(studio()).first().filter({ hasText: 'Several services fail at once' }).waitFor();
    await studio().screenshot('emergency-picker-503');
    await input.fill('qxzvbn');
    await picks(studio()).first().filter({ hasText: 'No playbook is for "qxzvbn"' }).waitFor();
    await studio().screenshot('emergency-picker-nothing');
    await studio().page.keyboard.press('Enter');
    await (await studio().webview('article h1')).locator('article h1', { hasText: 'Emergency Playbooks' }).waitFor();
    await studio().palette('View: Close All Editors');
  });

  it('takes two keystrokes: Enter on the command, Enter on the first symptom', async () => {
    await openPicker(studio());
    const begun = Date.now();
    await studio().page.keyboard.press('Enter');
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    console.log(`      from Enter on the symptom to the page: ${Date.now() - begun} ms, with the polling of the test`);
    assert.equal(await frame.locator('.steps li').count(), 6);
    assert.deepEqual(
      await frame.locator('details.section summary').allTextContents(),
      ['Stabilise', 'Find the cause', 'Repair', 'Prevent', 'Verify', 'Symptoms', 'References'],
    );
    assert.deepEqual(await frame.locator('details.section[open] summary').allTextContents(), ['Stabilise']);
    await studio().screenshot('emergency');
  });

  it('has the focus on the first step, where Space checks it, and writes the time beside it', async () => {
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    await frame.locator('.steps input:focus').waitFor();
    await frame.waitForFunction(() => document.querySelector('.clock')?.textContent !== '00:00');
    await studio().page.keyboard.press('Space');
    await frame.locator('.steps li.done .checked-at', { hasText: /\+00:\d\d/ }).waitFor();
    assert.ok(await frame.locator('.steps li').first().locator('input').isChecked());
    assert.match((await frame.locator('.steps li').first().locator('.checked-at .visually-hidden').textContent()) ?? '', /Checked 00:\d\d after the start/);
    assert.equal(await frame.locator('.clock').getAttribute('role'), 'timer');
    assert.equal(await frame.locator('.clock').getAttribute('aria-live'), 'off');
    await frame.getByLabel('List the changes of the last two hours').check();
    await frame.locator('.steps li.done').nth(1).waitFor();
  });

  it('keeps clock and checks when the page is closed and opened again, and offers to continue first', async () => {
    const before = await clockOf(await emergencyPage(studio(), 'Bad Deployment'));
    await studio().palette('View: Close All Editors');
    await studio().page.locator('.tab').first().waitFor({ state: 'detached' });
    await openPicker(studio());
    await picks(studio()).first().filter({ hasText: /Continue: Bad Deployment, \d+ min/ }).waitFor();
    await studio().screenshot('emergency-continue');
    await studio().page.waitForTimeout(1_000);
    await studio().page.keyboard.press('Enter');
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    await frame.locator('.steps li.done').nth(1).waitFor();
    assert.ok((await clockOf(frame)) >= before + 1_000, 'the clock went on');
  });

  it('copies a command with one click', async () => {
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    await frame.locator('#find-the-cause > summary').click();
    const figure = frame.locator('details.section[open] figure.code').first();
    await figure.scrollIntoViewIfNeeded();
    const code = await figure.locator('code').textContent();
    await figure.locator('button.copy').click();
    await figure.locator('button.copy', { hasText: 'Copied' }).waitFor();
    // The page says so when it has asked the extension, which may still be about to do it.
    await clipboardHolds(code);
  });

  it('opens a linked entry to the side, with the steps still in sight', async () => {
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    await frame.locator('#prevent > summary').click();
    const link = frame.locator('#prevent a[data-entry]').first();
    await link.click();
    const page = await studio().webview('article h1');
    const title = (await page.locator('article h1').textContent()) ?? '';
    assert.ok(await frame.locator('.steps').isVisible());
    await studio().screenshot('emergency-beside');
    await studio().page.locator('.tab', { hasText: title }).locator('.tab-actions .action-label').click();
  });

  it('starts notes beside the page that take each step as a line', async () => {
    const { page } = studio();
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    await frame.getByRole('button', { name: 'Start incident notes' }).click();
    const lines = page.locator('.editor-instance .view-lines');
    await lines.filter({ hasText: /Incident.notes:.Bad.Deployment/ }).waitFor();
    await frame.getByLabel('Compare old and new instances').check();
    await lines.filter({ hasText: /\(\+00:\d\d\).Compare.old.and.new.instances/ }).waitFor();
    await frame.getByLabel('Compare old and new instances').uncheck();
    await lines.filter({ hasText: /Taken.back:.Compare/ }).waitFor();
    await frame.getByRole('button', { name: 'Open incident notes' }).waitFor();
    await studio().screenshot('emergency-notes');
  });

  it('changes the playbook on the same clock, and goes back', async () => {
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    const before = await clockOf(frame);
    await frame.getByRole('button', { name: 'Change playbook' }).click();
    await pickTitle(studio()).filter({ hasText: 'Our System Is on Fire' }).waitFor();
    await studio().page.locator('.quick-input-widget:visible input[type="text"]').fill('consumer lag');
    await picks(studio()).first().filter({ hasText: 'Consumer lag rises' }).waitFor();
    await studio().page.keyboard.press('Enter');
    const other = await emergencyPage(studio(), 'Queue Backlog');
    assert.ok((await clockOf(other)) >= before, 'the same clock');
    assert.equal(await other.locator('.steps li.done').count(), 0);
    await studio().screenshot('emergency-changed');
    await other.locator('.others button', { hasText: 'Bad Deployment' }).click();
    const back = await emergencyPage(studio(), 'Bad Deployment');
    await back.locator('.steps li.done').nth(1).waitFor();
    assert.equal(await studio().page.locator('.tab', { hasText: 'Incident: ' }).count(), 1);
  });

  it('comes back after a restart with clock, checks and notes, and the notes still take lines', async () => {
    const { page } = studio();
    await studio().reload();
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    await frame.locator('.steps li.done').nth(1).waitFor();
    assert.ok((await clockOf(frame)) > 6_000);
    await frame.getByLabel('Switch the flag off').check();
    await page.locator('.editor-instance .view-lines').filter({ hasText: /Switch.the.flag.off/ }).waitFor();
  });

  it('ends without a question, says so in the notes, and can be resumed', async () => {
    const { page } = studio();
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    await frame.getByRole('button', { name: 'End incident' }).click();
    await frame.getByRole('button', { name: 'Resume incident' }).waitFor();
    const stopped = await clockOf(frame);
    await page.locator('.editor-instance .view-lines').filter({ hasText: /Incident.ended/ }).waitFor();
    assert.ok(await frame.locator('.steps input').first().isDisabled());
    await page.waitForTimeout(1_500);
    assert.equal(await clockOf(frame), stopped);
    await studio().screenshot('emergency-ended');
    await frame.getByRole('button', { name: 'Resume incident' }).click();
    await frame.getByRole('button', { name: 'End incident' }).waitFor();
    await page.locator('.editor-instance .view-lines').filter({ hasText: /Incident.resumed/ }).waitFor();
    await frame.getByRole('button', { name: 'End incident' }).click();
    await frame.getByRole('button', { name: 'Restart clock' }).click();
    await frame.waitForFunction(() => (document.querySelector('.clock')?.textContent ?? '').startsWith('00:0'));
    assert.equal(await frame.locator('.steps li.done').count(), 0);
    await frame.getByRole('button', { name: 'Start incident notes' }).waitFor();
  });

  it('offers new notes when the document was closed', async () => {
    const { page } = studio();
    const frame = await emergencyPage(studio(), 'Bad Deployment');
    await frame.getByRole('button', { name: 'Start incident notes' }).click();
    await frame.getByRole('button', { name: 'Open incident notes' }).waitFor();
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await closeUnsaved(studio());
    await frame.getByLabel('Stop the rollout').check();
    const offer = await notification(studio(), 'new notes contain the timeline so far');
    await studio().screenshot('emergency-notes-closed');
    await offer.locator('.monaco-button', { hasText: 'Open New Notes' }).click();
    await page.locator('.editor-instance .view-lines').filter({ hasText: /\(\+00:\d\d\).Stop.the.rollout/ }).waitFor();
  });

  it('is one click away in the Library, whatever row has the focus', async () => {
    await openSidebar(studio());
    await studio().page.locator('.sidebar .monaco-list-row').first().click();
    await studio().page.locator('.sidebar .action-label[aria-label="Our System Is on Fire"]').click();
    await picks(studio()).first().filter({ hasText: 'Continue' }).waitFor();
    await studio().page.keyboard.press('Escape');
  });
});

for (const [theme, bodyClass] of THEMES) {
  describe(`The emergency page in ${theme}`, () => {
    const studio = useStudio({ name: `emergency-${bodyClass}`, theme, settings: { 'window.autoDetectHighContrast': false }, viewport: { width: 1280, height: 1000 } });

    it('has no violation of level A or AA, running and ended, wide and narrow', async () => {
      await openPicker(studio());
      await studio().page.locator('.quick-input-widget:visible input[type="text"]').fill('errors spread');
      await picks(studio()).first().filter({ hasText: 'Errors spread' }).waitFor();
      await studio().page.keyboard.press('Enter');
      const frame = await emergencyPage(studio(), 'Cascading Failures');
      assert.ok((await frame.locator('body').getAttribute('class'))?.split(' ').includes(bodyClass), 'the theme is on');
      await frame.locator('.steps input').nth(0).check();
      await frame.locator('.steps input').nth(1).check();
      await frame.locator('.steps li.done').nth(1).waitFor();
      await studio().screenshot(`emergency-${bodyClass}`);
      await expectAccessible(frame);
      await frame.evaluate(() => { for (const section of document.querySelectorAll('details.section')) section.setAttribute('open', ''); });
      await expectAccessible(frame);
      await frame.locator('figure.code').first().scrollIntoViewIfNeeded();
      await studio().screenshot(`emergency-sections-${bodyClass}`);
      await studio().page.setViewportSize({ width: 700, height: 800 });
      await frame.evaluate(() => { window.scrollTo(0, 0); });
      assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'the page does not scroll sideways');
      await studio().screenshot(`emergency-narrow-${bodyClass}`);
      await studio().page.setViewportSize({ width: 1280, height: 1000 });
      await frame.getByRole('button', { name: 'End incident' }).click();
      await frame.getByRole('button', { name: 'Resume incident' }).waitFor();
      await studio().screenshot(`emergency-ended-${bodyClass}`);
      await expectAccessible(frame);
    });
  });
}
