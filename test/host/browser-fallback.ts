import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installHost } from './install';
import { withLock } from './lock';
import { browserFolder } from './paths';
import { npm, run } from './run';
import { fallbackBrowser, fallbackFont } from './versions';

const unpacked = join(browserFolder, 'unpacked');
const stampFile = join(browserFolder, 'stamp');
const stamp = `${fallbackBrowser} ${fallbackFont}`;

/**
 * A headless Chromium from npm (`@sparticuz/chromium`, built for AWS Lambda): no root, no system libraries.
 * It is unpacked into our own folder, not into the machine's shared /tmp as the package does by itself.
 */
export async function installFallbackBrowser(): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`it is built for linux-x64 only, and this is ${process.platform}-${process.arch}`);
  }
  await withLock('browser', async () => {
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
    console.log(`Installing a headless browser (Chromium ${fallbackBrowser}) into .vscode-test/browser, about 270 MB, once …`);
    rmSync(browserFolder, { recursive: true, force: true });
    mkdirSync(unpacked, { recursive: true });
    writeFileSync(join(browserFolder, 'package.json'), '{ "private": true }\n');
    await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', `@sparticuz/chromium@${fallbackBrowser}`, `dejavu-fonts-ttf@${fallbackFont}`], browserFolder);
    await unpack();
    writeFileSync(join(unpacked, 'fonts', 'fonts.conf'), fontConfiguration());
    writeFileSync(stampFile, stamp);
  });
  const libraries = [join(unpacked, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executablePath: join(unpacked, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(unpacked, 'fonts', 'fonts.conf') },
  };
}

async function unpack(): Promise<void> {
  const { node } = await installHost(); // the package needs Node 22 or newer; the project runs on 20
  const script = "import('@sparticuz/chromium').then((m) => m.default.executablePath()).then(console.log)";
  await run(node, ['--eval', script], {
    cwd: browserFolder,
    // The variable is how the package is told that the machine lacks NSS and the like, so that it brings them along.
    env: { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
}

/** The package's own configuration knows only Lambda's folders. The machine's fonts come first, where it has any. */
function fontConfiguration(): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${join(unpacked, 'fonts')}</dir>
  <dir>${join(browserFolder, 'node_modules', 'dejavu-fonts-ttf', 'ttf')}</dir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <cachedir>${join(unpacked, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
