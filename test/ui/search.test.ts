import assert from 'node:assert/strict';
import { useStudio } from './support/use';
import { picks, searchFor, shownPage } from './support/views';

describe('Search Library', () => {
  const studio = useStudio({ name: 'search' });

  async function open(query: string): Promise<string[]> {
    await searchFor(studio(), query);
    await studio().page.waitForTimeout(300);
    return picks(studio()).allTextContents();
  }

  it('forgives a typo and opens what was meant', async () => {
    const [first] = await open('circiut braker');
    assert.match(first ?? '', /Circuit Breaker/);
    await studio().screenshot('search');
    await studio().page.keyboard.press('Enter');
    await shownPage(studio(), 'Circuit Breaker');
  });

  it('puts an exact alias first, and shows the text that matched', async () => {
    const [first] = await open('cdn');
    assert.match(first ?? '', /Content Delivery Network/);
    assert.match(first ?? '', /CDN/i);
    await studio().page.keyboard.press('Escape');
  });

  it('finds a term of the glossary, and a word that stands in the texts only, and says where', async () => {
    const [term] = await open('split brain');
    assert.match(term ?? '', /Failover.*split brain/s);
    await studio().page.keyboard.press('Escape');
    const [word] = await open('hystrix');
    assert.match(word ?? '', /in the text: hystrix/);
    await studio().page.keyboard.press('Escape');
  });

  it('finds learning paths', async () => {
    await open('foundations');
    // The first rows may still be those of the letters before.
    await picks(studio()).filter({ hasText: 'Learning path' }).first().waitFor();
    await studio().page.keyboard.press('Escape');
  });

  it('says so when nothing is found', async () => {
    const [first] = await open('qqqqzzzzxxxx');
    assert.match(first ?? '', /Nothing found/);
    await studio().page.keyboard.press('Enter');
    await studio().page.keyboard.press('Escape');
  });
});
