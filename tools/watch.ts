/**
 * npm run watch: bundles again on each change of the code, compiles the content again on each change of it. What is
 * wrong with the content is printed, and the rest is written, so that one half-written entry does not stop the work.
 */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from '../test/host/paths';
import { buildContent, bundle } from './steps';

/** An editor saves in several steps; one build for all of them. */
const quietMs = 200;

async function main(): Promise<number> {
  process.chdir(root);
  await buildContent(true);
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
  watch(join(root, 'content'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(async () => {
        await buildContent(true);
        console.log('[watch] content built');
      });
    }, quietMs);
  });
  return bundle('--watch');
}

void main().then((code) => process.exit(code));
