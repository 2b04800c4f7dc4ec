import * as v from 'valibot';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The page's end of the protocol: typed sending, checked receiving, kept state. */
export interface Host<Outgoing> {
  send(message: Outgoing): void;
  keep(state: unknown): void;
  /** What was kept before the page was hidden or the window closed. */
  kept(): unknown;
}

/**
 * Connects the page to its feature and says "ready".
 *
 * @param incoming schema of what the feature sends; anything else is reported back and ignored
 * @param receive called with each valid message; what it throws or rejects with is reported back, so that nothing fails
 * in silence
 */
export function connect<Incoming, Outgoing extends { type: string }>(
  incoming: v.GenericSchema<unknown, Incoming>,
  receive: (message: Incoming) => void | Promise<void>,
): Host<Outgoing | { type: 'ready' } | { type: 'failed'; message: string }> {
  const api = acquireVsCodeApi();
  const report = (cause: unknown): void => {
    api.postMessage({ type: 'failed', message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
  };
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const parsed = v.safeParse(incoming, event.data);
    if (!parsed.success) {
      api.postMessage({ type: 'failed', message: `malformed message: ${parsed.issues[0].message}` });
      return;
    }
    try {
      receive(parsed.output)?.catch(report);
    } catch (cause) {
      report(cause);
    }
  });
  api.postMessage({ type: 'ready' });
  return {
    send: (message) => { api.postMessage(message); },
    keep: (state) => { api.setState(state); },
    kept: () => api.getState(),
  };
}
