import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Complaints of every start that mean nothing here: native modules left out on purpose, and a closed network. */
const harmless = [
  /^%c|^Creating a socket|^Resolv|vsda|reconnection-grace-time|serviceWorker|A bad HTTP response|Failed to load resource/,
  /Require stack|^- \/|local-network-access|parcel\/watcher|same-origin/,
  /spdlog|watchdog|sqlite3?|node-pty|kerberos|bindings file|\.node['",]/i,
  /^\s+(at |→ )|^\s*[\]}]$|^\s*tries: \[/,
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|getaddrinfo|Failed to fetch|open-vsx|marketplace/i,
  /^(\[[\d:]+\])?\s*$|^Server bound|^Web UI|Extension host agent|AgentHost|Connection\]|default profile extensions|AccountPolicyGate/,
];

/** Whether a line of a server or a page may explain a failure. */
export function isTelling(line: string): boolean {
  return !harmless.some((pattern) => pattern.test(line));
}

/** Writes a server's output to a file and keeps its telling lines for a failure message. */
export class ServerLog {
  private readonly file;
  private readonly telling: string[] = [];
  private rest = '';

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = createWriteStream(path);
  }

  write(chunk: Buffer): void {
    this.file.write(chunk);
    const lines = (this.rest + chunk.toString('utf8')).split('\n');
    this.rest = lines.pop() ?? '';
    this.telling.push(...lines.filter(isTelling));
  }

  /** The last lines that may explain a failure. */
  explain(): string {
    return [...this.telling.slice(-30), `(whole log: ${this.path})`].join('\n');
  }

  close(): void {
    this.file.end();
  }
}
