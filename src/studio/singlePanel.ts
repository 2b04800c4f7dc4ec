import * as vscode from 'vscode';
import * as v from 'valibot';
import { connectPanel, type PanelConnection, type Said } from './panelConnection';
import type { Studio } from './studio';

/** A page of which a window has at most one, always showing one target. */
export interface SinglePanel<Target> extends vscode.Disposable {
  /** Opens the page for a target, or brings it to the front with the new target. */
  open(target: Target): void;
  /** Shows another target where the page is, without bringing it to the front or moving the focus. */
  update(target: Target): void;
  /** Paints the target again, when the page is there and visible. */
  refresh(): void;
  /** What the page shows; undefined while there is none. */
  readonly target: Target | undefined;
}

export interface SinglePanelOptions<Target, Incoming extends { readonly type: string }, Outgoing> {
  /** Id of the view type, from `PANELS`. */
  readonly viewType: string;
  /** Name of the folder in `src/webviews/`. */
  readonly page: string;
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
  readonly receive: (message: Said<Incoming>, page: SinglePanel<Target>) => Promise<void> | Thenable<void> | void;
}

/** Registers the page's serializer and gives the one place that opens it. */
export function createSinglePanel<Target, Incoming extends { readonly type: string }, Outgoing>(
  studio: Studio,
  options: SinglePanelOptions<Target, Incoming, Outgoing>,
): SinglePanel<Target> {
  let current: { readonly panel: vscode.WebviewPanel; readonly connection: PanelConnection<Outgoing> } | undefined;
  let target: Target | undefined;
  /** Counts paintings: a slow one must not overwrite a later one. */
  let generation = 0;

  async function show(): Promise<void> {
    if (!current?.connection.ready || target === undefined) return;
    const { connection } = current;
    const mine = ++generation;
    try {
      const message = await options.content(target);
      if (mine === generation) connection.post(message);
    } catch (cause) {
      if (mine === generation) connection.fail(options.failure(), cause);
    }
  }

  function adopt(panel: vscode.WebviewPanel): void {
    current?.panel.dispose();
    const connection = connectPanel<Incoming, Outgoing>(studio, panel, {
      page: options.page,
      title: panel.title,
      incoming: options.incoming,
      onReady: show,
      receive: (message) => options.receive(message, single),
    });
    current = { panel, connection };
    panel.onDidDispose(() => {
      if (current?.panel !== panel) return;
      current = undefined;
      target = undefined;
      generation += 1; // What is still loading has nowhere to go.
    });
  }

  const owned = vscode.Disposable.from(
    studio.onDidReload(() => { void show(); }),
    vscode.window.registerWebviewPanelSerializer(options.viewType, {
      deserializeWebviewPanel(panel, stored: unknown) {
        const state = v.safeParse(options.state, stored);
        const restored = state.success ? state.output : options.fallback?.();
        if (restored === undefined) {
          panel.dispose();
        } else {
          adopt(panel);
          target = restored;
          panel.title = options.title(restored);
        }
        return Promise.resolve();
      },
    }),
  );

  const single: SinglePanel<Target> = {
    get target() { return target; },
    open(next) {
      const title = options.title(next);
      if (current) {
        current.panel.title = title;
        current.panel.reveal(current.panel.viewColumn);
      } else {
        adopt(vscode.window.createWebviewPanel(options.viewType, title, columnOf(options.column, next), { enableFindWidget: true }));
      }
      target = next;
      void show();
    },
    update(next) {
      if (!current) return;
      target = next;
      current.panel.title = options.title(next);
      void show();
    },
    refresh: () => { void show(); },
    dispose() {
      owned.dispose();
      current?.panel.dispose();
    },
  };
  return single;
}

function columnOf<Target>(column: SinglePanelOptions<Target, never, never>['column'], target: Target): vscode.ViewColumn {
  return typeof column === 'function' ? column(target) : column ?? vscode.ViewColumn.Active;
}
