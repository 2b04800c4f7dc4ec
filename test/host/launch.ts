import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './browser';

/** Starts a headless browser of its own. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const defined = Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return chromium.launch({ executablePath, args: [...args], env: Object.fromEntries(defined) });
}
