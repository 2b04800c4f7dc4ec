import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { loadLibrary } from '../../src/core';
import { builtLibrary } from '../bench/library';
import { expectAccessible } from './support/axe';
import type { Studio } from './support/studio';
import { THEMES } from './support/themes';
import { useStudio } from './support/use';
import { expand, openSidebar, picks, pickTitle, row } from './support/views';

const welcome = (studio: Studio, text: string) => studio.page.locator('.sidebar .welcome-view-content .monaco-button', { hasText: text }).filter({ visible: true }).first();
const statusItem = ({ page }: Studio) => page.locator('.statusbar-item[id*="systemsStudio.learningPath"]');
const pathPage = (studio: Studio): Promise<Frame> => studio.webview('details.week');

/** How much of Foundations is done, as the view says it, when the items at these positions are; minutes count, and they change with the content. */
function percent(...done: readonly number[]): string {
  const items = loadLibrary(builtLibrary()).paths.find(({ id }) => id === 'foundations')?.weeks.flatMap((week) => week.items) ?? [];
  const minutes = (of: typeof items): number => of.reduce((sum, item) => sum + item.minutes, 0);
  return `${Math.floor((100 * minutes(items.filter((_, index) => done.includes(index)))) / minutes(items))} %`;
}

/** Chooses Foundations, steady, from today, in the quick picks that are open. */
async function chooseFoundations(studio: Studio): Promise<Frame> {
  await pickTitle(studio).filter({ hasText: 'Choose Learning Path' }).waitFor();
  await picks(studio).filter({ hasText: 'Foundations' }).first().click();
  await pickTitle(studio).filter({ hasText: '(2/3)' }).waitFor();
  await picks(studio).filter({ hasText: 'Steady' }).first().click();
  await pickTitle(studio).filter({ hasText: '(3/3)' }).waitFor();
  await picks(studio).filter({ hasText: 'Today' }).first().click();
  return pathPage(studio);
}

describe('Learning', () => {
  const studio = useStudio({ name: 'learning' });

  it('begins with four doors, where nothing was chosen', async () => {
    await openSidebar(studio());
    for (const door of ['Our System Is on Fire', 'Choose a Learning Path', 'Design a System', 'Plan a Migration']) await welcome(studio(), door).waitFor();
    assert.equal(await statusItem(studio()).count(), 0);
    await studio().screenshot('learning-welcome');
  });

  it('asks for path, pace and start, and opens the path', async () => {
    await welcome(studio(), 'Choose a Learning Path').click();
    const frame = await chooseFoundations(studio());
    await frame.locator('h1', { hasText: 'Foundations' }).waitFor();
    assert.equal(await frame.locator('details.week').count(), 10);
    assert.equal(await frame.locator('header progress').getAttribute('value'), '0');
    await frame.locator('.week[open] .badge', { hasText: 'this week' }).waitFor();
    await row(studio(), 'Foundations, Week 1 of 10 · 0 % · 7 days left').waitFor();
    await statusItem(studio()).filter({ hasText: 'Week 1 · 0 %' }).waitFor();
    await studio().screenshot('learning-path');
  });

  it('moves the progress everywhere when an item is checked, and leaves the focus where it is', async () => {
    const frame = await pathPage(studio());
    const item = frame.locator('.item').nth(1);
    const box = item.locator('vscode-checkbox');
    await box.focus();
    await studio().page.keyboard.press('Space');
    await frame.locator('header .progress span', { hasText: '1 of' }).waitFor();
    assert.equal(await box.getAttribute('aria-label'), `${await item.locator('.title').textContent()}: done`);
    assert.equal(await frame.evaluate(() => document.activeElement?.tagName), 'VSCODE-CHECKBOX');
    await row(studio(), `Foundations, Week 1 of 10 · ${percent(1)}`).waitFor();
    await frame.locator('#history-text', { hasText: '1 item done' }).waitFor();
  });

  it('opens what an item asks for, and counts an entry that was read there', async () => {
    const frame = await pathPage(studio());
    await frame.locator('.item a.title').first().click();
    const page = await studio().webview('article h1');
    await page.locator('button.mark-read').click();
    await row(studio(), `Foundations, Week 1 of 10 · ${percent(0, 1)}`).waitFor();
    await page.locator('button.mark-read').click();
    await row(studio(), `Foundations, Week 1 of 10 · ${percent(1)}`).waitFor();
  });

  it('moves a week and all later ones with one click, and takes another start', async () => {
    await studio().palette('Systems Studio: Open Learning');
    const frame = await pathPage(studio());
    const second = frame.locator('#week-1');
    await second.locator('summary').click();
    const before = [await frame.locator('#week-0 .dates').textContent(), await second.locator('.dates').textContent()];
    await second.locator('#move-1').click();
    await frame.waitForFunction((text) => document.querySelector('#week-1 .dates')?.textContent !== text, before[1]);
    assert.equal(await frame.locator('#week-0 .dates').textContent(), before[0]);
    await frame.locator('#start').fill('2026-01-05');
    await frame.locator('#plan-text', { hasText: 'have ended with open items' }).waitFor();
    await row(studio(), `Foundations, Week 1 of 10 · ${percent(1)} · 10 weeks behind`).waitFor();
    await frame.locator('vscode-button', { hasText: 'Without Dates' }).click();
    await frame.locator('#plan-text', { hasText: 'Without dates' }).waitFor();
  });

  it('offers both paces, and keeps the progress', async () => {
    const frame = await pathPage(studio());
    await frame.locator('#choose-pace').click();
    await frame.locator('vscode-option', { hasText: 'Intensive' }).click();
    await frame.waitForFunction(() => document.querySelectorAll('details.week').length === 7);
    await frame.locator('header .progress span', { hasText: '1 of' }).waitFor();
  });

  it('shows all paths, what is best to do now, and the milestones', async () => {
    await (await pathPage(studio())).locator('#all-paths').click();
    const frame = await studio().webview('.what-next');
    await frame.locator('.card.path', { hasText: 'Foundations' }).filter({ hasText: 'your path' }).waitFor();
    assert.ok((await frame.locator('.milestones strong').allTextContents()).includes('Complete Foundations'));
    assert.match((await frame.locator('.what-next').textContent()) ?? '', /(Continue: ).+It comes next in Foundations, in week 1 of 7\./);
    await frame.locator('.card.path h3 a', { hasText: 'Foundations' }).click();
    await pathPage(studio());
  });

  it('says what to do next and why, and continues with one click', async () => {
    await studio().palette('Systems Studio: What Next?');
    await picks(studio()).first().filter({ hasText: 'It comes next in Foundations, in week 1 of 7.' }).waitFor();
    await studio().page.waitForTimeout(500); // a quick pick fades in
    await studio().screenshot('what-next');
    await studio().page.keyboard.press('Escape');
    await studio().palette('Systems Studio: Continue Learning');
    await studio().webview('article h1');
  });

  it('has native check boxes in the view, and all paths in groups', async () => {
    const box = studio().page.locator('.sidebar .monaco-list-row .custom-view-tree-node-item-checkbox').first();
    await box.click();
    await row(studio(), `Foundations, Week 1 of 7 · ${percent(0, 1)}`).waitFor();
    // The items of the week fill the view; closed, they leave room for what is below.
    await row(studio(), 'Foundations, Week 1').locator('.monaco-tl-twistie').click();
    await expand(studio(), 'All Paths');
    await row(studio(), 'Roles').waitFor();
    await studio().screenshot('learning-view');
  });

  it('keeps all of it over a restart, the status bar item too', async () => {
    await studio().reload();
    await openSidebar(studio());
    await row(studio(), `Foundations, Week 1 of 7 · ${percent(0, 1)}`).waitFor();
    await statusItem(studio()).filter({ hasText: `Week 1 · ${percent(0, 1)}` }).waitFor();
    await statusItem(studio()).click();
    await (await pathPage(studio())).locator('header .progress span', { hasText: '2 of' }).waitFor();
  });
});

