/**
 * npm run build: content, then bundles, as they ship. STUDIO_PARTIAL_CONTENT=1 leaves out entries that are half
 * written instead of failing, for work on something else meanwhile; a package for users is never made like that.
 */
import { root } from '../test/host/paths';
import { buildContent, bundle } from './steps';

async function main(): Promise<number> {
  process.chdir(root);
  const partial = process.env['STUDIO_PARTIAL_CONTENT'] === '1';
  const content = await buildContent(partial);
  if (content !== 0 && !partial) return content;
  return bundle('--production');
}

void main().then((code) => (process.exitCode = code));
