import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { linePrefix, type TestEvent } from '../editor/report';
import { bundleSuites, type HostKind } from './bundle-suites';
import { runInPage } from './editor-page';
import { installHost } from './install';
import { out, root } from './paths';
import { startServer } from './server';
import { isTelling } from './server-log';
import { serveFiles } from './static-server';
import { webHostRewriter } from './web-host';
import { scratchWorkspace } from './workspace';

/** For a whole run. A host that never starts its suites is given up after `startMs`. */
const timeoutMs = 10 * 60_000;
const startMs = 20_000;

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface EditorRun {
  readonly host: HostKind;
  readonly grep?: string | undefined;
  /** The extension's folder, when it is not this project. */
  readonly extension?: string;
}

/** Runs every suite under test/editor inside one kind of extension host and prints what happens. */
export async function runEditorTests({ host: kind, grep, extension = root }: EditorRun): Promise<Counts> {
  const host = await installHost();
  const suites = await bundleSuites(kind, grep);
  const workspace = scratchWorkspace(`editor-${kind}`);
  const server = await startServer(host, { testDriver: true, name: `editor-${kind}` });
  const files = kind === 'web' ? await serveFiles({ '/extension/out/': out, '/extension/': extension }) : undefined;
  const reader = new EventReader();
  try {
    const remote = (path: string): string => `vscode-remote://127.0.0.1:${server.port}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(suites.replace(/\.js$/, ''))],
    ];
    const page = files
      ? { url: server.url(workspace), rewriteWorkbench: webHostRewriter(files.port, suites) }
      : { url: `${server.url(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}` };
    const code = await runInPage({ ...page, timeoutMs, startMs, onLine: (line) => reader.read(line) });
    if (!reader.ended) throw new Error(`the extension host ended with code ${code} before the suites did`);
  } catch (error) {
    console.log(`  ✗ the ${kind} host: ${(error as Error).message}`);
    console.log([...reader.others.filter(isTelling).slice(-40), server.log.explain()].join('\n').replace(/^/gm, '    '));
    reader.counts.failed++;
  } finally {
    await files?.close();
    await server.stop();
    rmSync(dirname(workspace), { recursive: true, force: true });
  }
  return reader.counts;
}

/** Picks the suites' events out of the console, where a line may arrive twice, and prints them. */
class EventReader {
  readonly counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  readonly others: string[] = [];
  ended = false;
  private nextSeq = 0;
  private group = '';

  /** Whether the line came from the suites. */
  read(line: string): boolean {
    const at = line.indexOf(linePrefix);
    if (at < 0) {
      this.others.push(line);
      return false;
    }
    const event = parse(line.slice(at + linePrefix.length));
    if (!event || event.seq < this.nextSeq) return true;
    this.nextSeq = event.seq + 1;
    if (event.kind === 'end') this.ended = true;
    else this.print(event);
    return true;
  }

  private print(event: Exclude<TestEvent, { kind: 'end' }>): void {
    const group = event.title.slice(0, -1).join(' › ');
    if (group !== this.group) console.log(`  ${(this.group = group)}`);
    const name = event.title.at(-1) ?? '';
    if (event.kind === 'fail') {
      this.counts.failed++;
      console.log(`    ✗ ${name}\n${event.error.replace(/^/gm, '        ')}`);
    } else if (event.kind === 'skip') {
      this.counts.skipped++;
      console.log(`    - ${name}`);
    } else {
      this.counts.passed++;
      console.log(`    ✓ ${name}${event.ms > 500 ? ` (${event.ms} ms)` : ''}`);
    }
  }
}

/** The console may append a source position to the line. */
function parse(text: string): TestEvent | undefined {
  try {
    return JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)) as TestEvent;
  } catch {
    return undefined;
  }
}
