import assert from 'node:assert/strict';
import { useStudio } from './support/use';
import { pickTitle, picks, shownPage } from './support/views';

const TITLE = 'Recommend Pattern';

describe('Recommend Pattern', () => {
  const studio = useStudio({ name: 'recommend' });

  async function step(number: number): Promise<void> {
    await pickTitle(studio()).filter({ hasText: `${TITLE} (${number}/7)` }).waitFor();
  }
  async function choose(label: string): Promise<void> {
    await picks(studio()).filter({ hasText: label }).first().click();
  }
  async function check(...labels: readonly string[]): Promise<void> {
    for (const label of labels) await picks(studio()).filter({ hasText: label }).first().locator('.label-name').click();
    await studio().page.locator('.quick-input-widget:visible .quick-input-action .monaco-button', { hasText: 'OK' }).click();
  }
  const open = (): Promise<void> => studio().palette(`Systems Studio: ${TITLE}`);

  it('leaves no trace when it is cancelled', async () => {
    await open();
    await step(1);
    await choose('A problem in production');
    await step(2);
    await studio().page.keyboard.press('Escape');
    await open();
    await step(1);
    assert.equal(await picks(studio()).filter({ hasText: 'last answers' }).count(), 0);
    await studio().page.keyboard.press('Escape');
  });

  it('asks seven questions, goes back, and ends in a ranked list with reasons', async () => {
    await open();
    await choose('Designing a new system');
    await step(2);
    await choose('Over 10 million');
    await step(3);
    await studio().page.locator('.quick-input-widget:visible .codicon-quick-input-back').click();
    await step(2);
    await choose('10,000 to 1 million');
    await choose('Not sure');
    await step(4);
    await check('One failing service drags others down', 'Calls to dependencies are slow or hang');
    await step(5);
    await check();
    await choose('A few teams');
    await step(7);
    await choose('A growing product');
    await picks(studio()).first().waitFor();
    await pickTitle(studio()).filter({ hasText: 'Recommended patterns' }).waitFor();
    const [first] = await picks(studio()).allTextContents();
    assert.match(first ?? '', /^1\. Circuit Breaker.*Because you said/s);
    await studio().screenshot('recommend');
    await studio().page.keyboard.press('Enter');
    await shownPage(studio(), 'Circuit Breaker');
  });

  it('offers the last answers again, and opens the whole as a Markdown document', async () => {
    const { page } = studio();
    await open();
    await choose('Show the result for my last answers');
    await pickTitle(studio()).filter({ hasText: 'Recommended patterns' }).waitFor();
    await page.locator('.quick-input-widget:visible .quick-input-titlebar .codicon-markdown').click();
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await page.locator('.view-lines', { hasText: 'Recommended patterns' }).first().waitFor();
    await studio().screenshot('recommend-document');
  });
});
