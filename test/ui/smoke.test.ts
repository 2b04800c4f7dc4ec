import { useStudio } from './support/use';

describe('The workbench with the packaged extension', () => {
  const studio = useStudio({ name: 'smoke' });

  it('shows Systems Studio in the Activity Bar', async () => {
    const item = studio().page.locator('.activitybar .action-label[aria-label="Systems Studio"]');
    await item.click();
    await studio().page.locator('.sidebar .composite.title').filter({ hasText: 'Systems Studio' }).waitFor();
    await studio().screenshot('activity-bar');
  });
});
