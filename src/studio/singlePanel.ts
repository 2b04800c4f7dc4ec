import type * as vscode from 'vscode';
import { createKeyedPanels, type KeyedPanelsOptions } from './keyedPanels';
import type { Said } from './panelConnection';
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

export interface SinglePanelOptions<Target, Incoming extends { readonly type: string }, Outgoing>
  extends Omit<KeyedPanelsOptions<Target, Incoming, Outgoing>, 'keyOf' | 'receive'> {
  readonly receive: (message: Said<Incoming>, page: SinglePanel<Target>) => Promise<void> | Thenable<void> | void;
}

/** Registers the page's serializer and gives the one place that opens it. */
export function createSinglePanel<Target, Incoming extends { readonly type: string }, Outgoing>(
  studio: Studio,
  options: SinglePanelOptions<Target, Incoming, Outgoing>,
): SinglePanel<Target> {
  const key = '';
  const panels = createKeyedPanels<Target, Incoming, Outgoing>(studio, {
    ...options,
    keyOf: () => key,
    receive: (message) => options.receive(message, single),
  });
  const single: SinglePanel<Target> = {
    get target() { return panels.get(key)?.target; },
    open: (next) => { panels.open(next); },
    update: (next) => { panels.get(key)?.update(next); },
    refresh: () => { panels.get(key)?.refresh(); },
    dispose: () => { panels.dispose(); },
  };
  return single;
}
