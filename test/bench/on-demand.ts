import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths';

/**
 * Puts the built extension into a server's data folder, without its activation events. With them, any document that any
 * extension opens while the host starts (`onLanguage`) activates it in the crowd, and what is measured is the crowd.
 * The server takes over what lies in its extensions folder at its first start.
 */
export function placeOnDemandCopy(dataFolder: string): void {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const folder = join(dataFolder, 'extensions', `${String(manifest['publisher'])}.${String(manifest['name'])}-${String(manifest['version'])}`);
  mkdirSync(folder, { recursive: true });
  for (const part of ['dist', 'media', 'l10n', 'package.nls.json']) {
    if (existsSync(join(root, part))) cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
}
