import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from './install';
import { logsFolder } from './paths';
import { run } from './run';
import { ServerLog } from './server-log';
import { quietSettings } from './settings';
import { exitOnSignals } from './signals';
import { runFolder } from './workspace';

export interface ServerOptions {
  /** Names the log file. */
  readonly name: string;
  /** A packaged extension to install first: what a user gets. */
  readonly vsix?: string;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Leave false to test restricted mode. */
  readonly trustAll?: boolean;
  /** Keeps settings and state here over restarts; without it a fresh folder is used and removed at the end. */
  readonly dataFolder?: string;
  readonly port?: number;
  /** Lets the workbench ask the extension gallery. Tests leave it off: any request that goes out is then the product's. */
  readonly gallery?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Lets a page run suites in the extension host. It also silences notifications, so nothing else should ask for it. */
  readonly testDriver?: true;
}

export interface Server {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly dataFolder: string;
  readonly log: ServerLog;
  readonly process: ChildProcess;
  /** The workbench's address for a folder or nothing, token included. */
  url(folder?: string): string;
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;

export async function startServer(host: Host, options: ServerOptions): Promise<Server> {
  const dataFolder = options.dataFolder ?? runFolder(options.name);
  writeSettings(dataFolder, options);
  const base = ['--server-data-dir', dataFolder, '--accept-server-license-terms', '--disable-telemetry'];
  if (options.vsix) await run(host.node, [host.server, ...base, '--install-extension', options.vsix, '--force']);

  const token = randomBytes(24).toString('hex');
  const args = ['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token', token];
  args.push('--disable-getting-started-override');
  if (options.testDriver) args.push('--enable-smoke-test-driver');
  if (options.trustAll !== false) args.push('--disable-workspace-trust');
  const log = new ServerLog(join(logsFolder, `server-${options.name}.log`));
  const child = spawn(host.node, [host.server, ...base, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(options.gallery ? {} : { EXTENSIONS_GALLERY: '{}' }), ...options.env },
  });
  const kill = (): void => void child.kill('SIGKILL');
  exitOnSignals();
  process.once('exit', kill); // a crash of ours must not leave a server behind

  const port = await listening(child, log);
  const origin = `http://127.0.0.1:${port}`;
  return {
    port,
    origin,
    dataFolder,
    log,
    process: child,
    url: (folder) => `${origin}/?tkn=${token}${folder ? `&folder=${encodeURIComponent(folder)}` : '&ew=true'}`,
    stop: async () => {
      await end(child);
      process.off('exit', kill);
      log.close();
      if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function writeSettings(dataFolder: string, options: ServerOptions): void {
  const user = join(dataFolder, 'data', 'User');
  mkdirSync(user, { recursive: true });
  const text = JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2);
  try {
    // A kept folder keeps what its user has set.
    writeFileSync(join(user, 'settings.json'), text, { flag: options.dataFolder ? 'wx' : 'w' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function listening(child: ChildProcess, log: ServerLog): Promise<number> {
  return new Promise((resolve, reject) => {
    let seen = '';
    const fail = (why: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`The VS Code server ${why}\n${log.explain()}`));
    };
    const timer = setTimeout(() => fail(`did not start within ${startTimeoutMs / 1000} s`), startTimeoutMs);
    const read = (chunk: Buffer): void => {
      log.write(chunk);
      if (seen === 'all') return;
      seen += chunk.toString('utf8');
      const match = /Extension host agent listening on (\d+)/.exec(seen);
      if (!match) return;
      seen = 'all';
      clearTimeout(timer);
      resolve(Number(match[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`cannot be run: ${error.message}`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${String(code)}`);
    });
  });
}

/** The server ends its extension hosts on SIGTERM; one that hangs is killed. */
function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
