import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../host/paths';
import { expectAccessible } from './support/axe';
import type { Studio } from './support/studio';
import { THEMES } from './support/themes';
import { useStudio } from './support/use';
import { picks } from './support/views';

const LAB = 'circuit-breaker-lab';
const TITLE = 'A circuit breaker that recovers';

/** The brief of the lab, from the palette. */
async function openLab(studio: Studio): Promise<Frame> {
  await studio.palette('Systems Studio: Open Lab');
  await picks(studio).filter({ hasText: TITLE }).first().click();
  const frame = await studio.webview('.conditions');
  await frame.locator('h1', { hasText: TITLE }).waitFor();
  return frame;
}

/** Starts the lab in the opened folder, which the dialog offers first. */
async function startLab(studio: Studio, frame: Frame): Promise<void> {
  await frame.locator('button', { hasText: 'Start Lab' }).click();
  await studio.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: 'Pick the Folder' }).waitFor();
  await studio.page.locator('.quick-input-widget:visible .quick-input-action .monaco-button').first().click();
  await studio.page.locator('.tab', { hasText: 'circuitBreaker.test.js' }).waitFor();
  await frame.locator('#act-run').waitFor();
}

/** Runs the tests from the page and waits for what it says. */
async function runTests(frame: Frame, says: string): Promise<void> {
  await frame.locator('#act-run').click();
  await frame.locator('.lab .result', { hasText: says }).waitFor({ timeout: 60_000 });
}

function solve(workspace: string): void {
  const folder = join(workspace, LAB);
  cpSync(join(root, 'content/labs', LAB, 'solution'), folder, { recursive: true });
}

for (const [theme, bodyClass] of THEMES) {
  describe(`A lab in ${theme}`, () => {
    const studio = useStudio({ name: `practice-${bodyClass}`, theme, settings: { 'window.autoDetectHighContrast': false } });

    it('opens hints one by one, then the discussion in two steps, and axe-core finds no violation of level A or AA', async () => {
      const frame = await openLab(studio());
      await studio().screenshot(`brief-${bodyClass}`);
      await expectAccessible(frame);
      await frame.locator('.conditions label').first().click();
      const hidden = 'Give each stay in a state a number that grows';
      assert.equal((await frame.content()).includes(hidden), false, 'a hint is not in the page before it is opened');
      assert.equal(await frame.locator('#show-discussion, #show-solution').count(), 0);
      for (let hint = 1; hint <= 4; hint += 1) {
        await frame.locator('#next-hint', { hasText: `Show Hint ${hint} of 4` }).click();
        await frame.locator(`#hint-${hint}`).waitFor();
        assert.equal(await frame.locator('.hint').count(), hint);
        if (hint === 2) await studio().screenshot(`brief-hints-${bodyClass}`);
      }
      assert.equal(await frame.evaluate(() => document.activeElement?.id), 'hint-4', 'a screen reader reads on from the hint');
      await frame.locator('#show-discussion').click();
      assert.equal((await frame.content()).includes('Late answers are the subtle part'), false);
      await frame.locator('#discussion-now').click();
      await frame.locator('.discussion p', { hasText: 'Late answers are the subtle part' }).waitFor();
      await studio().screenshot(`brief-discussion-${bodyClass}`);
      await expectAccessible(frame);
    });

    it('starts in a folder, fails, is solved and is done, which the page and the Testing view show', async function () {
      this.timeout(240_000);
      const frame = await studio().webview('.conditions');
      await startLab(studio(), frame);
      await runTests(frame, 'of 13 tests are green');
      await studio().palette('Testing: Focus on Test Explorer View');
      const tree = studio().page.locator('.test-explorer');
      await tree.locator('.monaco-list-row', { hasText: TITLE }).first().waitFor();
      for (const label of [TITLE, 'test/circuitBreaker.test.js']) {
        await tree.locator('.monaco-list-row', { hasText: label }).first().locator('.monaco-tl-twistie').click();
      }
      await tree.locator('.monaco-list-row', { hasText: 'opens when half of twenty calls have failed' }).waitFor();
      await studio().page.locator('.tab', { hasText: 'circuitBreaker.test.js' }).click();
      // An icon in the margin for each test, red where it has failed.
      await studio().page.locator('.testing-run-glyph').nth(1).waitFor();
      await studio().screenshot(`lab-failing-${bodyClass}`);
      await frame.locator('#lab').scrollIntoViewIfNeeded();
      await expectAccessible(frame);
      await frame.locator('#show-solution').click();
      await studio().page.locator('.tab', { hasText: 'Yours and a Solution' }).waitFor();
      await studio().page.locator('.monaco-diff-editor .view-line', { hasText: 'CircuitBreaker' }).first().waitFor();
      await studio().screenshot(`lab-solution-${bodyClass}`);
      solve(studio().workspace ?? '');
      const again = await openLab(studio());
      await runTests(again, 'All tests are green');
      await again.locator('#mark .done', { hasText: 'Done' }).waitFor();
      await studio().screenshot(`lab-green-${bodyClass}`);
      await expectAccessible(again);
    });
  });
}

describe('A lab after a restart', () => {
  const studio = useStudio({ name: 'practice-restart' });

  it('comes back with its ticks and hints, and fits a narrow window', async function () {
    this.timeout(120_000);
    const frame = await openLab(studio());
    await frame.locator('.conditions label').nth(1).click();
    await frame.locator('#next-hint').click();
    await frame.locator('#hint-1').waitFor();
    await studio().page.setViewportSize({ width: 640, height: 800 });
    await studio().screenshot('brief-narrow');
    assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing is cut off at the right');
    await studio().page.setViewportSize({ width: 1280, height: 800 });
    await studio().reload();
    const again = await studio().webview('.conditions');
    await again.locator('#hint-1').waitFor();
    assert.deepEqual(await again.locator('.conditions input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked)), [false, true, false]);
  });
});

describe('A lab in a window that is not trusted', () => {
  const studio = useStudio({ name: 'practice-restricted', trustAll: false, settings: { 'security.workspace.trust.startupPrompt': 'never' } });

  it('is readable and says what to do before its tests can run', async () => {
    const frame = await openLab(studio());
    await frame.locator('.obstacle', { hasText: 'Tests run only in a trusted workspace' }).waitFor();
    await frame.locator('button', { hasText: 'Manage Workspace Trust' }).waitFor();
    await studio().screenshot('brief-untrusted');
    await expectAccessible(frame);
  });
});
