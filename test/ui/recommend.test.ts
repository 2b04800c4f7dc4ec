import assert from 'node:assert/strict';
import { expectAccessible } from './support/axe';
import { useStudio } from './support/use';
import { pickTitle, picks, shownPage } from './support/views';

const TITLE = 'Recommend Pattern';
const input = '.quick-input-widget:visible input[type="text"]';

describe('Recommend Pattern', () => {
  const studio = useStudio({ name: 'recommend' });

  async function step(number: number, question = ''): Promise<void> {
    await pickTitle(studio()).filter({ hasText: `${TITLE} (${number}/` }).waitFor();
    if (question !== '') await studio().page.locator(`${input}[placeholder^="${question}"]`).waitFor();
  }
  async function choose(label: string): Promise<void> {
    await picks(studio()).filter({ hasText: label }).first().click();
  }
  async function check(...labels: readonly string[]): Promise<void> {
    for (const label of labels) await picks(studio()).filter({ hasText: label }).first().locator('.label-name').click();
    await studio().page.locator('.quick-input-widget:visible .quick-input-action .monaco-button', { hasText: 'OK' }).click();
  }
  const open = (): Promise<void> => studio().palette(`Systems Studio: ${TITLE}`);
  const back = (): Promise<void> => studio().page.locator('.quick-input-widget:visible .codicon-quick-input-back').click();

  /** Answers whatever is asked from a step on, as a few teams with a growing product: which question comes when is the core's matter. */
  async function answerTheRest(from: number): Promise<void> {
    for (let number = from; ; number++) {
      await step(number);
      const question = (await studio().page.locator(input).first().getAttribute('placeholder')) ?? '';
      if (question.startsWith('Who builds')) await choose('A few teams');
      else if (question.startsWith('How far along')) await choose('A growing product');
      else if (question.startsWith('How m')) await choose('Not sure');
      else await check();
      if (question.startsWith('What is in place')) return;
    }
  }

  it('leaves no trace when it is cancelled', async () => {
    await open();
    await step(1, 'What brings you here');
    await choose('A problem in production');
    await step(2, 'What hurts');
    await studio().page.keyboard.press('Escape');
    await open();
    await step(1, 'What brings you here');
    assert.equal(await picks(studio()).filter({ hasText: 'last answers' }).count(), 0);
    await studio().page.keyboard.press('Escape');
  });

  it('asks what separates, goes back to any step, and takes words for what hurts', async () => {
    const { page } = studio();
    await open();
    await choose('Designing a new system');
    await step(2, 'How many people use');
    await back();
    await step(1, 'What brings you here');
    await choose('A problem in production');
    await step(2, 'What hurts');
    await page.keyboard.type('checkout hangs when the bank is slow');
    // The rows follow the letters; while words match nothing yet, all are shown.
    await picks(studio()).first().filter({ hasText: 'Calls to dependencies are slow or hang' }).filter({ hasText: 'Enter takes it if nothing is checked' }).waitFor();
    await picks(studio()).nth(1).waitFor({ state: 'detached' });
    assert.equal(await picks(studio()).count(), 1, 'only what it sounds like');
    await studio().screenshot('recommend-words');
    await page.keyboard.press('Enter');
    await step(3);
    await back();
    await step(2, 'What hurts');
    await page.locator('.quick-input-widget:visible .quick-input-count', { hasText: '1 Selected' }).waitFor();
    await page.locator(input).fill('domino');
    await picks(studio()).filter({ hasText: 'drags others down' }).first().locator('.label-name').click();
    await page.locator(input).fill('');
    await check();
    await answerTheRest(3);
    const frame = await studio().webview('.verdict');
    assert.match(await frame.locator('.verdict').innerText(), /^Start with Timeout and Circuit Breaker\./);
    assert.deepEqual(await frame.locator('#start h3').allInnerTexts(), ['Timeout', 'Circuit Breaker']);
    assert.match(await frame.locator('#start .reasons').first().innerText(), /Because you said “Calls to dependencies are slow or hang”: /);
    assert.match(await frame.locator('#next .when').first().innerText(), /^Next, .*when .*\.$/);
  });

  it('shows what a changed answer moves', async () => {
    const frame = await studio().webview('.verdict');
    await frame.locator('details.answers summary').click();
    await frame.locator('#answer-hurts-database-reads').click();
    await frame.locator('.move.new').first().waitFor();
    assert.ok(await frame.locator('#answer-hurts-database-reads').isChecked());
    assert.ok(await frame.locator('#answer-hurts-database-reads').evaluate((box) => box === document.activeElement), 'the focus stays where the hand is');
    await frame.locator('#moves', { hasText: 'Caching Strategies: new, at place' }).waitFor({ state: 'attached' });
    await frame.locator('#answer-hurts-database-reads').click();
    await frame.locator('.gone', { hasText: 'Caching Strategies' }).waitFor();
    await frame.locator('#answer-inPlace-timeout').click();
    await frame.locator('#start h3', { hasText: 'Timeout' }).waitFor({ state: 'detached' });
  });

  it('keeps each of many quick clicks, and what is ticked to be compared', async () => {
    const frame = await studio().webview('.verdict');
    const ticked = await frame.locator('#start .choose input').first().getAttribute('id') ?? '';
    await frame.locator(`#${ticked}`).click();
    const ids = ['overload', 'database-writes', 'uneven-load', 'cost', 'risky-releases'].map((pain) => `answer-hurts-${pain}`);
    // Faster than the page is painted, and slower than all at once: a painting falls between two clicks.
    await frame.evaluate(async (boxes) => {
      for (const round of [1, 2, 3]) for (const id of boxes) {
        document.getElementById(id)?.click();
        await new Promise((resolve) => { setTimeout(resolve, 7 * round); });
      }
    }, ids);
    await studio().page.waitForTimeout(1_000);
    for (const id of ids) assert.ok(await frame.locator(`#${id}`).isChecked(), id);
    assert.equal(await frame.locator('details.answers .chip', { hasText: 'Cost grows faster than traffic' }).count() + await frame.locator('#answer-hurts-cost:checked').count(), 2, 'the page and its answers agree');
    if (await frame.locator(`#${ticked}`).count() > 0) assert.ok(await frame.locator(`#${ticked}`).isChecked());
    for (const id of ids) await frame.locator(`#${id}`).click();
    await frame.locator('details.answers .chip', { hasText: 'Cost grows faster than traffic' }).waitFor({ state: 'detached' });
    if (await frame.locator(`#${ticked}`).isChecked()) await frame.locator(`#${ticked}`).click();
    await frame.locator('details.answers summary').click();
  });

  it('compares what is checked, opens an entry beside it, and comes back after a restart', async () => {
    const { page } = studio();
    let frame = await studio().webview('.verdict');
    await frame.locator('details.answers summary').click();
    for (const card of (await frame.locator('.choose input').all()).slice(0, 2)) await card.click();
    await frame.locator('.compare vscode-button').click();
    const comparison = await studio().webview('tr.differs');
    assert.match(await comparison.locator('h1').innerText(), /^Circuit Breaker and /);
    await comparison.locator('#only-differences').click();
    assert.equal(await comparison.locator('tr.same:visible').count(), 0);
    await studio().screenshot('compare');
    await comparison.locator('.table').evaluate((frame) => { frame.scrollTop = 400; });
    const [head, box] = [await comparison.locator('thead a').first().boundingBox(), await comparison.locator('.table').boundingBox()];
    assert.ok(head && box && head.y >= box.y && head.y < box.y + 40, 'the heads stay while the table scrolls');
    await comparison.locator('thead a').first().click();
    await shownPage(studio(), 'Circuit Breaker');
    await studio().reload();
    await page.locator('.tab', { hasText: 'Recommended patterns' }).click();
    frame = await studio().webview('.verdict');
    assert.match(await frame.locator('.verdict').innerText(), /^Start with Circuit Breaker/);
  });

  it('offers the last answers again, and opens the whole as a Markdown document', async () => {
    const { page } = studio();
    await open();
    await choose('Show the result for my last answers');
    const frame = await studio().webview('.verdict');
    await frame.locator('.actions vscode-button', { hasText: 'Open as Markdown' }).click();
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await page.locator('.view-lines', { hasText: 'Recommended patterns' }).first().waitFor();
    await studio().screenshot('recommend-document');
  });

  it('shows the result early when it is asked to', async () => {
    await open();
    await choose('Designing a new system');
    await step(2, 'How many people use');
    await choose('Under 10,000');
    await step(3);
    await studio().page.locator('.quick-input-widget:visible .codicon-check-all').click();
    const frame = await studio().webview('.verdict');
    assert.match(await frame.locator('.verdict').innerText(), /Modular Monolith/);
    assert.match(await frame.locator('#scale').innerText(), /a small system/i);
  });

  it('says so when the answers single out nothing', async () => {
    await open();
    await choose('Learning');
    await step(2);
    await check();
    await step(3);
    await studio().page.locator('.quick-input-widget:visible .codicon-check-all').click();
    const frame = await studio().webview('.verdict');
    await frame.locator('.verdict', { hasText: 'single out no pattern' }).waitFor();
    assert.equal(await frame.locator('.card').count(), 0);
    assert.equal(await frame.locator('vscode-button[appearance="primary"]').innerText(), 'Answer the questions again');
    assert.equal(await frame.locator('.actions vscode-button', { hasText: 'decision record' }).count() + await frame.locator('.compare').count(), 0);
    await expectAccessible(frame);
  });
});
