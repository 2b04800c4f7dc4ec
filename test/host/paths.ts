import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that the harness installs or starts lives here. Git ignores it, and deleting it is always safe. */
export const cache = join(root, '.vscode-test');
export const hostFolder = join(cache, 'host');
export const browserFolder = join(cache, 'browser');
/** One folder per started server; each is removed when its server stops. */
export const runsFolder = join(cache, 'runs');

export const out = join(root, 'out');
export const logsFolder = join(out, 'logs');
export const screenshotsFolder = join(out, 'screenshots');
export const sampleWorkspace = join(root, 'test', 'host', 'sample-workspace');
