// Runs inside the host. Times `activate()` of two extensions, which includes reading and compiling their bundles.
import * as vscode from 'vscode';
import { giveResult } from './result';

/** Which extensions, in this order: whoever is first in a host also pays for warming it up. */
declare const ORDER: readonly string[];

/** The built-in extensions start with the host and would be measured along; the host is idle after this much quiet. */
const quietMs = 2_000;
const lagMs = 10;

async function idle(): Promise<void> {
  let quietSince = performance.now();
  while (performance.now() - quietSince < quietMs) {
    const before = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (performance.now() - before > 20 + lagMs) quietSince = performance.now();
  }
}

export async function run(): Promise<void> {
  await idle();
  const times: Record<string, number> = {};
  for (const id of ORDER) {
    const extension = vscode.extensions.getExtension(id);
    if (!extension) throw new Error(`${id} is not loaded`);
    if (extension.isActive) throw new Error(`${id} is active before anybody asked for it`);
    const started = performance.now();
    await extension.activate();
    times[id] = performance.now() - started;
  }
  giveResult(times);
}
