/**
 * The one module below src/ that meets Node, to run the tests of labs. One bundle serves the Node and the web extension
 * host, so nothing is imported: `require` is asked at run time, through a name that the bundler does not follow.
 */

/** A program that was started. */
export interface RunningProcess {
  /** Resolves when the program has ended and all its output was handed over; rejects when it cannot be started. */
  readonly ended: Promise<void>;
  /** Ends the program and all that it has started. */
  kill(): void;
}

export interface NodeProcesses {
  /** The program that runs this extension host; as Node with ELECTRON_RUN_AS_NODE set. */
  readonly runtime: string;
  /** Starts a program without a shell. `env` is added to what the host has; undefined takes a variable out. */
  start(program: string, args: readonly string[], options: StartOptions): RunningProcess;
}

export interface StartOptions {
  /** Full path. */
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onText: (text: string, from: 'stdout' | 'stderr') => void;
}

/** As much of `node:child_process` as is used here; its types are not for this layer. */
interface ChildProcess {
  readonly pid?: number;
  readonly stdout: Output;
  readonly stderr: Output;
  on(event: 'error', listener: (cause: Error) => void): void;
  on(event: 'close', listener: () => void): void;
}
interface Output {
  setEncoding(encoding: 'utf8'): void;
  on(event: 'data', listener: (text: string) => void): void;
}
interface ChildProcessModule {
  spawn(program: string, args: readonly string[], options: object): ChildProcess;
}

/** What starts programs; undefined in the web extension host, where there are none. */
export function nodeProcesses(): NodeProcesses | undefined {
  const childProcess = loadChildProcess();
  if (childProcess === undefined) return undefined;
  const windows = process.platform === 'win32';
  return {
    runtime: process.execPath,
    start(program, args, { cwd, env, onText }) {
      // A group of its own, so that what the program starts ends with it. Windows has taskkill for that.
      const child = childProcess.spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: !windows, windowsHide: true });
      let over = false;
      const ended = new Promise<void>((resolve, reject) => {
        child.on('error', (cause) => {
          over = true;
          reject(cause);
        });
        child.on('close', () => {
          over = true;
          resolve();
        });
      });
      for (const from of ['stdout', 'stderr'] as const) {
        child[from].setEncoding('utf8');
        child[from].on('data', (text) => { onText(text, from); });
      }
      return {
        ended,
        kill() {
          if (over || child.pid === undefined) return;
          if (windows) childProcess.spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => undefined);
          else killGroup(child.pid);
        },
      };
    },
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself a moment ago.
  }
}

function loadChildProcess(): ChildProcessModule | undefined {
  try {
    const load: unknown = typeof require === 'function' ? require : undefined;
    return typeof load === 'function' ? ((load as (id: string) => unknown)('node:child_process') as ChildProcessModule) : undefined;
  } catch {
    return undefined; // The web host has a `require` that knows the editor's API only.
  }
}
