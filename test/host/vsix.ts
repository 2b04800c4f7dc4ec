import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from './paths';

/** The package that `npm run package` has made, or the one that STUDIO_VSIX names. */
export function packagedExtension(): string {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
  const vsix = process.env['STUDIO_VSIX'] ?? join(out, `${name}-${version}.vsix`);
  if (!existsSync(vsix)) throw new Error(`${vsix} is not there. Make it first: npm run package (npm test -- ui does it for you)`);
  return vsix;
}
