import { useStudio } from './support/use';
import { picks, searchFor, shownPage } from './support/views';

describe('Search Library', () => {
  const studio = useStudio({ name: 'search' });

  /** Waits for the first row that is wanted: until then it may be that of the letters before. */
  async function open(query: string, first: RegExp): Promise<void> {
    await searchFor(studio(), query);
    await picks(studio()).first().filter({ hasText: first }).waitFor();
  }

  it('forgives a typo and opens what was meant', async () => {
    await open('circiut braker', /Circuit Breaker/);
    await studio().screenshot('search');
    await studio().page.keyboard.press('Enter');
    await shownPage(studio(), 'Circuit Breaker');
  });

  it('puts an exact alias first, and shows the text that matched', async () => {
    await open('cdn', /Content Delivery Network/);
    await picks(studio()).first().filter({ hasText: /CDN/i }).waitFor();
    await studio().page.keyboard.press('Escape');
  });

  it('finds a term of the glossary, and a word that stands in the texts only, and says where', async () => {
    await open('split brain', /Failover.*split brain/s);
    await studio().page.keyboard.press('Escape');
    await open('hystrix', /in the text: hystrix/);
    await studio().page.keyboard.press('Escape');
  });

  it('finds learning paths', async () => {
    await searchFor(studio(), 'foundations');
    await picks(studio()).filter({ hasText: 'Learning path' }).first().waitFor();
    await studio().page.keyboard.press('Escape');
  });

  it('says so when nothing is found', async () => {
    await open('qqqqzzzzxxxx', /Nothing found/);
    await studio().page.keyboard.press('Enter');
    await studio().page.keyboard.press('Escape');
  });
});
