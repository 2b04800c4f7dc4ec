import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBody } from '../../src/core';
import { root } from '../host/paths';
import { Studio } from '../ui/support/studio';
import { openFromTree, row } from '../ui/support/views';
import { lastOpening, watchPage } from './page-times';
import { median, percentile } from './stats';
import type { Ratio } from './table';

const warmUps = 2;
const rounds = 16;

/** A long page with diagrams and code; where the tree has it. */
const entry = { id: 'circuit-breaker', title: 'Circuit Breaker', groups: ['Patterns', 'Resilience'] };
const file = 'bench-page.md';

/** From the click on an entry, or the Enter on the preview's command, until the heading is painted; nothing else open. */
export async function page(): Promise<Ratio[]> {
  const studio = await Studio.open({ name: 'bench-page' });
  try {
    const { markdown } = loadBody(JSON.parse(readFileSync(join(root, 'dist', 'entries', `${entry.id}.json`), 'utf8')));
    writeFileSync(join(studio.workspace ?? '', file), `# ${entry.title}\n\n${markdown}`);
    await watchPage(studio.page);
    await openFromTree(studio, ...entry.groups, entry.title); // leaves the tree as the rounds need it
    const ours: number[] = [];
    const preview: number[] = [];
    for (let round = 0; round < warmUps + rounds; round++) {
      const openings = [async () => ours.push(await openPage(studio)), async () => preview.push(await openPreview(studio))];
      // First in turn, so that what the one leaves behind meets the other as often.
      for (const open of round % 2 === 0 ? openings : openings.reverse()) {
        await closeEditors(studio);
        await open();
      }
    }
    const rowOf = (what: string, share: (samples: readonly number[]) => number): Ratio => ({
      what: `${what} of ${rounds}`,
      ours: share(ours.slice(warmUps)),
      baseline: share(preview.slice(warmUps)),
      unit: 'ms',
      budget: 200,
      baselineIs: 'the built-in Markdown preview of the same text',
    });
    return [rowOf('median', median), rowOf('p90', (samples) => percentile(samples, 0.9))];
  } finally {
    await studio.close();
  }
}

async function openPage(studio: Studio): Promise<number> {
  await row(studio, entry.title).click();
  return lastOpening(studio.page, entry.title);
}

async function openPreview(studio: Studio): Promise<number> {
  await studio.openFile(file);
  await settle(studio); // the palette has the preview once the editor knows its language
  await chooseCommand(studio, 'Markdown: Open Preview');
  return lastOpening(studio.page, entry.title);
}

/** Runs a command that is not the first to match its own title. */
async function chooseCommand({ page: window }: Studio, title: string): Promise<void> {
  await window.keyboard.press('F1');
  await window.locator('.quick-input-widget:visible input[type="text"]').fill(`>${title}`);
  const listed = '.quick-input-list .monaco-list-row';
  // Its label ends with a key or "recently used", if there is one.
  const wanted = window.locator(`${listed}[aria-label="${title}"], ${listed}[aria-label^="${title},"]`);
  await wanted.waitFor();
  for (let step = 0; !(await wanted.getAttribute('class'))?.includes('focused'); step++) {
    if (step > 10) throw new Error(`The command "${title}" cannot be reached in the palette`);
    await window.keyboard.press('ArrowDown');
  }
  await settle({ page: window });
  await window.keyboard.press('Enter');
}

async function closeEditors(studio: Studio): Promise<void> {
  await studio.palette('View: Close All Editors');
  await studio.page.locator('.tab').first().waitFor({ state: 'detached' });
  await settle(studio);
}

/** What an earlier step has started must be over before a clock starts. */
async function settle({ page: window }: Pick<Studio, 'page'>): Promise<void> {
  await window.waitForTimeout(500);
}
