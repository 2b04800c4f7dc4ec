import assert from 'node:assert/strict';
import { expectAccessible } from './support/axe';
import { useStudio } from './support/use';
import { openBySearch, openFromTree, picks, pickTitle } from './support/views';
import { THEMES } from './support/themes';

for (const [theme, bodyClass] of THEMES) {
  describe(`The pages in ${theme}`, () => {
    const studio = useStudio({ name: bodyClass, theme, settings: { 'window.autoDetectHighContrast': false } });

    it('show a pattern, and axe-core finds no violation of level A or AA', async () => {
      const frame = await openFromTree(studio(), 'Patterns', 'Resilience', 'Circuit Breaker');
      assert.ok((await frame.locator('body').getAttribute('class'))?.split(' ').includes(bodyClass), 'the theme is on');
      await studio().screenshot(`page-${bodyClass}`);
      await expectAccessible(frame);
      await frame.locator('figure.diagram').first().scrollIntoViewIfNeeded();
      await studio().screenshot(`diagram-${bodyClass}`);
      await frame.locator('figure.code').first().scrollIntoViewIfNeeded();
      await studio().screenshot(`code-${bodyClass}`);
    });

    it('show a law with its exercises and a case study', async () => {
      const law = await openBySearch(studio(), 'Correlated Failure');
      await law.locator('details summary', { hasText: 'Solution' }).first().click();
      await expectAccessible(law);
      await expectAccessible(await openBySearch(studio(), 'URL Shortener'));
    });

    it('show a playbook, a migration, a company and an overview, and axe-core finds no violation of level A or AA', async () => {
      for (const title of ['Cascading Failures', 'Monolith to Microservices', 'Netflix', 'Pattern Health']) {
        const frame = await openBySearch(studio(), title);
        await studio().screenshot(`${title.toLowerCase().replaceAll(' ', '-')}-${bodyClass}`);
        await expectAccessible(frame);
      }
    });

    it('show a recommendation and a comparison, and axe-core finds no violation of level A or AA', async () => {
      await studio().palette('Systems Studio: Recommend Pattern');
      await picks(studio()).filter({ hasText: 'A problem in production' }).first().click();
      for (const pain of ['One failing service drags others down', 'Reads overwhelm the database']) {
        await picks(studio()).filter({ hasText: pain }).first().locator('.label-name').click();
      }
      await studio().page.locator('.quick-input-widget:visible .quick-input-action .monaco-button', { hasText: 'OK' }).click();
      await pickTitle(studio()).filter({ hasText: '(3/' }).waitFor();
      await picks(studio()).nth(2).click();
      await pickTitle(studio()).filter({ hasText: '(4/' }).waitFor();
      await studio().page.locator('.quick-input-widget:visible .codicon-check-all').click();
      const advice = await studio().webview('.verdict');
      await studio().screenshot(`advice-${bodyClass}`);
      await expectAccessible(advice);
      await advice.locator('details.answers summary').click();
      await advice.locator('#prerequisites').scrollIntoViewIfNeeded();
      await studio().screenshot(`advice-graph-${bodyClass}`);
      await expectAccessible(advice);
      await studio().page.setViewportSize({ width: 700, height: 800 });
      await advice.locator('#trade-offs').scrollIntoViewIfNeeded();
      await studio().screenshot(`advice-narrow-${bodyClass}`);
      await expectAccessible(advice);
      await studio().page.setViewportSize({ width: 1280, height: 800 });
      for (const card of (await advice.locator('.choose input').all()).slice(0, 4)) await card.click();
      await advice.locator('.compare vscode-button').click();
      const comparison = await studio().webview('tr.differs');
      await studio().screenshot(`comparison-${bodyClass}`);
      await expectAccessible(comparison);
      await studio().page.setViewportSize({ width: 700, height: 800 });
      await comparison.locator('.table').evaluate((table) => { table.scrollIntoView(); table.scrollTo(160, 500); });
      await studio().screenshot(`comparison-narrow-${bodyClass}`);
      await expectAccessible(comparison);
      await studio().page.setViewportSize({ width: 1280, height: 800 });
    });
  });
}
