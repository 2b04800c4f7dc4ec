import type { Page } from 'playwright-core';
import { launchBrowser } from './launch';
import { NetworkRecorder } from './network';

/** A page that runs suites: where to go, and what to change in the workbench's own page on its way. */
export interface SuitePage {
  readonly url: string;
  readonly rewriteWorkbench?: (html: string) => string;
  /** For the whole run, and for its first sign of life. */
  readonly timeoutMs: number;
  readonly startMs: number;
  /** Takes every console line of the extension host and the workbench; says whether it came from the suites. */
  readonly onLine: (line: string) => boolean;
}

/**
 * Opens the workbench in a browser and returns the exit code with which the extension host ended the run. Rejects when a
 * request has left the machine.
 */
export async function runInPage(options: SuitePage): Promise<number> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const network = new NetworkRecorder(context);
    const page = await context.newPage();
    const deadline = new Deadline(options.startMs, options.timeoutMs);
    const take = (line: string): void => {
      if (options.onLine(line)) deadline.started();
    };
    page.on('console', (message) => take(message.text()));
    page.on('pageerror', (error) => take(`page error: ${error.message}`));
    // The workbench hands over the log and the end of a test run through these two, when they exist.
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => take(args.map(String).join(' ')));
    const exit = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    });
    if (options.rewriteWorkbench) await rewrite(page, options.rewriteWorkbench);
    await page.goto(options.url);
    const code = await Promise.race([exit, deadline.passed]);
    network.expectNone();
    return code;
  } finally {
    await browser.close();
  }
}

/** Rejects when the run shows no life within the first time, or no end within the second. */
class Deadline {
  private reject: (error: Error) => void = () => {};
  readonly passed = new Promise<never>((_resolve, reject) => (this.reject = reject));
  private readonly first: NodeJS.Timeout;

  constructor(startMs: number, endMs: number) {
    this.first = setTimeout(() => this.reject(new Error(`no suite started within ${startMs / 1000} s`)), startMs).unref();
    setTimeout(() => this.reject(new Error(`no end of the run within ${endMs / 1000} s`)), endMs).unref();
    this.passed.catch(() => {}); // it may pass after the race is decided
  }

  started(): void {
    clearTimeout(this.first);
  }
}

async function rewrite(page: Page, change: (html: string) => string): Promise<void> {
  await page.route(isWorkbench, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    // The policy allows only the server's own address; the suites come from another port.
    delete headers['content-security-policy'];
    await route.fulfill({ status: response.status(), headers, body: change(await response.text()) });
  });
}

function isWorkbench(url: URL): boolean {
  return url.pathname === '/' && url.searchParams.has('folder');
}
