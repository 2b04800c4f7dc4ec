import type { BrowserContext, Request } from 'playwright-core';

/**
 * Records every request that leaves the host's address: of the workbench, its webviews, their workers and its service
 * worker. The server serves webviews and their resources from its own address (`webviewEndpoint` in its page), so
 * `*.vscode-cdn.net` is not an exception: a webview resource of that name is answered by the service worker from the
 * extension's folder and never reaches the network; see `isAnsweredInside`.
 */
export class NetworkRecorder {
  private readonly seen = new Set<string>();

  constructor(context: BrowserContext, origin: string) {
    const inside = [origin, origin.replace(/^http/, 'ws')];
    const isInside = (url: string): boolean =>
      inside.some((each) => url === each || url.startsWith(`${each}/`)) || /^(data|blob|about|vscode-[\w-]+|chrome-extension):/.test(url);
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
