import { useStudio } from './support/use';
import { expectAccessible, axeViolations } from './support/axe';
describe('probe', () => {
  const studio = useStudio({ name: 'probe' });
  it('opens a page', async () => {
    const s = studio();
    await s.page.locator('.activitybar .action-label[aria-label="Systems Studio"]').click();
    await s.page.locator('.monaco-list-row').first().waitFor();
    await s.palette('Open Learning');
    const f = await s.webview('body *');
    await s.page.waitForTimeout(1500);
    console.log((await f.locator('body').innerText()).slice(0,300));
    console.log(await axeViolations(f));
    await s.screenshot('probe');
  });
});
