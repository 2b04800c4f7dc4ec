import * as vscode from 'vscode';
import * as v from 'valibot';
import { connectPanel, type PanelConnection, type Said } from './panelConnection';
import type { Studio } from './studio';

/** Pages of one kind, of which a window has at most one for each key. */
export interface KeyedPanels<Target, Outgoing> extends vscode.Disposable {
  /** Opens the page for a target, or brings the one with its key to the front with the new target. */
  open(target: Target): void;
  /** The page with this key; undefined while there is none. */
  get(key: string): KeyedPanel<Target, Outgoing> | undefined;
}

/** One of the pages, while it is there. */
export interface KeyedPanel<Target, Outgoing> {
  /** What the page shows. */
  readonly target: Target;
  /** Shows another target of the same key, without bringing the page to the front or moving the focus. */
  update(target: Target): void;
  /** Changes the target without painting: what the page shows already is all of it. */
  note(target: Target): void;
  /** Paints the target again, when the page is visible. */
  refresh(): void;
  /** Sends a further message to the page; see `PanelConnection.post`. */
  post(message: Outgoing): void;
}

export interface KeyedPanelsOptions<Target, Incoming extends { readonly type: string }, Outgoing> {
  /** Id of the view type, from `PANELS`. */
  readonly viewType: string;
  /** Name of the folder in `src/webviews/`. */
  readonly page: string;
  /** Whether the page may run workers that it makes itself. */
  readonly workers?: boolean;
  readonly keyOf: (target: Target) => string;
  readonly incoming: v.GenericSchema<unknown, Incoming>;
  /** What the page keeps as its webview state; a restored panel gets its target from it. */
  readonly state: v.GenericSchema<unknown, Target>;
  /** The target of a restored panel whose state cannot be read; undefined closes that panel. */
  readonly fallback?: () => Target | undefined;
  readonly column?: vscode.ViewColumn | ((target: Target) => vscode.ViewColumn);
  /** Translated title of the tab. */
  readonly title: (target: Target) => string;
  /** Translated title of the failure that is painted when `content` throws. */
  readonly failure: () => string;
  /** The message that paints the target. */
  readonly content: (target: Target) => Promise<Outgoing>;
  readonly receive: (message: Said<Incoming>, page: KeyedPanel<Target, Outgoing>) => Promise<void> | Thenable<void> | void;
}

/** Registers the pages' serializer and gives the one place that opens them. */
export function createKeyedPanels<Target, Incoming extends { readonly type: string }, Outgoing>(
  studio: Studio,
  options: KeyedPanelsOptions<Target, Incoming, Outgoing>,
): KeyedPanels<Target, Outgoing> {
  type Open = KeyedPanel<Target, Outgoing> & { readonly panel: vscode.WebviewPanel };
  const open = new Map<string, Open>();

  function adopt(panel: vscode.WebviewPanel, first: Target): Open {
    const key = options.keyOf(first);
    open.get(key)?.panel.dispose();
    let target = first;
    /** Counts paintings: a slow one must not overwrite a later one. */
    let generation = 0;

    async function show(): Promise<void> {
      if (!connection.ready) return;
      const mine = ++generation;
      try {
        const message = await options.content(target);
        if (mine === generation) connection.post(message);
      } catch (cause) {
        if (mine === generation) connection.fail(options.failure(), cause);
      }
    }

    const page: Open = {
      panel,
      get target() { return target; },
      update(next) {
        target = next;
        panel.title = options.title(next);
        void show();
      },
      note: (next) => { target = next; },
      refresh: () => { void show(); },
      post: (message) => { connection.post(message); },
    };
    const connection: PanelConnection<Outgoing> = connectPanel<Incoming, Outgoing>(studio, panel, {
      page: options.page,
      title: panel.title,
      workers: options.workers === true,
      incoming: options.incoming,
      onReady: show,
      receive: (message) => options.receive(message, page),
    });
    panel.title = options.title(first);
    open.set(key, page);
    panel.onDidDispose(() => {
      generation += 1; // What is still loading has nowhere to go.
      if (open.get(key) === page) open.delete(key);
    });
    return page;
  }

  const owned = vscode.Disposable.from(
    studio.onDidReload(() => { for (const page of open.values()) page.refresh(); }),
    vscode.window.registerWebviewPanelSerializer(options.viewType, {
      deserializeWebviewPanel(panel, stored: unknown) {
        const state = v.safeParse(options.state, stored);
        const restored = state.success ? state.output : options.fallback?.();
        if (restored === undefined) panel.dispose();
        else adopt(panel, restored);
        return Promise.resolve();
      },
    }),
  );

  return {
    get: (key) => open.get(key),
    open(next) {
      const page = open.get(options.keyOf(next));
      if (page) {
        page.panel.reveal(page.panel.viewColumn);
        page.update(next);
      } else {
        const { viewType, column } = options;
        adopt(vscode.window.createWebviewPanel(viewType, options.title(next), columnOf(column, next), { enableFindWidget: true }), next);
      }
    },
    dispose() {
      owned.dispose();
      for (const { panel } of [...open.values()]) panel.dispose();
    },
  };
}

function columnOf<Target>(column: KeyedPanelsOptions<Target, never, never>['column'], target: Target): vscode.ViewColumn {
  return typeof column === 'function' ? column(target) : column ?? vscode.ViewColumn.Active;
}
