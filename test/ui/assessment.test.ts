import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { AssessmentContent } from '../../src/core';
import { root } from '../host/paths';
import type { Studio } from './support/studio';
import { useStudio } from './support/use';
import { notification, openSidebar, pickTitle, row } from './support/views';
import { THEMES } from './support/themes';

const TITLE = 'Systems Studio: Take the Assessment';
const STEPS = 15;

const { questions } = JSON.parse(readFileSync(join(root, 'dist/assessment.json'), 'utf8')) as AssessmentContent;

/** The row that Enter would choose. */
const focusedPick = ({ page }: Studio): Locator => page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row.focused');
/** A quick pick fades in; a picture before its end is pale. */
async function settledScreenshot(studio: Studio, name: string): Promise<void> {
  await studio.page.waitForTimeout(500);
  await studio.screenshot(name);
}

describe('Take the Assessment', () => {
  const studio = useStudio({ name: 'assessment' });
  const title = pickTitle;
  const key = (name: string): Promise<void> => studio().page.keyboard.press(name);
  const step = (number: number): Promise<void> => title(studio()).filter({ hasText: `(${number}/${STEPS})` }).waitFor();
  const shown = (text: string): Promise<void> => title(studio()).filter({ hasText: text }).waitFor();
  /** Moves the focus down by the keyboard to the row with this text, and accepts it. */
  async function choose(text: string): Promise<void> {
    const focused = focusedPick(studio());
    await focused.waitFor();
    for (let tries = 0; tries < 20; tries++) {
      if (((await focused.textContent()) ?? '').includes(text)) return key('Enter');
      await key('ArrowDown');
    }
    assert.fail(`the keyboard never reached "${text}"`);
  }
  /** Answers the question of this step, right or not. */
  async function answer(number: number, know: boolean): Promise<void> {
    await step(number);
    const scenario = ((await title(studio()).textContent()) ?? '').replace(/ \(\d+\/\d+\)$/, '');
    const question = questions.find((each) => each.scenario === scenario);
    assert.ok(question, scenario);
    await choose(know ? (question.options[question.right - 1] ?? '') : 'I don’t know');
  }

  it('is offered by the Learning view where nothing was chosen', async () => {
    await openSidebar(studio());
    await studio().page.locator('.sidebar .welcome-view-content a', { hasText: 'Take the assessment' }).click();
    await step(1);
    await settledScreenshot(studio(), 'assessment-first');
    await key('Escape');
  });

  it('runs from the first question to the result by keyboard alone', async () => {
    await studio().palette(TITLE);
    await step(1);
    await choose('1 to 3 years');
    await step(2);
    await choose('See examples');
    await step(3);
    await choose('Web and mobile');
    await step(4);
    await settledScreenshot(studio(), 'assessment-question');
    assert.equal(await studio().page.locator('.quick-input-widget:visible .codicon-quick-input-back').count(), 1);
    for (let number = 4; number <= STEPS; number++) await answer(number, number % 3 !== 0);
    await shown('Your level:');
    await settledScreenshot(studio(), 'assessment-result');
    await key('Enter');
    await studio().webview('.milestones');
  });

  it('shows where to start, and the pattern of the week, in the Learning view', async () => {
    await row(studio(), 'Start at: ').waitFor();
    await row(studio(), 'Pattern of the week: ').waitFor();
    assert.equal(await row(studio(), 'Take the assessment').count(), 0);
    await row(studio(), 'Pattern of the week: ').click();
    await studio().webview('article h1');
  });

  it('keeps the result over a restart, and opens it as a document that explains each question', async () => {
    await studio().reload();
    // The rows come from the extension, so its commands are in the palette once they are there.
    await openSidebar(studio());
    await row(studio(), 'Start at: ').waitFor();
    await studio().palette(TITLE);
    await shown('Your level:');
    await choose('Open as Markdown');
    await studio().page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await studio().page.locator('.view-lines', { hasText: 'Assessment result' }).first().waitFor();
    await settledScreenshot(studio(), 'assessment-document');
  });

  it('is cleared, and comes back by "Undo"', async () => {
    await openSidebar(studio());
    await row(studio(), 'Start at: ').waitFor();
    await studio().palette('Systems Studio: Clear the Assessment Result');
    await row(studio(), 'Start at: ').waitFor({ state: 'detached' });
    const message = await notification(studio(), 'The assessment result was cleared.');
    await message.hover();
    await message.locator('.monaco-button', { hasText: 'Undo' }).click();
    await row(studio(), 'Start at: ').waitFor();
  });
});

for (const [theme, name] of THEMES) {
  describe(`The assessment in ${theme}`, () => {
    const studio = useStudio({ name: `assessment-${name}`, theme, settings: { 'window.autoDetectHighContrast': false }, viewport: { width: 1000, height: 700 } });

    it('shows questions, the result and the rows of the view', async () => {
      const { page } = studio();
      await openSidebar(studio());
      await page.locator('.sidebar .welcome-view-content a', { hasText: 'Take the assessment' }).waitFor();
      await studio().palette(TITLE);
      for (let number = 1; number <= STEPS; number++) {
        await pickTitle(studio()).filter({ hasText: `(${number}/${STEPS})` }).waitFor();
        await focusedPick(studio()).waitFor();
        if (number === 4) await settledScreenshot(studio(), `assessment-question-${name}`);
        await page.keyboard.press('ArrowUp'); // from the first row to the last: "Not sure"
        await focusedPick(studio()).filter({ hasText: number <= 3 ? 'Not sure' : 'I don’t know' }).waitFor();
        await page.keyboard.press('Enter');
      }
      await pickTitle(studio()).filter({ hasText: 'Your level: Starting out' }).waitFor();
      await row(studio(), 'Start at: ').waitFor();
      await settledScreenshot(studio(), `assessment-result-${name}`);
      await page.keyboard.press('Escape');
      await settledScreenshot(studio(), `assessment-view-${name}`);
    });
  });
}

describe('The assessment in a narrow window', () => {
  const studio = useStudio({ name: 'assessment-narrow', viewport: { width: 640, height: 600 } });

  it('shows each scenario and question whole', async () => {
    await studio().palette(TITLE);
    for (let number = 1; number <= STEPS; number++) {
      await pickTitle(studio()).filter({ hasText: `(${number}/${STEPS})` }).waitFor();
      await focusedPick(studio()).waitFor();
      if (number === 4) await settledScreenshot(studio(), 'assessment-question-narrow');
      for (const part of ['.quick-input-title', '.quick-input-message']) {
        const isCut = await studio().page.locator(`.quick-input-widget:visible ${part}`).filter({ hasText: /\w/ }).evaluate((element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
        assert.equal(isCut, false, `${part} of step ${number}`);
      }
      await studio().page.keyboard.press('Enter');
    }
    await pickTitle(studio()).filter({ hasText: 'Your level' }).waitFor();
    await settledScreenshot(studio(), 'assessment-result-narrow');
  });
});
