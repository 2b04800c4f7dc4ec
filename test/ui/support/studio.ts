import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { installHost } from '../../host/install';
import { launchBrowser } from '../../host/launch';
import { NetworkRecorder } from '../../host/network';
import { screenshotsFolder } from '../../host/paths';
import { startServer, type Server } from '../../host/server';
import { packagedExtension } from '../../host/vsix';
import { scratchWorkspace } from '../../host/workspace';
import { waitForWebview } from './webview';

export type Theme = 'Default Dark Modern' | 'Default Light Modern' | 'Default High Contrast' | 'Default High Contrast Light';

export interface StudioOptions {
  /** Names the log, the scratch folders and nothing else. */
  readonly name: string;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** An absolute folder, or 'none' for a window without one. Without it: a copy of the sample workspace. */
  readonly folder?: string;
  /** False starts in restricted mode, where VS Code asks whether to trust the folder. */
  readonly trustAll?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

const readyMs = 60_000;

/** A workbench with the packaged extension, as a user has it, and hands to use it. */
export class Studio {
  private constructor(
    readonly page: Page,
    readonly server: Server,
    readonly network: NetworkRecorder,
    /** The opened folder; tests may change it. Undefined for a window without one. */
    readonly workspace: string | undefined,
    private readonly browser: Browser,
    private readonly ownsWorkspace: boolean,
  ) {}

  static async open(options: StudioOptions): Promise<Studio> {
    const host = await installHost();
    const workspace = options.folder === 'none' ? undefined : (options.folder ?? scratchWorkspace(options.name));
    const server = await startServer(host, {
      name: `ui-${options.name}`,
      vsix: packagedExtension(),
      trustAll: options.trustAll ?? true,
      settings: { 'workbench.colorTheme': options.theme ?? 'Default Dark Modern', ...options.settings },
    });
    try {
      const browser = await launchBrowser();
      const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
      const network = new NetworkRecorder(context);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const studio = new Studio(page, server, network, workspace, browser, options.folder === undefined);
      await page.goto(server.url(workspace));
      await studio.ready();
      return studio;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** A second window of the same person on the same folder. It closes with the first. */
  async anotherWindow(): Promise<Studio> {
    const page = await this.page.context().newPage();
    page.setDefaultTimeout(15_000);
    const other = new Studio(page, this.server, this.network, this.workspace, this.browser, false);
    await page.goto(this.server.url(this.workspace));
    await other.ready();
    return other;
  }

  /** Runs a command by its title, as a user would through F1. */
  async palette(command: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: command });
    for (let attempt = 1; ; attempt += 1) {
      await this.page.keyboard.press('F1');
      await input.fill(`>${command}`);
      // The palette lists what there is when it opens; in a window that has just started, our commands may come later.
      const found = await row.waitFor({ timeout: 5_000 }).then(() => true, (error: unknown) => { if (attempt === 3) throw error; return false; });
      if (found) break;
      await this.page.keyboard.press('Escape');
    }
    await this.page.keyboard.press('Enter');
  }

  /** The document of the visible webview that holds an element of this selector. */
  async webview(having = 'body'): Promise<Frame> {
    return waitForWebview(this.page, having);
  }

  /** Opens a file of the workspace in an editor, through Quick Open. */
  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+P');
    await this.page.locator('.quick-input-widget:visible input[type="text"]').fill(path);
    const name = path.split('/').at(-1) ?? path;
    await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
  }

  /** Restarts the window, with its state kept: what a user gets from closing and opening it again. */
  async reload(): Promise<void> {
    // In a browser the workbench writes its storage every five seconds, because it cannot do so while it closes.
    await this.page.waitForTimeout(6_500);
    await this.page.reload();
    await this.ready();
  }

  /** Writes out/screenshots/<name>.png. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(screenshotsFolder, { recursive: true });
    const path = join(screenshotsFolder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    if (this.ownsWorkspace && this.workspace) rmSync(dirname(this.workspace), { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .activitybar .action-item').first().waitFor({ timeout: readyMs });
    // The remote indicator settles when the extension host's connection stands; commands work from then on.
    await this.page.locator('.statusbar-item').first().waitFor({ timeout: readyMs });
    // Its commands are in the palette once its icon is in the Activity Bar.
    await this.page.locator('.activitybar .action-label[aria-label="Systems Studio"]').waitFor({ timeout: readyMs });
  }
}
