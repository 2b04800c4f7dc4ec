import type { BrowserContext, Request } from 'playwright-core';

/**
 * Records every request that leaves this machine's loopback address: of the workbench, its webviews, their workers and
 * the web extension host. The server serves webviews from its own address (`webviewEndpoint` in its page), so
 * `*.vscode-cdn.net` is no exception: the one kind of such an address that counts as inside is a webview's resource,
 * which the webview's service worker answers from the extension's folder; see `isAnsweredInside`.
 */
export class NetworkRecorder {
  private readonly seen = new Set<string>();

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      if (!isInside(request.url()) && !isAnsweredInside(request)) this.seen.add(`${request.method()} ${request.url()} (${where(request)})`);
    });
    context.on('page', (page) => {
      page.on('websocket', (socket) => {
        if (!isInside(socket.url())) this.seen.add(`WebSocket ${socket.url()}`);
      });
    });
  }

  /** What went out, in readable lines. */
  get outside(): readonly string[] {
    return [...this.seen];
  }

  /** Throws when anything went out. The workbench itself asks for nothing: its gallery and telemetry are off. */
  expectNone(): void {
    if (this.seen.size > 0) throw new Error(`requests left the host's address:\n  ${this.outside.join('\n  ')}`);
  }
}

/** Loopback, and the schemes that never reach a network. */
function isInside(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return hostname === '127.0.0.1' || /^(data|blob|about|chrome-extension|vscode-[\w-]+):$/.test(protocol);
}

/** `https://file+.vscode-resource.vscode-cdn.net/…` names a local file; the webview's service worker reads it. */
function isAnsweredInside(request: Request): boolean {
  const { hostname } = new URL(request.url());
  return hostname.endsWith('.vscode-resource.vscode-cdn.net') && isFromWebview(request);
}

function isFromWebview(request: Request): boolean {
  if (request.serviceWorker()) return false; // a service worker that passes the request on does go out
  return request.frame().url().includes('/webview/browser/pre/');
}

function where(request: Request): string {
  if (request.serviceWorker()) return 'service worker';
  return `${request.resourceType()} in ${request.frame() === request.frame().page().mainFrame() ? 'the workbench' : 'a webview'}`;
}
