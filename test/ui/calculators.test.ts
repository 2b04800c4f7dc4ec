import assert from 'node:assert/strict';
import { expectAccessible } from './support/axe';
import { changed, copiedBy, field, openCalculator, results, shownCalculator } from './support/calculators';
import { THEMES } from './support/themes';
import { useStudio } from './support/use';
import { expand, openBySearch, openFromTree, openSidebar, picks, row, searchFor } from './support/views';

describe('Calculators', () => {
  const studio = useStudio({ name: 'calculators' });

  it('open from the palette, and calculate as one types', async () => {
    const frame = await openCalculator(studio(), 'Availability');
    const before = await results(frame, 'downtime');
    assert.ok(before.length > 0);
    await field(frame, 'downtime-availability').fill('99.5 %');
    await changed(frame, 'downtime', before);
    await studio().screenshot('calculator-availability');
  });

  it('say what is wrong beside the field, and calculate on once it is mended', async () => {
    const frame = await shownCalculator(studio(), 'Availability');
    await field(frame, 'downtime-availability').fill('many');
    await field(frame, 'downtime-availability-problem').filter({ hasText: /number/ }).waitFor();
    assert.equal(await frame.locator('#downtime .actions button', { hasText: 'Copy as Markdown' }).isDisabled(), true);
    await field(frame, 'downtime-availability').fill('99.5');
    await frame.locator('#downtime .result .value').first().waitFor();
  });

  it('copy the result with its inputs, formula and link', async () => {
    const frame = await shownCalculator(studio(), 'Availability');
    const copied = await copiedBy(studio(), frame.locator('#downtime .actions button', { hasText: 'Copy as Markdown' }));
    await frame.locator('.status', { hasText: 'Copied' }).waitFor();
    assert.match(copied, /^## Availability/);
    assert.match(copied, /99\.5 %/);
    assert.match(copied, /\/calculator\/availability\?availability=99\.5/);
  });

  it('keep what was typed over a restart', async () => {
    await studio().reload();
    const frame = await shownCalculator(studio(), 'Availability');
    assert.equal(await field(frame, 'downtime-availability').inputValue(), '99.5');
  });

  it('open from the tree, beside those that are open', async () => {
    await openSidebar(studio());
    await expand(studio(), 'Calculators');
    await row(studio(), 'Consistency and quorum').click();
    await shownCalculator(studio(), 'Consistency and quorum');
    await studio().screenshot('calculators-tree');
    assert.equal(await studio().page.locator('.tab', { hasText: 'Availability' }).count(), 1);
  });

  it('open from the search by what people call them', async () => {
    await searchFor(studio(), 'erlang');
    await picks(studio()).filter({ hasText: 'Calculator' }).first().click();
    await shownCalculator(studio(), 'Capacity');
  });

  it('open from the page of an entry, filled in from its link, and give back what stood there', async () => {
    await row(studio(), 'Consistency and quorum').click();
    const quorum = await shownCalculator(studio(), 'Consistency and quorum');
    await field(quorum, 'guarantees-replicas').fill('7');
    await studio().page.waitForTimeout(500); // it is kept once typing rests
    const page = await openBySearch(studio(), 'Quorum');
    await studio().screenshot('entry-calculators');
    await page.locator('.calculators a', { hasText: 'Consistency and quorum' }).click();
    const frame = await shownCalculator(studio(), 'Consistency and quorum');
    await frame.locator('.back', { hasText: 'Filled in from a link' }).waitFor();
    assert.equal(await field(frame, 'guarantees-replicas').inputValue(), '3');
    await frame.locator('.back button').click();
    assert.equal(await field(frame, 'guarantees-replicas').inputValue(), '7');
  });

  it('insert the result into the document that was last in front', async () => {
    await studio().openFile('README.md');
    await openSidebar(studio());
    await row(studio(), 'Consistency and quorum').click();
    const frame = await shownCalculator(studio(), 'Consistency and quorum');
    await frame.locator('#guarantees .actions button', { hasText: 'Insert into Document' }).click();
    await studio().page.locator('.tab.active', { hasText: 'README.md' }).waitFor();
    await studio().page.locator('.view-line', { hasText: 'Consistency and quorum' }).first().waitFor();
    await studio().screenshot('calculator-inserted');
    await studio().palette('File: Revert File');
  });
});

for (const [theme, bodyClass] of THEMES) {
  describe(`Calculators in ${theme}`, () => {
    const studio = useStudio({ name: `calculators-${bodyClass}`, theme, settings: { 'window.autoDetectHighContrast': false } });

    it('look right, wide and narrow, and axe-core finds no violation of level A or AA', async () => {
      for (const [title, part] of [['Availability', 'composition'], ['Capacity', 'queue'], ['Cost', 'bill'], ['Consistency and quorum', 'staleness']] as const) {
        await openFromTreeOf(title);
        const frame = await shownCalculator(studio(), title);
        await studio().screenshot(`calculator-${title.split(' ')[0]?.toLowerCase() ?? ''}-${bodyClass}`);
        await expectAccessible(frame);
        await frame.evaluate((id) => { document.getElementById(id)?.scrollIntoView(); }, part);
        await studio().screenshot(`calculator-${title.split(' ')[0]?.toLowerCase() ?? ''}-${part}-${bodyClass}`);
      }
      await studio().page.setViewportSize({ width: 700, height: 800 });
      const frame = await shownCalculator(studio(), 'Consistency and quorum');
      await studio().screenshot(`calculator-narrow-${bodyClass}`);
      await expectAccessible(frame);
      assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1), 'nothing stands out at the side');
      await studio().page.setViewportSize({ width: 1280, height: 800 });
    });

    async function openFromTreeOf(title: string): Promise<void> {
      await openSidebar(studio());
      await expand(studio(), 'Calculators');
      await row(studio(), title).click();
    }

    it('are offered on the page of an entry', async () => {
      const frame = await openFromTree(studio(), 'Laws', 'Correlated Failure');
      await frame.locator('.calculators a').first().waitFor();
      await studio().screenshot(`entry-calculators-${bodyClass}`);
      await expectAccessible(frame);
    });
  });
}
