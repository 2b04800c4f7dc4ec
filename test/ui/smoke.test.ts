import { useStudio } from './support/use';

describe('The workbench with the packaged extension', () => {
  const studio = useStudio({ name: 'smoke' });

  it('shows Systems Studio in the Activity Bar, and its views with content', async () => {
    const { page } = studio();
    await page.locator('.activitybar .action-label[aria-label="Systems Studio"]').click();
    await page.locator('.sidebar .composite.title').filter({ hasText: 'Systems Studio' }).waitFor();
    await page.locator('.sidebar .monaco-list-row').first().waitFor();
    await studio().screenshot('activity-bar');
  });
});