for (const [theme, name] of THEMES) {
  describe(`Learning in ${theme}`, () => {
    const studio = useStudio({ name: `learning-${name}`, theme, settings: { 'window.autoDetectHighContrast': false } });

    it('shows a path, its plan and all paths, wide and narrow, and axe-core finds no violation of level A or AA', async () => {
      await openSidebar(studio());
      await welcome(studio(), 'Choose a Learning Path').waitFor();
      await studio().palette('Systems Studio: Choose Learning Path');
      await pickTitle(studio()).filter({ hasText: 'Choose Learning Path' }).waitFor();
      await studio().page.waitForTimeout(500); // a quick pick fades in
      await studio().screenshot(`choose-path-${name}`);
      const path = await chooseFoundations(studio());
      await path.locator('.item vscode-checkbox').nth(1).click();
      await path.locator('header .progress span', { hasText: '1 of' }).waitFor();
      await studio().screenshot(`learning-path-${name}`);
      await expectAccessible(path);
      await path.locator('#history').scrollIntoViewIfNeeded();
      await path.locator('.as-table summary').click();
      await path.evaluate(() => { document.getElementById('history')?.scrollIntoView(); });
      await studio().screenshot(`learning-history-${name}`);
      await path.locator('#all-paths').click();
      const all = await studio().webview('.what-next');
      await studio().screenshot(`learning-all-${name}`);
      await expectAccessible(all);
      await studio().page.setViewportSize({ width: 700, height: 800 });
      await studio().screenshot(`learning-all-narrow-${name}`);
      await all.locator('.card.path h3 a', { hasText: 'Foundations' }).click();
      const narrow = await pathPage(studio());
      await narrow.locator('#plan').scrollIntoViewIfNeeded();
      await narrow.evaluate(() => { document.getElementById('plan')?.scrollIntoView(); });
      await studio().screenshot(`learning-narrow-${name}`);
      await expectAccessible(narrow);
      assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing is cut off');
    });
  });
}

describe('The walkthrough', () => {
  const studio = useStudio({ name: 'walkthrough', folder: 'none' });

  it('has five steps with pictures, and completes one from what the person does', async () => {
    const { page } = studio();
    await studio().palette('Welcome: Open Walkthrough...');
    await picks(studio()).filter({ hasText: 'Start with Systems Studio' }).first().click();
    const steps = page.locator('.getting-started-step');
    await steps.filter({ hasText: 'Know where to ask when it burns' }).waitFor();
    assert.equal(await steps.count(), 5);
    await steps.filter({ hasText: 'Hover over a name' }).click();
    await page.waitForTimeout(1_000); // the picture fades in
    await studio().screenshot('walkthrough-hover');
    await steps.filter({ hasText: 'Browse the library' }).click();
    await page.waitForTimeout(1_000);
    await studio().screenshot('walkthrough-browse');
    await openSidebar(studio());
    await steps.filter({ hasText: 'Browse the library' }).locator('.codicon.complete').first().waitFor();
  });
});
