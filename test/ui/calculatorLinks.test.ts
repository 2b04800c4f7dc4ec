import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { loadLibrary } from '../../src/core';
import { calculatorById } from '../../src/core/calculators';
import { fieldsOf, formatQuery, parseQuery } from '../../src/core/calculators/link';
import { typedDefaults } from '../../src/core/calculators/values';
import { EXTENSION_ID } from '../../src/ids';
import { builtLibrary } from '../bench/library';
import { changed, copiedBy, field, openCalculator, results, shownCalculator } from './support/calculators';
import { useStudio } from './support/use';
import { picks, pickTitle, searchFor } from './support/views';

const library = loadLibrary(builtLibrary());

/** What the page gives as its link once it was opened with a query. */
function linkFor(id: string, query: string): string {
  const calculator = calculatorById(id);
  assert.ok(calculator);
  return formatQuery(calculator, { ...typedDefaults(Object.fromEntries(fieldsOf(calculator))), ...parseQuery(calculator, query).typed });
}

describe('Calculators and their surroundings', () => {
  const studio = useStudio({
    name: 'calculator-links',
    // VS Code asks before it lets a link reach an extension for the first time.
    settings: { 'extensions.confirmedUriHandlerExtensionIds': [EXTENSION_ID] },
  });
  const copyLink = (frame: Frame) => frame.locator('header button', { hasText: 'Copy Link' });
  const file = (name: string): string => join(studio().workspace ?? '', name);

  /** A file once it holds this text; saving takes a moment. */
  async function saved(name: string, wanted: string): Promise<string> {
    await studio().palette('File: Save without Formatting');
    for (let attempt = 0; ; attempt += 1) {
      const text = existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '';
      if (text.includes(wanted)) return text;
      if (attempt === 200) throw new Error(`${name} has no "${wanted}":\n${text}`);
      await studio().page.waitForTimeout(50);
    }
  }

  it('open from a link in a document, with the inputs that somebody shared', async () => {
    const { page } = studio();
    const frame = await openCalculator(studio(), 'Consistency and quorum');
    await field(frame, 'guarantees-replicas').fill('5');
    await field(frame, 'guarantees-readQuorum').fill('2');
    const link = await copiedBy(studio(), copyLink(frame));
    assert.match(link, /^[a-z-]+:\/\/systems-studio\.distributed-systems-studio\/calculator\/quorum\?n=5&r=2$/);
    await frame.locator('header button', { hasText: 'Start from the Example' }).click();
    assert.equal(await field(frame, 'guarantees-replicas').inputValue(), '3');
    await studio().palette('View: Close All Editors');

    writeFileSync(file('shared.md'), `[Five copies](${link})\n`);
    await studio().openFile('shared.md');
    await page.locator('.view-line .detected-link').first().click({ modifiers: ['ControlOrMeta'] });
    const opened = await shownCalculator(studio(), 'Consistency and quorum');
    assert.equal(await field(opened, 'guarantees-replicas').inputValue(), '5');
    assert.equal(await field(opened, 'guarantees-readQuorum').inputValue(), '2');
  });

  it('take rows that were copied from a table, and say which line is wrong', async () => {
    const frame = await openCalculator(studio(), 'Capacity');
    const table = frame.locator('#scalability .rows');
    const before = await results(frame, 'scalability');
    const paste = async (text: string): Promise<void> => {
      await table.locator('textarea').fill(text);
      await table.locator('button', { hasText: 'Use these rows' }).click();
    };
    await table.locator('button', { hasText: 'Paste rows…' }).click();
    await paste('1\t100\n2\t190\t7\n');
    await table.locator('.problem', { hasText: /Line 2/ }).first().waitFor();
    assert.deepEqual(await results(frame, 'scalability'), before, 'what stood there stays');
    // λ = 100, σ = 0.05, κ = 0.001: the law without noise.
    const law = (n: number): string => String((100 * n) / (1 + 0.05 * (n - 1) + 0.001 * n * (n - 1)));
    await paste(['concurrency\tmeasured', ...[1, 2, 4, 8, 16, 32, 64].map((n) => `${n}\t${law(n)}`)].join('\n'));
    const [sigma, kappa, lambda] = await changed(frame, 'scalability', before);
    assert.deepEqual([sigma, kappa, lambda], ['0.05', '0.001', '100/s']);
    assert.equal(await table.locator('tbody tr').count(), 7);
    assert.equal(await table.locator('textarea').isVisible(), false);
    await table.scrollIntoViewIfNeeded();
    await studio().screenshot('calculator-pasted');
  });

  it('attach a result to a decision record that is there', async () => {
    const { page } = studio();
    const frame = await openCalculator(studio(), 'Consistency and quorum');
    const numbers = await results(frame, 'guarantees');
    await frame.locator('#guarantees .actions button', { hasText: 'Attach to Decision Record…' }).click();
    await picks(studio()).filter({ hasText: '0003' }).first().click();
    const name = '0003-search-a-read-model-of-its-own.md';
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await page.locator('.view-line', { hasText: '### Consistency and quorum' }).first().waitFor();
    await studio().screenshot('calculator-attached');
    const text = await saved(join('docs', 'decisions', name), '### Consistency and quorum: ');
    assert.ok(numbers.length > 0);
    for (const number of numbers) assert.ok(text.includes(`**${number}**`), number);
  });

  it('attach a result to a new decision record', async () => {
    const { page } = studio();
    const frame = await openCalculator(studio(), 'Consistency and quorum');
    const numbers = await results(frame, 'guarantees');
    await frame.locator('#guarantees .actions button', { hasText: 'Attach to Decision Record…' }).click();
    await picks(studio()).filter({ hasText: 'New Decision Record…' }).first().click();
    const step = (number: number) => pickTitle(studio()).filter({ hasText: `Record a Decision (${number}/3)` }).waitFor();
    await step(1);
    await page.locator('.quick-input-widget:visible input[type="text"]').fill('Five copies of the orders');
    await page.keyboard.press('Enter');
    for (const number of [2, 3]) {
      await step(number);
      await page.keyboard.press('Enter');
    }
    await page.locator('.tab.active', { hasText: 'five-copies-of-the-orders.md' }).waitFor();
    await page.locator('.view-line', { hasText: '### Consistency and quorum' }).first().waitFor();
    const text = await saved(join('docs', 'decisions', '0004-five-copies-of-the-orders.md'), '### Consistency and quorum: ');
    assert.match(text, /Five copies of the orders/);
    for (const number of numbers) assert.ok(text.includes(`**${number}**`), number);
    await studio().palette('View: Close All Editors');
  });

  it('are offered beside a recommendation, filled in for it', async () => {
    const { page } = studio();
    await studio().palette('Systems Studio: Recommend Pattern');
    await picks(studio()).filter({ hasText: 'A problem in production' }).first().click();
    await pickTitle(studio()).filter({ hasText: '(2/' }).waitFor();
    await picks(studio()).filter({ hasText: 'Calls to dependencies are slow or hang' }).first().locator('.label-name').click();
    const accept = page.locator('.quick-input-widget:visible .quick-input-action .monaco-button', { hasText: 'OK' });
    await accept.click();
    for (let number = 3; ; number += 1) {
      await pickTitle(studio()).filter({ hasText: `Recommend Pattern (${number}/` }).waitFor();
      const question = (await page.locator('.quick-input-widget:visible input[type="text"]').first().getAttribute('placeholder')) ?? '';
      if (question.startsWith('Who builds')) await picks(studio()).filter({ hasText: 'A few teams' }).first().click();
      else if (question.startsWith('How far along')) await picks(studio()).filter({ hasText: 'A growing product' }).first().click();
      else if (question.startsWith('How m')) await picks(studio()).filter({ hasText: 'Not sure' }).first().click();
      else await accept.click();
      if (question.startsWith('What is in place')) break;
    }
    const advice = await studio().webview('.verdict');
    await advice.locator('#calculators').scrollIntoViewIfNeeded();
    await studio().screenshot('calculators-matching');
    const offered = await advice.locator('#calculators li').evaluateAll((items) => items.map((item) => ({ id: item.querySelector('a')?.getAttribute('href')?.replace('calculator:', '') ?? '', because: item.querySelector('.because')?.textContent ?? '' })));
    const links = offered.map(({ id, because }) => library.calculators.find((each) => each.id === id)?.entries.find((entry) => because.endsWith(entry.because))?.link ?? '');
    const filled = links.findIndex((link, index) => linkFor(offered[index]?.id ?? '', link) !== '');
    const { id } = offered[filled] ?? assert.fail('no calculator is filled in');
    await advice.locator('#calculators a').nth(filled).click();
    const frame = await shownCalculator(studio(), library.calculators.find((each) => each.id === id)?.title ?? '');
    const link = await copiedBy(studio(), copyLink(frame));
    assert.equal(link.split('?')[1]?.replaceAll('%25', '%'), linkFor(id, links[filled] ?? ''));
    await studio().palette('View: Close All Editors');
  });

  it('are offered by the brief of the learning path that builds a model of its own', async () => {
    await searchFor(studio(), 'Architecture');
    await picks(studio()).filter({ hasText: 'Learning path' }).filter({ hasText: 'Architecture' }).first().click();
    const path = await studio().webview('details.week');
    const item = path.locator('.item a.title', { hasText: 'Tool: a capacity model that you can check' });
    await item.waitFor({ state: 'attached' });
    await path.locator('details.week').evaluateAll((weeks) => { for (const week of weeks) (week as HTMLDetailsElement).open = true; });
    await item.click();
    const brief = await studio().webview('.conditions');
    await brief.locator('h1', { hasText: 'Tool: a capacity model' }).waitFor();
    await brief.locator('#calculate').scrollIntoViewIfNeeded();
    await studio().screenshot('brief-calculators');
    await brief.locator('.calculators a', { hasText: 'Capacity' }).click();
    const frame = await shownCalculator(studio(), 'Capacity');
    const offer = library.calculators.find(({ id }) => id === 'capacity')?.entries.find(({ id }) => id === 'capacity-planning');
    const link = await copiedBy(studio(), copyLink(frame));
    assert.equal(link.split('?')[1]?.replaceAll('%25', '%'), linkFor('capacity', offer?.link ?? ''));
  });
});
