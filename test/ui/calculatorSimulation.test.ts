import assert from 'node:assert/strict';
import { changed, field, openCalculator, results } from './support/calculators';
import { useStudio } from './support/use';

const PART = 'staleness';

describe('A simulation', () => {
  const studio = useStudio({ name: 'calculator-simulation' });

  it('shows how far it is, can be ended, and runs again', async () => {
    const frame = await openCalculator(studio(), 'Consistency and quorum');
    const part = frame.locator(`#${PART}`);
    await part.locator('.result .value').first().waitFor();
    // As long as it may take: five copies for each of 200,000 trials.
    await field(frame, 'staleness-replicas').fill('5');
    // The page itself waits for the first progress and clicks, since a test may come too late.
    const ended = frame.evaluate((id) => new Promise<string>((resolve) => {
      const output = document.querySelector(`#${id} .output`) as HTMLElement;
      new MutationObserver((_changes, observer) => {
        const text = output.querySelector('.running span')?.textContent ?? '';
        const bar = output.querySelector('progress');
        if (!/[1-9]\d* %/.test(text) || !bar || bar.value <= 0) return;
        observer.disconnect();
        output.querySelector<HTMLButtonElement>('.running button')?.click();
        resolve(text);
      }).observe(output, { childList: true, subtree: true, characterData: true });
    }), PART);
    await field(frame, 'staleness-trials').fill('200,000');
    const progress = await ended;
    assert.match(progress, /^Running: \d+ %$/);
    const said = await part.locator('.running p').textContent();
    assert.equal(said, `${progress.replace('Running:', 'Cancelled at')}. Run it again for a result.`);
    assert.deepEqual(await results(frame, PART), []);
    assert.equal(await part.locator('.actions button', { hasText: 'Copy as Markdown' }).isDisabled(), true);
    await studio().screenshot('calculator-cancelled');
    assert.equal(await frame.evaluate(() => document.activeElement?.textContent), 'Run again', 'the focus is where the work goes on');
    await studio().page.keyboard.press('Enter');
    await part.locator('.result .value').first().waitFor({ timeout: 60_000 });
    assert.equal(await part.locator('.actions button', { hasText: 'Copy as Markdown' }).isDisabled(), false);
  });

  it('gives the same numbers for the same seed, and others for another', async () => {
    const frame = await openCalculator(studio(), 'Consistency and quorum');
    await frame.locator(`#${PART} .result .value`).first().waitFor();
    const before = await results(frame, PART);
    await field(frame, 'staleness-trials').fill('5,000');
    const first = await changed(frame, PART, before);
    const seed = await field(frame, 'staleness-seed').inputValue();
    await field(frame, 'staleness-seed').fill('7');
    const other = await changed(frame, PART, first);
    await field(frame, 'staleness-seed').fill(seed);
    assert.deepEqual(await changed(frame, PART, other), first);
  });
});
