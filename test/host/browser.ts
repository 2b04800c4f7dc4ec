import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFallbackBrowser } from './browser-fallback';

/** A Chromium of any brand, and what its process needs. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
  readonly args: readonly string[];
}

/**
 * Quiet and self-contained: nothing that a browser does on its own may look like the product's network access.
 * The features switched off at the end guard loopback addresses from pages that a test has rewritten (web host).
 */
const args = [
  '--no-sandbox', // root has no user namespaces on many CI machines; only our own loopback pages are loaded
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,LocalNetworkAccessChecksWebSockets',
];

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'];

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
    const base = process.env[variable];
    if (!base) return [];
    return [
      join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

/** STUDIO_BROWSER, else an installed Chrome, Chromium or Edge, else a headless Chromium from npm. */
export async function findBrowser(): Promise<BrowserProgram> {
  const wanted = process.env['STUDIO_BROWSER'];
  if (wanted && wanted !== 'npm') {
    if (existsSync(wanted)) return { executablePath: wanted, env: process.env, args };
    throw new Error(`STUDIO_BROWSER is "${wanted}", and no file is there. Give the full path of Chrome, Chromium or Edge.`);
  }
  const installed = wanted === 'npm' ? undefined : findInstalled();
  if (installed) return { executablePath: installed, env: process.env, args };
  try {
    return { ...(await installFallbackBrowser()), args };
  } catch (error) {
    throw new Error(
      'Missing: a browser for the tests. No Chrome, Chromium or Edge was found, and the one from npm cannot be used:\n' +
        `  ${(error as Error).message}\n` +
        'Install one of them (Debian, as root: apt-get install chromium), or set STUDIO_BROWSER to the full path of its program.',
    );
  }
}

function findInstalled(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = process.platform === 'linux' ? onPath : (usualPlaces[process.platform] ?? []);
  return candidates.find((path) => existsSync(path));
}
