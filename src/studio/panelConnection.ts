import * as vscode from 'vscode';
import * as v from 'valibot';
import type { Failed } from '../webviews/protocol';
import { describeError } from './log';
import { reportProblem } from './problem';
import type { Studio } from './studio';
import { webviewHtml, webviewRoots } from './webviewHtml';

/** What a page may always say; `connectPanel` answers it. */
type Common = { readonly type: 'ready' } | { readonly type: 'showLog' } | { readonly type: 'failed'; readonly message: string };
/** What is left for the feature to answer. */
export type Said<Incoming extends { readonly type: string }> = Exclude<Incoming, Common>;

export interface PanelConnection<Outgoing> {
  /** Whether the page can be painted. A hidden page is gone, and says "ready" again when it comes back. */
  readonly ready: boolean;
  /** Sends to the page as it is; what it missed while hidden is gone. */
  post(message: Outgoing | Failed): void;
  /** Paints a failure in place of the content: what is wrong, and a way to the log. */
  fail(title: string, cause: unknown): void;
}

export interface PanelOptions<Incoming extends { readonly type: string }> {
  /** Name of the folder in `src/webviews/`. */
  readonly page: string;
  /** Translated title of the document, for screen readers. */
  readonly title: string;
  /** Whether the page may run workers that it makes itself. */
  readonly workers?: boolean;
  readonly incoming: v.GenericSchema<unknown, Incoming>;
  /** The page can be painted: for the first time, or again. */
  readonly onReady: () => Promise<void>;
  readonly receive: (message: Said<Incoming>) => Promise<void> | Thenable<void> | void;
}

/**
 * Takes over a panel, new or restored: its HTML, its options, and a checked, typed line in both directions.
 * The panel owns everything made here. What a handler throws is reported to the person.
 */
export function connectPanel<Incoming extends { readonly type: string }, Outgoing>(
  studio: Studio,
  panel: vscode.WebviewPanel,
  { page, title, workers = false, incoming, onReady, receive }: PanelOptions<Incoming>,
): PanelConnection<Outgoing> {
  let ready = false;

  const post = (message: Outgoing | Failed): void => {
    panel.webview.postMessage(message).then(undefined, (cause: unknown) => {
      studio.log.error(`The page "${page}" did not take a message`, cause);
    });
  };

  async function answer(message: Incoming): Promise<void> {
    // The compiler cannot narrow a type parameter; the three common messages are known by their type alone.
    const said = message as Common | Said<Incoming>;
    if (isCommon(said)) {
      if (said.type === 'ready') {
        ready = true;
        await onReady();
      } else if (said.type === 'showLog') studio.log.show();
      else studio.log.error(`The page "${page}" failed`, said.message);
      return;
    }
    await receive(said);
  }

  const owned = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = v.safeParse(incoming, raw);
      if (!message.success) {
        studio.log.warn(`The page "${page}" sent a message that is not understood: ${message.issues[0].message}`);
        return;
      }
      answer(message.output).catch((cause: unknown) => { reportProblem(studio.log, describeError(cause), cause); });
    }),
    panel.onDidChangeViewState(() => { if (!panel.visible) ready = false; }),
  );
  panel.onDidDispose(() => { owned.dispose(); });

  const { extensionUri } = studio.context;
  panel.webview.options = { enableScripts: true, localResourceRoots: webviewRoots(extensionUri), enableCommandUris: false };
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'page.svg');
  panel.webview.html = webviewHtml(panel.webview, extensionUri, page, title, workers);
  return {
    get ready() { return ready; },
    post,
    fail(failure, cause) {
      studio.log.error(failure, cause);
      post({ type: 'failed', title: failure, message: describeError(cause), action: vscode.l10n.t('Show Log') });
    },
  };
}

function isCommon(message: { readonly type: string }): message is Common {
  return message.type === 'ready' || message.type === 'showLog' || message.type === 'failed';
}
