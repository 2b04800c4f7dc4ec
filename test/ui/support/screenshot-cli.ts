/**
 * npm run screenshot -- [--theme "Default Dark Modern"] [--command "Open Learning"] [--file path/in/the/sample]
 *   [--size 1280x800] [--wait 1500] [--name shot]
 * A picture of the packaged extension (npm run package first), for READMEs and for a quick look.
 */
import { parseArgs } from 'node:util';
import { exitOnSignals } from '../../host/signals';
import { Studio, type Theme } from './studio';

async function main(): Promise<void> {
  exitOnSignals();
  const { values } = parseArgs({
    options: {
      theme: { type: 'string', default: 'Default Dark Modern' },
      command: { type: 'string' },
      file: { type: 'string' },
      size: { type: 'string', default: '1280x800' },
      wait: { type: 'string', default: '1500' },
      name: { type: 'string', default: 'screenshot' },
    },
  });
  const [width = 1280, height = 800] = values.size.split('x').map(Number);
  const studio = await Studio.open({ name: 'screenshot', theme: values.theme as Theme, viewport: { width, height } });
  try {
    await studio.page.locator('.activitybar .action-label[aria-label="Systems Studio"]').click();
    if (values.file) await studio.openFile(values.file);
    if (values.command) await studio.palette(values.command);
    await studio.page.waitForTimeout(Number(values.wait));
    console.log(await studio.screenshot(values.name));
  } finally {
    await studio.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
