/**
 * Takes the pictures of README.md, of the packaged extension in a real window: `npx tsx test/ui/readme-pictures.ts`.
 * Run it after a change that they show, look at them, and commit them with it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths';
import { Studio } from './support/studio';
import { openFromTree, openSidebar, picks } from './support/views';

const folder = join(root, 'media', 'readme');

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const studio = await Studio.open({ name: 'pictures', viewport: { width: 1200, height: 750 } });
  const { page } = studio;
  const take = async (name: string): Promise<void> => {
    await page.waitForTimeout(1_000); // hovers and lists fade in
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  try {
    await openFromTree(studio, 'Patterns', 'Resilience', 'Circuit Breaker');
    await take('page');

    await studio.palette('View: Close All Editors');
    await studio.openFile('checkout/src/paymentClient.ts');
    await page.locator('.editor-instance .view-lines span span', { hasText: 'CircuitBreaker' }).first().hover();
    await page.locator('.monaco-hover:visible', { hasText: 'gold tier' }).waitFor();
    await take('hover');

    await studio.palette('View: Close All Editors');
    await openSidebar(studio);
    await studio.palette('Systems Studio: Recommend Pattern');
    await picks(studio).filter({ hasText: 'A problem in production' }).first().click();
    for (const pain of ['One failing service', 'Calls to dependencies']) await picks(studio).filter({ hasText: pain }).first().locator('.label-name').click();
    await page.locator('.quick-input-action .monaco-button', { hasText: 'OK' }).click();
    await page.locator('.quick-input-widget:visible .codicon-check-all').click();
    await studio.webview('.verdict');
    await take('recommend');

    await studio.palette('View: Close All Editors');
    await studio.palette('Systems Studio: Our System Is on Fire');
    await picks(studio).first().click();
    const incident = await studio.webview('.steps');
    await incident.locator('.steps input').first().click();
    await take('fire');
    await studio.palette('View: Close All Editors');

    await studio.palette('Systems Studio: Choose Learning Path');
    for (const answer of ['Foundations', 'Steady', 'Today']) await picks(studio).filter({ hasText: answer }).first().click();
    const frame = await studio.webview('details.week');
    for (const item of [0, 1]) await frame.locator('.item vscode-checkbox').nth(item).click();
    await frame.evaluate(() => { window.scrollTo(0, 0); });
    await take('learning');

    await studio.palette('View: Close All Editors');
    await studio.palette('Systems Studio: Open Capacity Calculator');
    const calculator = await studio.webview('#queue .plot svg');
    await calculator.evaluate(() => { document.getElementById('queue')?.scrollIntoView(); });
    await take('calculator');
  } finally {
    await studio.close();
  }
}

void main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
